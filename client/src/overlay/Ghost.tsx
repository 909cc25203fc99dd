import type { Ghost as Outline } from '@plumbline/shared/measurement';
import './ghost.css';

/** Where somebody stood, drawn over their picture. It only draws; whoever does not see it is told by the cue. */
export function Ghost({ ghost: { shape, head, nose, outlines } }: { ghost: Outline }) {
  const at = ([x, y]: readonly [number, number]) => `${100 * x * shape} ${100 * y}`;
  const path = outlines.map((points) => `M${points.map(at).join('L')}Z`).join('');
  return (
    <svg className="ghost" viewBox={`0 0 ${100 * shape} 100`} aria-hidden="true">
      {/* A dark edge keeps the light line readable on a light wall. */}
      {(['edge', 'line'] as const).map((part) => (
        <g key={part} className={`ghost-${part}`}>
          <path d={path} />
          <circle cx={100 * head.at[0] * shape} cy={100 * head.at[1]} r={100 * head.radius} />
          <path d={`M${at(nose)}h0.01`} className="ghost-nose" />
        </g>
      ))}
    </svg>
  );
}
