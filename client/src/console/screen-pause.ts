import { type EncounterState, nextInScreen, type ScreenState } from '@plumbline/shared/encounter';
import { restBeforeMs } from '@plumbline/shared/measurement';

/** The rest between two trials of a running screen. */
export interface ScreenPause {
  screen: ScreenState;
  next: { step: number; trial: number };
  /** The same for as long as the same trial is waited for. */
  key: string;
  restMs: number;
}

/** Which trial a screen waits to ask for and how long; null where no screen runs, the patient is busy, or it has all it wants. */
export function screenPause({ status, stop, active, screens, trials }: EncounterState): ScreenPause | null {
  const screen = screens.find((one) => one.status === 'running');
  if (!screen || status !== 'open' || stop || active) return null;
  const next = nextInScreen(screen, trials);
  const step = next && screen.steps[next.step];
  if (!step) return null;
  const own = trials.filter((trial) => trial.screen?.screenId === screen.screenId);
  const last = own.findLast((trial) => trial.result !== null)?.screen?.step;
  const before = last === undefined ? null : (screen.steps[last] ?? null);
  return { screen, next, key: `${screen.screenId} ${own.length} ${next.step}`, restMs: restBeforeMs(before, step) };
}
