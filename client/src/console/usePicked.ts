import type { EncounterState } from '@plumbline/shared/encounter';
import { useEffect, useState } from 'react';

/** Which entry of the timeline was picked to look at; whatever begins next takes its place. */
export function usePicked({ active }: Pick<EncounterState, 'active'>): [string | null, (key: string | null) => void] {
  const [picked, setPicked] = useState<string | null>(null);
  const isActive = active !== null;
  useEffect(() => {
    if (isActive) setPicked(null);
  }, [isActive]);
  return [picked, setPicked];
}
