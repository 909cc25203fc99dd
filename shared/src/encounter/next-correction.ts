import { entryProblem, entryRulesFor } from '../measurement/index.ts';
import { asAmended } from './amended.ts';
import type { EventBody } from './bodies.ts';
import { AMENDMENT_REASONS_FOR, type AmendmentReason } from './reasons.ts';
import type { EncounterState, ManualValue } from './state.ts';
import { accept, type EventOf, findTrial, type Next, refuse, withTrial } from './transition.ts';

type CorrectionEvent = Extract<EventOf<'trial'>, { type: 'trial.amended' }> | EventOf<'pain'> | EventOf<'value'>;

/** What the therapist adds to or corrects in what was recorded. */
export function nextCorrection(state: EncounterState, event: CorrectionEvent, atMs: number): Next {
  switch (event.type) {
    case 'trial.amended':
      return amend(state, event.body, atMs);
    case 'pain.marked':
    case 'pain.unmarked': {
      const trial = findTrial(state, event.body.trialId);
      if (!trial) return refuse('unknown-trial');
      if (trial.status === 'cancelled') return refuse('cancelled');
      const what = event.type === 'pain.marked' ? event.body.mark.what : event.body.what;
      const others = trial.pain.filter((mark) => mark.what !== what);
      if (event.type === 'pain.marked')
        return accept(withTrial(state, { ...trial, pain: [...others, event.body.mark] }));
      return others.length < trial.pain.length
        ? accept(withTrial(state, { ...trial, pain: others }))
        : refuse('not-marked');
    }
    case 'value.entered':
      return enter(state, { ...event.body, enteredAtMs: atMs, takenBack: null });
    case 'value.taken-back': {
      const { valueId, reason } = event.body;
      const known = state.values.find((value) => value.valueId === valueId);
      if (!known) return refuse('unknown-value');
      if (known.takenBack) return refuse('already-taken-back');
      const taken = { ...known, takenBack: { reason, atMs } };
      return accept({ ...state, values: state.values.map((value) => (value === known ? taken : value)) });
    }
  }
}

/** A value that is put in place of the recorded one is thereby decided; the recorded one stays beside it. */
function amend(state: EncounterState, { trialId, change, reason }: EventBody<'trial.amended'>, atMs: number): Next {
  const trial = findTrial(state, trialId);
  if (!trial) return refuse('unknown-trial');
  if (!trial.result) return refuse('not-recorded');
  if (!(AMENDMENT_REASONS_FOR[change.kind] as readonly AmendmentReason[]).includes(reason))
    return refuse('other-reason');
  if (change.kind === 'value' && trial.result.valueDegrees === null) return refuse('no-value');
  const now = asAmended(trial);
  if (change.kind === 'side' && change.side === now.side) return refuse('same-side');
  if (change.kind === 'as-recorded' && !now.isAmended) return refuse('not-amended');
  const status = change.kind === 'value' ? 'kept' : trial.status;
  return accept(withTrial(state, { ...trial, status, amendments: [...trial.amendments, { change, reason, atMs }] }));
}

function enter(state: EncounterState, value: ManualValue): Next {
  if (state.status !== 'open') return refuse('not-open');
  if (state.values.some(({ valueId }) => valueId === value.valueId)) return refuse('known-id');
  const rules = entryRulesFor(value.measure);
  if (!rules) return refuse('unknown-measure');
  const problem = entryProblem(rules, value);
  if (problem) return refuse(problem);
  return isOfMeasurement(state, value)
    ? accept({ ...state, values: [...state.values, value] })
    : refuse('other-measurement');
}

/** A measurement is of one thing on one side, however it was measured. */
function isOfMeasurement({ trials, values }: EncounterState, { measurementId, measure, side }: ManualValue): boolean {
  const bare = (id: string) => id.split('@')[0];
  const others = [
    ...trials.map((trial) => ({ ...trial, measure: trial.protocol, side: asAmended(trial).side })),
    ...values,
  ].filter((one) => one.measurementId === measurementId);
  return others.every((one) => bare(one.measure) === bare(measure) && one.side === side);
}
