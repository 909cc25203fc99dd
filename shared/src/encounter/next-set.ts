import type { EncounterState, SetState } from './state.ts';
import { accept, cannotBegin, type EventOf, findSet, type Next, refuse, withSet } from './transition.ts';

type RepetitionEvent = EventOf<'repetition'>;

/** Sets and the rows of their ledgers. */
export function nextSet(state: EncounterState, event: EventOf<'set'> | RepetitionEvent, atMs: number): Next {
  if (event.type === 'set.started') {
    const blocked = cannotBegin(state);
    if (blocked) return refuse(blocked);
    if (findSet(state, event.body.setId)) return refuse('known-id');
    const set: SetState = {
      ...event.body,
      status: 'running',
      startedAtMs: atMs,
      endedAtMs: null,
      repetitions: [],
      struck: [],
      added: [],
      provenance: null,
    };
    return accept({ ...state, sets: [...state.sets, set], active: { kind: 'set', setId: set.setId } });
  }
  const set = findSet(state, event.body.setId);
  if (!set) return refuse('unknown-set');
  if (event.type !== 'set.ended') return nextRow(state, set, event, atMs);
  if (set.status === 'ended') return refuse('already-ended');
  const active = state.active?.kind === 'set' && state.active.setId === set.setId ? null : state.active;
  return accept({ ...withSet(state, { ...set, status: 'ended', endedAtMs: atMs }), active });
}

/** A row is recorded once; striking leaves it where it is, and each correction has its opposite. */
function nextRow(state: EncounterState, set: SetState, event: RepetitionEvent, atMs: number): Next {
  switch (event.type) {
    case 'repetition.recorded': {
      const { repetition, provenance } = event.body;
      if (set.repetitions.some((row) => isSame(row, repetition))) return refuse('known-repetition');
      const repetitions = [...set.repetitions, { ...repetition, index: freeIndex(set, repetition.index) }];
      repetitions.sort((a, b) => a.index - b.index);
      return accept(withSet(state, { ...set, repetitions, provenance }));
    }
    case 'repetition.struck': {
      const { index, reason } = event.body;
      if (!set.repetitions.some((row) => row.index === index)) return refuse('unknown-repetition');
      if (set.struck.some((row) => row.index === index)) return refuse('already-struck');
      return accept(withSet(state, { ...set, struck: [...set.struck, { index, reason, atMs }] }));
    }
    case 'repetition.restored': {
      const struck = set.struck.filter((row) => row.index !== event.body.index);
      if (struck.length === set.struck.length) return refuse('not-struck');
      return accept(withSet(state, { ...set, struck }));
    }
    case 'repetition.added': {
      const { addedId, reason } = event.body;
      if (set.added.some((row) => row.addedId === addedId)) return refuse('known-id');
      return accept(withSet(state, { ...set, added: [...set.added, { addedId, reason, atMs }] }));
    }
    case 'repetition.removed': {
      const added = set.added.filter((row) => row.addedId !== event.body.addedId);
      if (added.length === set.added.length) return refuse('unknown-repetition');
      return accept(withSet(state, { ...set, added }));
    }
  }
}

type Row = SetState['repetitions'][number];

/** The same movement twice: it has the same number, and no moment of its own. */
function isSame(one: Row, other: Row): boolean {
  return one.index === other.index && !(other.startMs >= one.endMs || other.endMs <= one.startMs);
}

/** The number asked for, or the next free one: a device that took over numbered on without a row that came late. */
function freeIndex({ repetitions }: SetState, wanted: number): number {
  const isTaken = repetitions.some(({ index }) => index === wanted);
  return isTaken ? Math.max(...repetitions.map(({ index }) => index)) + 1 : wanted;
}
