import type { EventBody, MeasuringDevice, TrialState } from '@plumbline/shared/encounter';
import type { SetUp } from '@plumbline/shared/measurement';
import { useMemo } from 'react';
import { v7 as uuid } from 'uuid';
import type { Encounter } from '../encounter/index.ts';
import { correctionCommands } from './correction-commands.ts';
import { screenCommands } from './screen-commands.ts';
import { timedCommands } from './timed-commands.ts';

export type WantedSet = Omit<EventBody<'set.started'>, 'setId'>;
export type Commands = ReturnType<typeof useCommands>;

interface Circumstances {
  /** A measurement has one trial. */
  irritable: boolean;
  /** Where the patient's page leads them before a trial. */
  lastSetUp: (protocol: string, side: 'left' | 'right') => SetUp | null;
}

/** What the therapist can do in a visit; each is one event of this device. */
export function useCommands({ append }: Pick<Encounter, 'append'>, { irritable, lastSetUp }: Circumstances) {
  return useMemo(() => {
    /** Arms a trial of `protocol` (`id@version`); under the same measurement it is one more of its trials. */
    const arm = (protocol: string, side: 'left' | 'right', measurementId: string = uuid()) =>
      append('trial.armed', {
        trialId: uuid(),
        measurementId,
        protocol,
        side,
        irritable,
        screen: null,
        lastSetUp: lastSetUp(protocol, side),
      });
    return {
      admit: () => void append('patient.admitted', {}),
      returnToWaiting: () => void append('patient.returned-to-waiting', {}),
      arm: (protocol: string, side: 'left' | 'right') => void arm(protocol, side),
      /** The same measurement once more; what was recorded and not decided yet is declined. */
      async again({ trialId, measurementId, protocol, side, status }: TrialState) {
        if (status === 'unreviewed') await append('trial.declined', { trialId });
        await arm(protocol, side, measurementId);
      },
      /** Keeps what was recorded and asks for the measurement's next trial. */
      async keepAndNext({ trialId, measurementId, protocol, side }: TrialState) {
        await append('trial.kept', { trialId });
        await arm(protocol, side, measurementId);
      },
      cancelTrial: (trialId: string) => void append('trial.cancelled', { trialId }),
      keep: (trialId: string) => void append('trial.kept', { trialId }),
      decline: (trialId: string) => void append('trial.declined', { trialId }),
      startSet: (set: WantedSet) => void append('set.started', { setId: uuid(), ...set }),
      endSet: (setId: string) => void append('set.ended', { setId }),
      stopAll: () => void append('stop.pressed', { how: 'therapist' }),
      resolveStop: (choice: 'resume' | 'end-set') => void append('stop.resolved', { choice }),
      measureBy: (by: MeasuringDevice, reason: EventBody<'measuring.chosen'>['reason']) =>
        void append('measuring.chosen', { by, reason }),
      show: (display: EventBody<'display.changed'>) => void append('display.changed', display),
      endVisit: () => append('visit.ended', {}),
      ...correctionCommands(append),
      ...screenCommands(append, lastSetUp),
      ...timedCommands(append),
    };
  }, [append, irritable, lastSetUp]);
}
