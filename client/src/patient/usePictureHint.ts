import type { LandmarkFrame } from '@plumbline/shared/measurement';
import { useEffect, useState } from 'react';
import type { PoseSource } from '../pose/index.ts';
import { createPictureHint, type PictureHint } from './picture-hint.ts';

/** What is wrong with the picture before the visit, from the measuring itself; null while it is good or not known. */
export function usePictureHint(pose: PoseSource | null): PictureHint | null {
  const [hint, setHint] = useState<PictureHint | null>(null);
  useEffect(() => {
    if (!pose) return;
    const judge = createPictureHint();
    const stop = pose.onFrame((frame: LandmarkFrame) => setHint(judge(frame)));
    return () => {
      stop();
      setHint(null);
    };
  }, [pose]);
  return hint;
}
