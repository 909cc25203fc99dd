import { useEffect, useRef, useState } from 'react';
import { wallNow } from './camera/camera-messages.ts';
import { openDrawing } from './camera/virtual-camera.ts';
import type { MotionOptions } from './motion/motion-for.ts';
import { completeStudio, type SomeStudio } from './studio/studio.ts';

export interface DemonstrationProps {
  /** The exercise or protocol to show. */
  motion: string;
  /** What is shown, in words, for those who do not see it. */
  label: string;
  options?: Pick<MotionOptions, 'side' | 'tempo' | 'peakDegrees' | 'facing' | 'position'>;
  studio?: SomeStudio;
  width?: number;
  height?: number;
  className?: string;
}

/** Enough for any set; the picture is gone before that. */
const REPETITIONS = 300;
/** Start and end position in turn, without the movement between. */
const STEPWISE = '0.001-2.5-0.001-2.5';

/** The figure showing an exercise over and over at its tempo; people who asked for less motion see its two ends in turn. */
export function Demonstration({
  motion,
  label,
  options = {},
  studio = {},
  width = 480,
  height = 360,
  className,
}: DemonstrationProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const request = JSON.stringify({ motion, options, studio, width, height });
  useEffect(() => {
    const holder = frame.current;
    if (!holder) return;
    const given = JSON.parse(request) as Required<Omit<DemonstrationProps, 'label' | 'className'>>;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const drawing = openDrawing(given.width, given.height, still ? 2 : 20, completeStudio(given.studio));
    drawing.canvas.style.inlineSize = '100%';
    drawing.canvas.style.blockSize = 'auto';
    holder.replaceChildren(drawing.canvas);
    setFailed(false);
    let gone = false;
    drawing.ready.catch(() => !gone && setFailed(true));
    const tempo = still ? { tempo: STEPWISE } : {};
    const motionOptions = { ...given.options, ...tempo, repetitions: REPETITIONS, leadInMs: 800 };
    drawing.send({ say: 'order', order: { atMs: wallNow(), do: 'perform', id: given.motion, options: motionOptions } });
    return () => {
      gone = true;
      drawing.send({ say: 'close' });
      holder.replaceChildren();
    };
  }, [request]);
  return <div ref={frame} role="img" aria-label={label} className={className} hidden={failed} />;
}
