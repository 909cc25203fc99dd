import { useCallback, useEffect, useState } from 'react';
import type { Speech } from '../speech/index.ts';

/** Whether tones and voice can be heard. The first tap or key anywhere lets them. */
export function useSound(speech: Speech): { heard: boolean; unlock: () => void } {
  const [heard, setHeard] = useState(true);
  const unlock = useCallback(() => void speech.unlock().then(setHeard), [speech]);
  useEffect(() => {
    window.addEventListener('pointerdown', unlock);
    window.addEventListener('keydown', unlock);
    // After a reload the browser may want a tap first: asked at once, so that a button can say so.
    unlock();
    return () => {
      window.removeEventListener('pointerdown', unlock);
      window.removeEventListener('keydown', unlock);
    };
  }, [unlock]);
  return { heard, unlock };
}
