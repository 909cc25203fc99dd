import type { z } from 'zod';
import {
  type FallsScreen,
  findTimedTest,
  isModified,
  type Modification,
  type TestCondition,
} from '../programme/index.ts';
import type { TimedAmendment, TimedOutcome, testedPerson, VoidReason } from './bodies-timed.ts';
import type { Provenance } from './provenance.ts';

/** A functional test with a clock. */
export interface TimedState {
  testId: string;
  /** Its definition, `id@version`. */
  test: string;
  side: 'left' | 'right' | null;
  conditions: readonly TestCondition[];
  falls: FallsScreen;
  person: z.infer<typeof testedPerson> | null;
  /** armed: the patient gets ready. called: the device is to say "Go". unreviewed: recorded, not yet decided. interrupted: it began and has no result. cancelled: it never began. */
  status: 'armed' | 'called' | 'running' | 'unreviewed' | 'accepted' | 'voided' | 'interrupted' | 'cancelled';
  armedAtMs: number;
  calledAtMs: number | null;
  /** The word "Go", on the patient's device's clock and on the server's. */
  go: { deviceMs: number; atMs: number; uncertaintyMs: number } | null;
  /** When the foot left the floor, on the patient's device's clock; by whom. */
  lifted: { deviceMs: number; by: 'camera' | 'therapist' } | null;
  /** As it was recorded, whatever is amended. */
  result: TimedOutcome | null;
  provenance: Provenance | null;
  modifications: readonly Modification[];
  amended: { value: number; reason: TimedAmendment } | null;
  voidReason: VoidReason | null;
}

/** The value as it is to be read, after its amendment: stands or seconds. */
export function timedValue({ result, amended }: Pick<TimedState, 'result' | 'amended'>): number | null {
  return amended?.value ?? result?.value ?? null;
}

/** Done otherwise than published. */
export function wasModified({ test, conditions, modifications }: TimedState): boolean {
  const definition = findTimedTest(test);
  return definition === undefined || isModified(definition, conditions, modifications);
}

/** A test that is broken off: nothing is told of one that had not begun, one that ran is kept without a value. */
export function haltTimed(timed: TimedState): TimedState {
  if (timed.status === 'armed' || timed.status === 'called') return { ...timed, status: 'cancelled' };
  return timed.status === 'running' ? interrupted(timed, null) : timed;
}

/** Without a value, with what was recorded of the way there, if anything was. */
export function interrupted(timed: TimedState, recorded: TimedOutcome | null): TimedState {
  const unit = findTimedTest(timed.test)?.result ?? 'seconds';
  const nothing: TimedOutcome = {
    value: null,
    unit,
    uncertaintySeconds: null,
    endedBy: 'interrupted',
    timedBy: 'clock',
    lastWasUnderWay: false,
    standsAtS: [],
  };
  return { ...timed, status: 'interrupted', result: recorded ?? nothing };
}
