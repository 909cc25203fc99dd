import type {
  AddReason,
  EventBody,
  PainMark,
  PainMarkKind,
  StrikeReason,
  TakeBackReason,
} from '@plumbline/shared/encounter';
import { v7 as uuid } from 'uuid';
import type { Encounter } from '../encounter/index.ts';

export type WantedValue = Omit<EventBody<'value.entered'>, 'valueId'>;
export type Amendment = Omit<EventBody<'trial.amended'>, 'trialId'>;

/** What the therapist adds to or corrects in what was recorded; each is one event of this device. */
export function correctionCommands(append: Encounter['append']) {
  return {
    amend: (trialId: string, amendment: Amendment) => void append('trial.amended', { trialId, ...amendment }),
    markPain: (trialId: string, mark: PainMark) => void append('pain.marked', { trialId, mark }),
    unmarkPain: (trialId: string, what: PainMarkKind) => void append('pain.unmarked', { trialId, what }),
    enterValue: (value: WantedValue) => void append('value.entered', { valueId: uuid(), ...value }),
    takeBackValue: (valueId: string, reason: TakeBackReason) => void append('value.taken-back', { valueId, reason }),
    strike: (setId: string, index: number, reason: StrikeReason) =>
      void append('repetition.struck', { setId, index, reason }),
    restore: (setId: string, index: number) => void append('repetition.restored', { setId, index }),
    addRepetition: (setId: string, reason: AddReason) =>
      void append('repetition.added', { setId, addedId: uuid(), reason }),
    removeRepetition: (setId: string, addedId: string) => void append('repetition.removed', { setId, addedId }),
  };
}
