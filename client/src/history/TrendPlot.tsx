import type { Series } from '@plumbline/shared/encounter';
import { useId } from 'react';
import { layTrend } from './trend-layout.ts';
import { useDay } from './useDay.ts';

const BOX = { width: 240, height: 84 };
/** Room for the marks of the axes. */
const EDGE = { left: 30, right: 8, top: 6, bottom: 18 };

interface TrendPlotProps {
  series: Series;
  /** Read in place of the picture. */
  label: string;
  /** What stands at a mark of the value axis. */
  mark: (value: number) => string;
}

/** Values over time with their ±: filled where reviewed, hollow where not, joined where the set-ups allow it. */
export function TrendPlot({ series, label, mark }: TrendPlotProps) {
  const title = useId();
  const day = useDay();
  const { points, lines, values, days } = layTrend(series, BOX.width, BOX.height);
  const [width, height] = [EDGE.left + BOX.width + EDGE.right, EDGE.top + BOX.height + EDGE.bottom];
  return (
    <svg className="trend__plot" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={title}>
      <title id={title}>{label}</title>
      <g transform={`translate(${EDGE.left} ${EDGE.top})`}>
        {values.map(({ y, value }) => (
          <g key={value}>
            <line className="trend__rule" x1={0} x2={BOX.width} y1={y} y2={y} />
            <text className="trend__mark" x={-6} y={y} dy="0.32em" textAnchor="end">
              {mark(value)}
            </text>
          </g>
        ))}
        {days.map(({ x, atMs }, i) => (
          <text
            key={i === 0 ? 'first' : 'last'}
            className="trend__mark"
            x={x}
            y={BOX.height + EDGE.bottom - 4}
            textAnchor={i === 0 ? 'start' : 'end'}
          >
            {day(atMs)}
          </text>
        ))}
        {lines.map(({ from, to }) => (
          <line key={to.x} className="trend__line" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
        ))}
        {points.map(({ x, y, bar, value }) => (
          <g key={`${value.measurementId} ${value.atMs}`}>
            {bar ? <path className="trend__bar" d={`M${x} ${bar.top}V${bar.bottom}`} /> : null}
            <circle className="trend__point" data-hollow={!value.isReviewed} cx={x} cy={y} r={3.4} />
          </g>
        ))}
      </g>
    </svg>
  );
}
