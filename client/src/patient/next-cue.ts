import { type EncounterState, nextInScreen } from '@plumbline/shared/encounter';
import { changeOver, type Side } from '@plumbline/shared/measurement';

/** What comes next in a set of measurements, told while the patient rests. */
export interface NextCue {
  kind: 'next';
  protocol: string;
  side: Side;
  /** Which of the step's trials, from 1. */
  trial: number;
  /** Whether to turn, to sit down or to stand up for it. */
  turns: boolean;
  /** Whether the movement before was seen; null before the first. */
  wasSeen: boolean | null;
}

/** Between two movements of a screen that runs: the next one; null otherwise. */
export function nextCueFor({ status, stop, active, screens, trials }: EncounterState): NextCue | null {
  const screen = screens.find((one) => one.status === 'running');
  if (!screen || status !== 'open' || stop || active) return null;
  const next = nextInScreen(screen, trials);
  const step = next && screen.steps[next.step];
  if (!step) return null;
  const last = trials.findLast((trial) => trial.screen?.screenId === screen.screenId && trial.result !== null);
  const before = last?.screen ? (screen.steps[last.screen.step] ?? null) : null;
  const { turn, position } = changeOver(before, step);
  return {
    kind: 'next',
    ...step,
    trial: next.trial,
    turns: turn !== null || position !== null,
    wasSeen: last ? last.result?.valueDegrees != null : null,
  };
}
