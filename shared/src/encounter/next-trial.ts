import type { EncounterState, TrialState } from './state.ts';
import {
  accept,
  cannotBegin,
  type EventOf,
  findScreenState,
  findTrial,
  freed,
  type Next,
  refuse,
  withTrial,
} from './transition.ts';

type TrialEvent = Exclude<EventOf<'trial'>, { type: 'trial.amended' }>;

/** Trials: asked for, recorded, decided. */
export function nextTrial(state: EncounterState, event: TrialEvent, atMs: number): Next {
  switch (event.type) {
    case 'trial.armed': {
      const { trialId, screen } = event.body;
      const blocked = cannotBegin(state, screen?.screenId) ?? cannotAsk(state, event.body);
      if (blocked) return refuse(blocked);
      const trial: TrialState = {
        ...event.body,
        status: 'armed',
        armedAtMs: atMs,
        result: null,
        provenance: null,
        amendments: [],
        pain: [],
      };
      return accept({ ...state, trials: [...state.trials, trial], active: { kind: 'trial', trialId } });
    }
    case 'trial.recorded': {
      const { trialId, result, provenance } = event.body;
      const trial = findTrial(state, trialId);
      if (!trial) return refuse('unknown-trial');
      if (trial.status !== 'armed') return refuse('already-recorded');
      return accept(freed(withTrial(state, { ...trial, status: 'unreviewed', result, provenance }), trialId));
    }
    case 'trial.cancelled': {
      const trial = findTrial(state, event.body.trialId);
      if (!trial) return refuse('unknown-trial');
      if (trial.status !== 'armed') return refuse('already-recorded');
      return accept(freed(withTrial(state, { ...trial, status: 'cancelled' }), trial.trialId));
    }
    case 'trial.kept':
    case 'trial.declined': {
      const trial = findTrial(state, event.body.trialId);
      if (!trial) return refuse('unknown-trial');
      if (!trial.result) return refuse('not-recorded');
      if (event.type === 'trial.kept' && trial.result.valueDegrees === null) return refuse('no-value');
      return accept(withTrial(state, { ...trial, status: event.type === 'trial.kept' ? 'kept' : 'declined' }));
    }
  }
}

/** Why this very trial cannot be asked for. */
function cannotAsk(state: EncounterState, wanted: Extract<TrialEvent, { type: 'trial.armed' }>['body']): string | null {
  const { trialId, measurementId, protocol, side, irritable, screen } = wanted;
  if (findTrial(state, trialId)) return 'known-id';
  const others = state.trials.filter((trial) => trial.measurementId === measurementId);
  if (others.some((trial) => trial.protocol !== protocol || trial.side !== side)) return 'other-measurement';
  // High irritability: the one trial that was seen is the measurement.
  const isSeen = ({ status, result }: TrialState) => status !== 'declined' && result?.valueDegrees != null;
  if (irritable && others.some(isSeen)) return 'one-trial-only';
  if (!screen) return null;
  const run = findScreenState(state, screen.screenId);
  if (!run) return 'unknown-screen';
  if (run.status !== 'running') return 'screen-not-running';
  const step = run.steps[screen.step];
  return step?.protocol === protocol && step.side === side ? null : 'other-step';
}
