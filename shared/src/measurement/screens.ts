import { findProtocol } from './protocols.ts';

/** A set of measurements that is run in one go. Never edited in place: a change is a new version. */
export interface Screen {
  id: string;
  version: number;
  trialsPerStep: 1 | 2 | 3;
  /** In the order that turns the patient round once: from the front first, then the first side, then the other. */
  steps: readonly { protocol: string; of: 'first-side' | 'other-side' }[];
  /** Measures of the same region that are entered by hand. */
  byHand: readonly string[];
}

export interface ScreenStep {
  /** With its version. */
  protocol: string;
  side: 'left' | 'right';
}

const first = (protocol: string) => ({ protocol, of: 'first-side' }) as const;
const other = (protocol: string) => ({ protocol, of: 'other-side' }) as const;
const both = (protocol: string) => [first(protocol), other(protocol)];

export const SCREENS: readonly Screen[] = [
  {
    id: 'shoulder',
    version: 1,
    trialsPerStep: 2,
    steps: [
      ...both('shoulder-abduction'),
      first('shoulder-flexion'),
      first('shoulder-extension'),
      other('shoulder-extension'),
      other('shoulder-flexion'),
    ],
    byHand: ['shoulder-external-rotation', 'hand-behind-back'],
  },
  {
    id: 'knee',
    version: 1,
    trialsPerStep: 2,
    steps: [first('knee-flexion'), first('knee-extension'), other('knee-extension'), other('knee-flexion')],
    byHand: ['knee-to-wall'],
  },
  {
    id: 'low-back',
    version: 1,
    trialsPerStep: 2,
    steps: [...both('trunk-side-bend'), first('trunk-inclination'), ...both('hip-flexion')],
    byHand: ['fingertip-to-floor'],
  },
  {
    id: 'neck',
    version: 1,
    trialsPerStep: 2,
    steps: [...both('neck-side-bend'), ...both('shoulder-abduction')],
    byHand: ['neck-rotation'],
  },
];

/** The longest a screen may take (ruling 20). */
export const LONGEST_SCREEN_MS = 240_000;

/** Reading the cue, standing still, out and back: what a trial takes, estimated (practice). */
const TRIAL_MS = 13_000;
/** Between two trials: the arm is down again. */
const REST_MS = 3_000;
/** More where the patient turns to the camera anew, or sits down or stands up. */
const TURN_MS = 6_000;
const CHANGE_POSITION_MS = 8_000;

/** A screen by its id, with or without `@version`; undefined for others. */
export function findScreen(id: string): Screen | undefined {
  return SCREENS.find((one) => one.id === id.split('@')[0]);
}

/** The steps with the side that is measured first: the unaffected one. */
export function stepsOf({ steps }: Screen, firstSide: 'left' | 'right'): ScreenStep[] {
  const otherSide = firstSide === 'left' ? 'right' : 'left';
  return steps.map(({ protocol, of }) => ({
    protocol: `${protocol}@${findProtocol(protocol)?.version ?? 1}`,
    side: of === 'first-side' ? firstSide : otherSide,
  }));
}

/** What the patient is asked to do before a step: to turn, to sit down or to stand up. */
export interface ChangeOver {
  turn: 'front' | 'left' | 'right' | null;
  position: 'standing' | 'sitting' | 'lying' | null;
}

/** What changes from one step to the next; before the first one, all of it. */
export function changeOver(before: ScreenStep | null, step: ScreenStep): ChangeOver {
  const [was, now] = [before && standOf(before), standOf(step)];
  return {
    turn: was?.turn === now.turn ? null : now.turn,
    position: was?.position === now.position ? null : now.position,
  };
}

/** How long to wait between two trials before the next one is asked for, ms. */
export function restBeforeMs(before: ScreenStep | null, step: ScreenStep): number {
  const { turn, position } = changeOver(before, step);
  return REST_MS + (turn ? TURN_MS : 0) + (position ? CHANGE_POSITION_MS : 0);
}

/** What a screen takes, estimated, ms. */
export function estimatedScreenMs(steps: readonly ScreenStep[], trialsPerStep: number): number {
  return steps.reduce((sum, step, i) => {
    const again = (trialsPerStep - 1) * (REST_MS + TRIAL_MS);
    return sum + restBeforeMs(steps[i - 1] ?? null, step) + TRIAL_MS + again;
  }, 0);
}

function standOf({ protocol, side }: ScreenStep): {
  turn: 'front' | 'left' | 'right';
  position: ChangeOver['position'];
} {
  const found = findProtocol(protocol);
  return { turn: found?.view === 'measured-side' ? side : 'front', position: found?.position ?? 'standing' };
}
