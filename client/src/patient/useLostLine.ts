import { useEffect } from 'react';
import type { Encounter } from '../encounter/index.ts';

/** Long enough for a video server that restarts to be back. */
const GRACE_MS = 8_000;

/** While the therapist does not see or hear the patient for a while, what is under way stops (ruling 2). Why is told by the stopped page and its voice. */
export function useLostLine({ append, state }: Pick<Encounter, 'append' | 'state'>, seen: boolean): void {
  const active = state?.active != null;
  useEffect(() => {
    if (seen || !active) return;
    const timer = setTimeout(() => void append('stop.pressed', { how: 'hands-free' }), GRACE_MS);
    return () => clearTimeout(timer);
  }, [seen, active, append]);
}
