import { findTimedTest, missingFor, type TimedTest } from '../programme/index.ts';
import type { EventBody } from './bodies.ts';
import type { EncounterState } from './state.ts';
import { interrupted, type TimedState, timedValue } from './timed.ts';
import { endByKey, keyMoment } from './timed-key.ts';
import { accept, cannotBegin, type EventOf, type Next, refuse } from './transition.ts';

type TimedEvent = EventOf<'timed'>;

/** Timed tests: conditions, "Go", one result, a decision. */
export function nextTimed(state: EncounterState, event: TimedEvent): Next {
  if (event.type === 'timed.armed') return arm(state, event.body, event.happenedAt.serverMs);
  const timed = state.timed.find(({ testId }) => testId === event.body.testId);
  const test = timed && findTimedTest(timed.test);
  if (!timed || !test) return refuse('unknown-test');
  switch (event.type) {
    case 'timed.cancelled':
      if (timed.status !== 'armed' && timed.status !== 'called') return refuse('already-begun');
      return accept(over(state, { ...timed, status: 'cancelled' }));
    case 'timed.called':
      if (timed.status !== 'armed' && timed.status !== 'called') return refuse('already-begun');
      return accept(withTimed(state, { ...timed, status: 'called', calledAtMs: event.happenedAt.serverMs }));
    case 'timed.went':
    case 'timed.lifted':
    case 'timed.recorded':
    case 'timed.ended':
      return run(state, timed, test, event);
    default:
      return review(state, timed, test, event);
  }
}

function arm(state: EncounterState, body: EventBody<'timed.armed'>, atMs: number): Next {
  const blocked = cannotBegin(state);
  if (blocked) return refuse(blocked);
  const test = findTimedTest(body.test);
  if (!test) return refuse('unknown-test');
  if (state.timed.some(({ testId }) => testId === body.testId)) return refuse('known-id');
  if (test.asksSide !== (body.side !== null)) return refuse('side');
  if (test.asksFalls && body.falls === 'not-asked') return refuse('falls-not-asked');
  if (missingFor(test, body.conditions, body.falls).length > 0) return refuse('condition-missing');
  const timed: TimedState = {
    ...body,
    status: 'armed',
    armedAtMs: atMs,
    calledAtMs: null,
    go: null,
    lifted: null,
    result: null,
    provenance: null,
    modifications: [],
    amended: null,
    voidReason: null,
  };
  return accept({ ...state, timed: [...state.timed, timed], active: { kind: 'timed', testId: body.testId } });
}

type RunEvent = Extract<TimedEvent, { type: 'timed.went' | 'timed.lifted' | 'timed.recorded' | 'timed.ended' }>;

/** From "Go" to the one result. */
function run(state: EncounterState, timed: TimedState, test: TimedTest, event: RunEvent): Next {
  if (event.type === 'timed.went') {
    if (timed.status !== 'called') return refuse(timed.status === 'armed' ? 'not-called' : 'already-begun');
    const { serverMs: atMs, uncertaintyMs } = event.happenedAt;
    const go = { deviceMs: event.body.goMs, atMs, uncertaintyMs };
    return accept(withTimed(state, { ...timed, status: 'running', go }));
  }
  if (timed.result) return refuse('already-recorded');
  if (timed.status !== 'running' || !timed.go) return refuse('not-begun');
  switch (event.type) {
    case 'timed.lifted': {
      if (test.starts !== 'lift-off') return refuse('starts-at-go');
      if (timed.lifted) return refuse('already-lifted');
      const { liftedMs, shownMs } = event.body;
      const lifted =
        liftedMs === null
          ? { deviceMs: keyMoment(timed.go, shownMs, event.happenedAt).deviceMs, by: 'therapist' as const }
          : { deviceMs: liftedMs, by: 'camera' as const };
      return accept(withTimed(state, { ...timed, lifted }));
    }
    case 'timed.recorded': {
      const { result, provenance } = event.body;
      if (result.unit !== test.result) return refuse('other-unit');
      const told = { ...timed, provenance };
      const isWhole = result.endedBy !== 'interrupted';
      return accept(over(state, isWhole ? { ...told, status: 'unreviewed', result } : interrupted(told, result)));
    }
    case 'timed.ended': {
      const { how, shownMs } = event.body;
      if (how === 'broken-off') return accept(over(state, interrupted(timed, null)));
      if (!test.keys.includes(how)) return refuse('other-end');
      const result = endByKey(timed, test, how, keyMoment(timed.go, shownMs, event.happenedAt));
      return accept(over(state, { ...timed, status: 'unreviewed', result }));
    }
  }
}

type ReviewEvent = Exclude<TimedEvent, RunEvent | { type: 'timed.armed' | 'timed.cancelled' | 'timed.called' }>;

/** What the therapist says of it. Each can be taken back by its opposite. */
function review(state: EncounterState, timed: TimedState, test: TimedTest, event: ReviewEvent): Next {
  if (event.type === 'timed.modified') {
    const { modifications } = event.body;
    if (timed.status === 'cancelled') return refuse('cancelled');
    if (modifications.some((one) => !test.modifications.includes(one))) return refuse('other-modification');
    return accept(withTimed(state, { ...timed, modifications: [...new Set(modifications)] }));
  }
  if (!timed.result) return refuse('not-recorded');
  switch (event.type) {
    case 'timed.amended': {
      const { value, reason } = event.body;
      if (timed.status === 'interrupted') return refuse('interrupted');
      if (test.result === 'count' && value !== null && !Number.isInteger(value)) return refuse('not-a-count');
      return accept(withTimed(state, { ...timed, amended: value === null ? null : { value, reason } }));
    }
    case 'timed.accepted':
      if (timed.status === 'interrupted') return refuse('interrupted');
      if (timedValue(timed) === null) return refuse('no-value');
      return accept(withTimed(state, { ...timed, status: 'accepted', voidReason: null }));
    case 'timed.voided':
      if (timed.status === 'interrupted') return refuse('interrupted');
      return accept(withTimed(state, { ...timed, status: 'voided', voidReason: event.body.reason }));
  }
}

function withTimed(state: EncounterState, timed: TimedState): EncounterState {
  return { ...state, timed: state.timed.map((one) => (one.testId === timed.testId ? timed : one)) };
}

/** The test as it is now, and the device free again. */
function over(state: EncounterState, timed: TimedState): EncounterState {
  const isActive = state.active?.kind === 'timed' && state.active.testId === timed.testId;
  return { ...withTimed(state, timed), active: isActive ? null : state.active };
}
