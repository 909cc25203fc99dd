import type { EncounterState } from '@plumbline/shared/encounter';
import { useState } from 'react';

/** Whether the patient's joint is highly irritable, so that a measurement has one trial: as the therapist says, else as the visit's last trial was asked for. */
export function useIrritable({ trials }: Pick<EncounterState, 'trials'>): [boolean, (irritable: boolean) => void] {
  const [said, setSaid] = useState<boolean | null>(null);
  return [said ?? trials.at(-1)?.irritable ?? false, setSaid];
}
