import type { ReactNode } from 'react';
import './target-arc.css';

interface TargetArcProps {
  /** 0–1 of the way; null while the movement is not seen. */
  progress: number | null;
  /** 0–1: where the mark stands. */
  target?: number;
  /** Read in place of the picture. */
  label: string;
  children?: ReactNode;
}

const START = 210;
const SWEEP = 240;
const RADIUS = 165;
const CENTRE = 190;

function at(share: number, radius = RADIUS): [number, number] {
  const degrees = START - share * SWEEP;
  const radians = (degrees * Math.PI) / 180;
  return [CENTRE + radius * Math.cos(radians), CENTRE - radius * Math.sin(radians)];
}

function arc(share: number): string {
  const [x0, y0] = at(0);
  const [x1, y1] = at(share);
  return `M${x0.toFixed(1)} ${y0.toFixed(1)}A${RADIUS} ${RADIUS} 0 ${share * SWEEP > 180 ? 1 : 0} 1 ${x1.toFixed(1)} ${y1.toFixed(1)}`;
}

/** How far the movement has come, as an arc that fills towards a mark. Readable from three metres. */
export function TargetArc({ progress, target = 1, label, children }: TargetArcProps) {
  const filled = Math.max(0, Math.min(1, progress ?? 0));
  const reached = progress !== null && progress >= target;
  const [mx0, my0] = at(target, RADIUS - 20);
  const [mx1, my1] = at(target, RADIUS + 20);
  return (
    <div className={`target-arc${reached ? ' is-reached' : ''}`}>
      <svg viewBox="0 0 380 340" role="img" aria-label={label}>
        <path className="target-arc-way" d={arc(1)} />
        {filled > 0.01 ? <path className="target-arc-done" d={arc(filled)} /> : null}
        <path className="target-arc-mark" d={`M${mx0} ${my0}L${mx1} ${my1}`} />
      </svg>
      <div className="target-arc-inside">{children}</div>
    </div>
  );
}
