import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  findProtocol,
  framesOf,
  measureProtocol,
  type Protocol,
  type Side,
} from '../../../shared/src/measurement/index.ts';

interface Kept {
  id: string;
  group: 'held-out' | 'off-plane';
  protocol: string;
  side: Side;
  truthDegrees: number;
  track: unknown;
}

/** What the pose engine saw of rendered people whose angles are known; made by keep-tracks.mjs. */
const kept = JSON.parse(
  gunzipSync(readFileSync(new URL('./kept-tracks.json.gz', import.meta.url))).toString('utf8'),
) as Kept[];
const measure = ({ protocol, side, track }: Kept) =>
  measureProtocol(framesOf(track).frames, findProtocol(protocol) as Protocol, side);
const inGroup = (group: Kept['group']) =>
  kept.filter((one) => one.group === group).map((one) => [one.id, one] as const);

describe('on landmarks of the real pose engine', () => {
  test.each(inGroup('held-out'))('%s: the truth lies inside the ±, which is at most 12°', (_id, one) => {
    const { rangeOfMotion, refused } = measure(one);
    expect(refused).toEqual([]);
    const { valueDegrees = Number.NaN, uncertaintyDegrees = Number.NaN } = rangeOfMotion ?? {};
    expect(uncertaintyDegrees).toBeLessThanOrEqual(12);
    expect(Math.abs(valueDegrees - one.truthDegrees)).toBeLessThanOrEqual(uncertaintyDegrees);
  });

  test.each(inGroup('off-plane'))('%s: turned away by 40° and more, it is refused', (_id, one) => {
    expect(measure(one)).toMatchObject({ rangeOfMotion: null, refused: ['wrong-view'] });
  });

  test.each(inGroup('held-out'))('%s: seen in a mirror, the other side has the same value', (_id, one) => {
    const frames = framesOf(one.track).frames.map((frame) => ({
      ...frame,
      image: frame.image && exchanged(frame.image.map((point) => ({ ...point, x: 1 - point.x }))),
      world: frame.world && exchanged(frame.world.map((point) => ({ ...point, x: -point.x }))),
    }));
    const other = one.side === 'left' ? 'right' : 'left';
    const mirrored = measureProtocol(frames, findProtocol(one.protocol) as Protocol, other).rangeOfMotion;
    expect(mirrored?.valueDegrees).toBeCloseTo(measure(one).rangeOfMotion?.valueDegrees ?? Number.NaN, 3);
  });
});

/** Left and right points change places: indices come in pairs from 1 on, the eyes in threes. */
function exchanged<T>(points: readonly T[]): T[] {
  const partner = (i: number) => (i === 0 ? 0 : i <= 6 ? (i <= 3 ? i + 3 : i - 3) : i % 2 === 1 ? i + 1 : i - 1);
  return points.map((_, i) => points[partner(i)] as T);
}
