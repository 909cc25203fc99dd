import {
  type LandmarkFrame,
  measureProtocol,
  type Protocol,
  type Side,
} from '../../../shared/src/measurement/index.ts';
import type { Table } from '../table.mjs';

/** The methods a protocol could read its angle by, and the definition it had before it was read from the pelvis. */
export const WAYS = ['planar', 'corrected', '3-D', 'fused', 'from the trunk'] as const;
export type Way = (typeof WAYS)[number];

/** What each way made of one trial less the truth, degrees; null where it was refused. */
export type Errors = Record<Way, number | null>;

/** One trial read in every way, and how far the body was turned off the plane: in truth, and as the metres had it. */
export interface Tried {
  protocol: string;
  group: 'fit' | 'held-out' | 'off-plane';
  errors: Errors;
  turn: { true: number; seen: number };
}

/** Reads the same landmarks in every way. */
export function tryWays(frames: readonly LandmarkFrame[], protocol: Protocol, side: Side, truth: number): Errors {
  const error = (change: Partial<Protocol>) => {
    const value = measureProtocol(frames, { ...protocol, ...change }, side).rangeOfMotion?.valueDegrees;
    return value === undefined ? null : value - truth;
  };
  return {
    planar: error({ method: 'planar' }),
    corrected: error({ method: 'corrected' }),
    '3-D': error({ method: '3d' }),
    fused: error({ method: 'fused' }),
    'from the trunk': error({ reference: 'trunk' }),
  };
}

/** How each way does on the trials it may be chosen by and on those that judge it, which one is used, and why. */
export function methodTables(tried: readonly Tried[], protocols: readonly Protocol[]): Table[] {
  return [
    {
      headings: ['mean absolute error, fit / held-out', ...WAYS, 'used', 'because'],
      rows: protocols.map((one) => {
        const own = tried.filter(({ protocol }) => protocol === one.id);
        return [
          one.id,
          ...WAYS.map((way) => (way === 'from the trunk' && one.reference === 'trunk' ? '' : cellOf(own, way))),
          usedBy(one),
          whyOf(own, one, turnReason(one, planeRow(tried, protocols, one.plane)[3])),
        ];
      }),
    },
    {
      headings: ['strong protocols by plane', 'planar', 'corrected', 'turn seen: r', 'error (SD)', 'true turn (SD)'],
      rows: (['frontal', 'sagittal'] as const).map((plane) => planeRow(tried, protocols, plane)),
    },
  ];
}

function usedBy({ method, reference }: Protocol): string {
  return reference === 'pelvis' ? `${method}, from the pelvis` : method;
}

function turnReason({ plane, method }: Protocol, r: string | undefined): string {
  if (plane === 'frontal' && method === 'planar') return 'the head turns alone';
  return `turn ${plane === 'frontal' ? 'seen' : 'not seen'} (r ${r})`;
}

/** What the others would have cost on the trials that choose, and whether the body's turn is seen in this plane. */
function whyOf(own: readonly Tried[], { method, reference }: Protocol, turn: string): string {
  const chosen = method === 'corrected' ? 'corrected' : 'planar';
  const others: Way[] = reference === 'pelvis' ? ['3-D', 'from the trunk'] : ['3-D'];
  return [...others.flatMap((way) => against(own, way, chosen) ?? []), turn].join(', ');
}

/** How another way does beside the chosen one on the fit trials; null where it read none. */
function against(own: readonly Tried[], way: Way, chosen: Way): string | null {
  const [other, used] = [fitErrors(own, way), fitErrors(own, chosen)];
  if (other.length === 0) return null;
  if (other.length < used.length) return `${way} loses ${used.length - other.length} of ${used.length}`;
  const more = mean(other) - mean(used);
  return `${way} ${Math.abs(more).toFixed(1)}° ${more < 0 ? 'better' : 'worse'}`;
}

function fitErrors(own: readonly Tried[], way: Way): number[] {
  return own
    .filter(({ group }) => group === 'fit')
    .flatMap(({ errors }) => Math.abs(errors[way] ?? Number.NaN))
    .filter(Number.isFinite);
}

function cellOf(own: readonly Tried[], way: Way): string {
  return (['fit', 'held-out'] as const)
    .map((group) => {
      const all = own.filter((one) => one.group === group);
      const errors = all.flatMap(({ errors }) => errors[way] ?? []);
      const lost = errors.length < all.length ? ` (${errors.length})` : '';
      return errors.length === 0 ? '–' : `${mean(errors.map(Math.abs)).toFixed(1)}°${lost}`;
    })
    .join(' / ');
}

function planeRow(tried: readonly Tried[], protocols: readonly Protocol[], plane: Protocol['plane']): string[] {
  const strong = protocols.filter((one) => one.plane === plane && one.strength === 'strong').map(({ id }) => id);
  const own = tried.filter(({ protocol, group }) => strong.includes(protocol) && group !== 'off-plane');
  const [turns, seen] = [own.map(({ turn }) => turn.true), own.map(({ turn }) => turn.seen)];
  const apart = seen.map((one, i) => one - (turns[i] ?? Number.NaN));
  return [
    plane,
    cellOf(own, 'planar'),
    cellOf(own, 'corrected'),
    correlation(turns, seen).toFixed(2),
    `${deviation(apart).toFixed(1)}°`,
    `${deviation(turns).toFixed(1)}°`,
  ];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

/** Pearson's r. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  return mean(a.map((value, i) => (value - meanA) * ((b[i] ?? Number.NaN) - meanB))) / (deviation(a) * deviation(b));
}
