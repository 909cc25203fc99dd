/** One move of the demo's director: what it says, and the element it presses or waits for in one of the two frames. */
export interface DemoStep {
  /** Key of the caption in the `demo` texts. */
  caption: string;
  frame: 'therapist' | 'patient';
  /** The element, by its `data-demo` name. */
  element: string;
  act: 'press' | 'await';
}

const patient = (caption: string, element: string, act: DemoStep['act'] = 'press'): DemoStep => ({
  caption,
  frame: 'patient',
  element,
  act,
});

const therapist = (caption: string, element: string, act: DemoStep['act'] = 'press'): DemoStep => ({
  caption,
  frame: 'therapist',
  element,
  act,
});

/** The whole demo: Ana comes in by her link, Tom measures her shoulder, counts squats, and ends the visit. */
export const DEMO_SCRIPT: readonly DemoStep[] = [
  patient('link', 'continue'),
  patient('name', 'name-yes'),
  patient('check', 'allow'),
  patient('check', 'go-wait'),
  therapist('admit', 'admit'),
  therapist('measure', 'open-measure'),
  therapist('measure', 'protocol-shoulder-abduction'),
  therapist('measure', 'side-right'),
  therapist('measure', 'arm-trial'),
  therapist('measuring', 'keep', 'await'),
  therapist('keep', 'keep'),
  therapist('count', 'open-count'),
  therapist('count', 'exercise-squat'),
  therapist('count', 'start-set'),
  therapist('counting', 'target-reached', 'await'),
  therapist('counted', 'end-set'),
  therapist('end', 'end-visit'),
  therapist('end', 'confirm-end-visit'),
  therapist('summary', 'summary', 'await'),
];
