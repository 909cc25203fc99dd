import { type RefObject, useEffect, useState } from 'react';
import { createDirector, type DirectorView } from './director.ts';
import { DEMO_SCRIPT } from './script.ts';

const TICK_MS = 200;
const POINT_MS = 1_100;
const STUCK_MS = 60_000;

const FIRST: DirectorView = { step: 0, caption: 'link', phase: 'waiting', target: null };

interface Frames {
  therapist: RefObject<HTMLIFrameElement | null>;
  patient: RefObject<HTMLIFrameElement | null>;
}

/** Plays the script on the two frames while `playing`. A new `take` begins anew. */
export function useDirector({ therapist, patient }: Frames, take: number, playing: boolean): DirectorView {
  const [view, setView] = useState(FIRST);
  const [director, setDirector] = useState<ReturnType<typeof createDirector> | null>(null);

  useEffect(() => {
    setView(FIRST);
    const page = (frame: RefObject<HTMLIFrameElement | null>) => () => frame.current?.contentDocument ?? null;
    setDirector(
      take === 0
        ? null
        : createDirector({
            steps: DEMO_SCRIPT,
            frames: { therapist: page(therapist), patient: page(patient) },
            onView: setView,
            pointMs: POINT_MS,
            stuckAfterMs: STUCK_MS,
            now: () => performance.now(),
          }),
    );
  }, [take, therapist, patient]);

  useEffect(() => {
    if (!director || !playing) return;
    const timer = setInterval(() => director.tick(), TICK_MS);
    return () => clearInterval(timer);
  }, [director, playing]);

  return playing ? view : { ...view, target: null };
}
