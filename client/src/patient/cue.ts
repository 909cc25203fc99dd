import type { EncounterState, TimedState } from '@plumbline/shared/encounter';
import { countComplete } from '@plumbline/shared/encounter';
import type { LiveReading, Refusal, SetUpCue, Side } from '@plumbline/shared/measurement';
import type { PoseState } from '../pose/index.ts';
import { type NextCue, nextCueFor } from './next-cue.ts';

/** What the patient reads and hears: keys of the `patient` texts. */
export type Cue =
  | { kind: 'refusal'; code: Refusal }
  | { kind: 'trial'; step: 'ready' | 'still' | 'move' | 'hold' | 'done'; protocol: string; side: Side }
  | { kind: 'set'; step: 'go' | 'last' | 'reached'; exercise: string; side: Side | null }
  /** Whoever moves by the clock is told nothing else until it is over. */
  | { kind: 'timed'; step: 'ready' | 'steady' | 'go'; test: string; side: Side | null }
  | { kind: 'set-up'; cue: SetUpCue }
  | { kind: 'wait'; why: 'loading' | 'cannot' | 'no-camera' }
  | NextCue;

/** Whether this device can measure now. cannot: it will not. */
export type Measuring = 'running' | 'loading' | 'cannot' | 'no-camera';

/** Whether the device can measure, from its camera and its pose engine. */
export function measuringNow(
  { phase, video }: { phase: 'closed' | 'opening' | 'open'; video: unknown },
  pose: PoseState,
): Measuring {
  if (pose.kind === 'running') return 'running';
  if (phase === 'open' && video === null) return 'no-camera';
  return pose.kind === 'failed' && pose.retryInMs === null ? 'cannot' : 'loading';
}

/** Told first, in this order: what the person can mend by moving comes before what needs a lamp. */
const MOST_USEFUL: readonly Refusal[] = [
  'no-person',
  'not-in-frame',
  'too-far',
  'wrong-view',
  'joint-hidden',
  'people-unclear',
  'camera-moved',
  'too-dark',
];
/** A set counts on in any view that shows its ends; only these stop it. */
const STOPS_COUNTING: readonly Refusal[] = ['no-person', 'not-in-frame', 'joint-hidden'];

const TRIAL_STEPS = {
  'get-ready': 'ready',
  'hold-still': 'still',
  move: 'move',
  'hold-end': 'hold',
  done: 'done',
  moving: 'move',
} as const;

const TIMED_STEPS: Partial<Record<TimedState['status'], 'ready' | 'steady'>> = { armed: 'ready', called: 'steady' };

/** The one thing to say now; null where nothing is asked of the patient. */
export function cueFor(
  state: EncounterState,
  reading: LiveReading | null,
  measuring: Measuring = 'running',
): Cue | null {
  const { active } = state;
  if (!active) return nextCueFor(state);
  const wait: Cue | null = !reading && measuring !== 'running' ? { kind: 'wait', why: measuring } : null;
  const refusals = MOST_USEFUL.filter((code) => reading?.refusals.includes(code));
  if (active.kind === 'trial') {
    const trial = state.trials.find((one) => one.trialId === active.trialId);
    if (!trial) return null;
    if (wait) return wait;
    const { protocol, side } = trial;
    const [code] = refusals;
    const cue = reading?.likeLast?.cue;
    // Which way to turn says more than that one should.
    if (code && !(code === 'wrong-view' && cue?.startsWith('turn'))) return { kind: 'refusal', code };
    if (cue) return { kind: 'set-up', cue };
    return { kind: 'trial', step: TRIAL_STEPS[reading?.step ?? 'get-ready'], protocol, side };
  }
  if (active.kind === 'timed') {
    const timed = state.timed.find((one) => one.testId === active.testId);
    if (!timed) return null;
    const { test, side, status } = timed;
    const [code] = refusals;
    if (status === 'armed' && code) return { kind: 'refusal', code };
    return { kind: 'timed', step: TIMED_STEPS[status] ?? 'go', test, side };
  }
  const set = state.sets.find((one) => one.setId === active.setId);
  if (!set) return null;
  const code = refusals.find((one) => STOPS_COUNTING.includes(one));
  if (code) return { kind: 'refusal', code };
  const left = set.dosage.repetitions === null ? null : set.dosage.repetitions - countComplete(set);
  const { exercise, side } = set;
  if (left !== null && left <= 0) return { kind: 'set', step: 'reached', exercise, side };
  // A set that cannot be counted can still be done with the therapist watching.
  if (wait?.why === 'loading') return wait;
  const isLast = left === 1 && set.dosage.repetitions !== 1;
  return { kind: 'set', step: isLast ? 'last' : 'go', exercise, side };
}

/** The cue's text key, for comparing and for looking it up. */
export function cueKey(cue: Cue): string {
  if (cue.kind === 'refusal') return `refusal.${cue.code}`;
  if (cue.kind === 'set-up') return `setUp.${cue.cue}`;
  if (cue.kind === 'wait') return `wait.${cue.why}`;
  if (cue.kind === 'next') return `next.${cue.protocol}.${cue.side}.${cue.trial}.${cue.wasSeen}`;
  if (cue.kind === 'timed') return `timed.${cue.step}.${cue.test}`;
  if (cue.kind === 'trial') return cue.step === 'move' ? `move.${cue.protocol}` : `trial.${cue.step}`;
  return cue.step === 'go' ? `exercise.${cue.exercise}` : `set.${cue.step}`;
}

const QUIET_MS = 2_500;
const AGAIN_MS = 9_000;

/** Whether a cue should be spoken now: a new one after a short pause, a refusal again after a long one. No chatter. */
export function shouldSay(key: string, said: { key: string; atMs: number } | null, nowMs: number): boolean {
  if (!said) return true;
  const since = nowMs - said.atMs;
  if (said.key !== key) return since >= QUIET_MS;
  return key.startsWith('refusal.') && since >= AGAIN_MS;
}
