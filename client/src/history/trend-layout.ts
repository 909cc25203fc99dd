import type { Series } from '@plumbline/shared/encounter';
import { entryRulesFor } from '@plumbline/shared/measurement';
import { scaleLinear, scaleTime } from '@visx/scale';

type Value = Series['values'][number];

export interface TrendPoint {
  x: number;
  y: number;
  /** Where its ± ends, upper and lower; null where it has none. */
  bar: { top: number; bottom: number } | null;
  value: Value;
}

export interface TrendLayout {
  points: readonly TrendPoint[];
  /** What is joined by a line. */
  lines: readonly { from: TrendPoint; to: TrendPoint }[];
  /** Marks of the value axis, and of the days. */
  values: readonly { y: number; value: number }[];
  days: readonly { x: number; atMs: number }[];
}

/** The least that the height stands for: what may be error must not fill it. */
const LEAST_SPAN = { degrees: 40, cm: 10 };
const VALUE_MARKS = 3;
/** Beside the first and the last value, as a share of the width. */
const MARGIN = 0.04;

/** Places a series in a box of pixels, x from the left, y from the top. */
export function layTrend({ measure, values }: Pick<Series, 'measure' | 'values'>, width: number, height: number) {
  const times = values.map(({ atMs }) => atMs);
  const inset = MARGIN * width;
  const xOf = scaleTime({ domain: [Math.min(...times), Math.max(...times)], range: [inset, width - inset] });
  const yOf = scaleLinear({ domain: domainOf(measure, values), range: [height, 0], nice: VALUE_MARKS });
  const points = values.map((value): TrendPoint => {
    const { uncertainty, atMs } = value;
    const bar =
      uncertainty === null ? null : { top: yOf(value.value + uncertainty), bottom: yOf(value.value - uncertainty) };
    return { x: xOf(atMs), y: yOf(value.value), bar, value };
  });
  const lines = points.flatMap((to, i) => {
    const from = to.value.isJoined ? points.slice(0, i).findLast(({ value }) => value.isReviewed) : undefined;
    return from ? [{ from, to }] : [];
  });
  const [first, last] = [points[0], points.at(-1)];
  return {
    points,
    lines,
    values: yOf.ticks(VALUE_MARKS).map((value) => ({ y: yOf(value), value })),
    days: [first, last].flatMap((point) => (point ? [{ x: point.x, atMs: point.value.atMs }] : [])),
  } satisfies TrendLayout;
}

function domainOf(measure: string, values: readonly Value[]): [number, number] {
  const rules = entryRulesFor(measure);
  if (rules?.unit === 'level' || rules?.unit === 'thirds') return [rules.min, rules.max];
  const least = Math.min(...values.map(({ value, uncertainty }) => value - (uncertainty ?? 0)));
  const most = Math.max(...values.map(({ value, uncertainty }) => value + (uncertainty ?? 0)));
  const lacking = Math.max(0, LEAST_SPAN[rules?.unit === 'cm' ? 'cm' : 'degrees'] - (most - least));
  return [least - lacking / 2, most + lacking / 2];
}
