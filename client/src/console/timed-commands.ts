import type { EventBody, TimedAmendment, TimedState, VoidReason } from '@plumbline/shared/encounter';
import type { KeyEnd, Modification } from '@plumbline/shared/programme';
import { v7 as uuid } from 'uuid';
import type { Encounter } from '../encounter/index.ts';

export type WantedTest = Omit<EventBody<'timed.armed'>, 'testId'>;

/** What the therapist can do with a timed test; each is one event of this device. */
export function timedCommands(append: Encounter['append']) {
  const armTimed = (test: WantedTest) => void append('timed.armed', { testId: uuid(), ...test });
  return {
    armTimed,
    /** The same test under the same conditions once more; what was recorded stays. */
    repeatTimed: ({ test, side, conditions, falls, person }: TimedState) =>
      armTimed({ test, side, conditions: [...conditions], falls, person }),
    cancelTimed: (testId: string) => void append('timed.cancelled', { testId }),
    callTimed: (testId: string) => void append('timed.called', { testId }),
    /** `shownMs`: the capture time of the frame on this screen. */
    liftTimed: (testId: string, shownMs: number | null) =>
      void append('timed.lifted', { testId, liftedMs: null, shownMs }),
    endTimed: (testId: string, how: KeyEnd | 'broken-off', shownMs: number | null) =>
      void append('timed.ended', { testId, how, shownMs }),
    modifyTimed: (testId: string, modifications: Modification[]) =>
      void append('timed.modified', { testId, modifications }),
    amendTimed: (testId: string, value: number | null, reason: TimedAmendment) =>
      void append('timed.amended', { testId, value, reason }),
    acceptTimed: (testId: string) => void append('timed.accepted', { testId }),
    voidTimed: (testId: string, reason: VoidReason) => void append('timed.voided', { testId, reason }),
  };
}
