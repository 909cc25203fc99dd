import type { EncounterState } from '@plumbline/shared/encounter';
import { useEffect, useRef, useState } from 'react';
import { type Afterword, afterwordFor } from './afterword.ts';

const SHOWN_MS = 6_000;

/** The afterword of what was just done, for some seconds. */
export function useAfterword(state: EncounterState | null): Afterword | null {
  const [afterword, setAfterword] = useState<Afterword | null>(null);
  const before = useRef(state);
  useEffect(() => {
    const said = before.current && state ? afterwordFor(before.current, state) : null;
    before.current = state;
    if (said) setAfterword(said);
  }, [state]);
  useEffect(() => {
    if (!afterword) return;
    const timer = setTimeout(() => setAfterword(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [afterword]);
  return state?.active || state?.stop || state?.status !== 'open' ? null : afterword;
}
