import type { EncounterState } from '@plumbline/shared/encounter';
import { useEffect, useRef, useState } from 'react';
import { screenPause } from './screen-pause.ts';
import type { Commands } from './useCommands.ts';

/** Runs a screen through its steps: after a rest the next trial is asked for by itself. Returns when it will be, epoch ms of this device; null where nothing is to come. */
export function useScreenRunner(state: EncounterState, commands: Commands, isHeld: boolean): number | null {
  const pause = isHeld ? null : screenPause(state);
  const [dueMs, setDueMs] = useState<number | null>(null);
  const latest = useRef({ state, commands });
  useEffect(() => {
    latest.current = { state, commands };
  });
  const key = pause?.key ?? null;
  const restMs = pause?.restMs ?? 0;
  useEffect(() => {
    if (!key) {
      setDueMs(null);
      return;
    }
    setDueMs(Date.now() + restMs);
    const timer = setTimeout(() => {
      const now = screenPause(latest.current.state);
      if (now?.key === key) void latest.current.commands.armNext(now.screen, latest.current.state.trials);
    }, restMs);
    return () => clearTimeout(timer);
  }, [key, restMs]);
  return dueMs;
}
