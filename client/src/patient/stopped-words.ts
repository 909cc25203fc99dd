import type { EncounterState } from '@plumbline/shared/encounter';

export interface StopCircumstances {
  /** The therapist sees and hears the patient. */
  seen: boolean;
  /** Our server is in reach, so that the therapist is told. */
  online: boolean;
  /** This device could not even store the stop. */
  untold: boolean;
}

export type StoppedWords = 'lead' | 'byTherapist' | 'connectionLost' | 'offline' | 'untold';

/** What a stopped patient reads: who stopped, and truly whether the therapist knows. */
export function stoppedWords(stop: EncounterState['stop'], { seen, online, untold }: StopCircumstances): StoppedWords {
  if (stop?.by === 'therapist') return 'byTherapist';
  if (untold) return 'untold';
  if (stop?.how === 'hands-free' && !seen) return 'connectionLost';
  return online ? 'lead' : 'offline';
}

/** Whether the patient may go on by themselves: after their own stop, with the therapist watching. Who was stopped by the therapist waits for the therapist. */
export function mayGoOn(stop: EncounterState['stop'], { seen }: Pick<StopCircumstances, 'seen'>): boolean {
  return stop?.by === 'patient' && seen;
}
