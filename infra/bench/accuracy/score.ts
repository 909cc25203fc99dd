import {
  angleOf,
  type LandmarkFrame,
  measureProtocol,
  type Protocol,
  pointsIn,
  type Refusal,
  type Side,
} from '../../../shared/src/measurement/index.ts';
import { median } from '../statistics.mjs';

/** What the product and two plain methods made of one trial, against the truth. Degrees. */
export interface Scored {
  id: string;
  group: 'fit' | 'held-out' | 'off-plane';
  protocol: string;
  truth: number;
  /** Null where it was refused. */
  value: number | null;
  uncertainty: number | null;
  refused: readonly Refusal[];
  /** The extreme of the plain angle over all frames, nothing refused: from the image, and from the model's metres. */
  planar: number | null;
  metres: number | null;
}

/** Scores one trial: ours by `measureProtocol`, the baselines on the same landmarks. */
export function scoreTrial(
  seen: { id: string; group: Scored['group']; side: Side; truth: number; frames: readonly LandmarkFrame[] },
  protocol: Protocol,
): Scored {
  const { rangeOfMotion, refused } = measureProtocol(seen.frames, protocol, seen.side);
  return {
    id: seen.id,
    group: seen.group,
    protocol: protocol.id,
    truth: seen.truth,
    value: rangeOfMotion?.valueDegrees ?? null,
    uncertainty: rangeOfMotion?.uncertaintyDegrees ?? null,
    refused,
    planar: extremeOf(seen.frames, protocol, seen.side, 'planar'),
    metres: extremeOf(seen.frames, protocol, seen.side, '3d'),
  };
}

function extremeOf(
  frames: readonly LandmarkFrame[],
  { angle, value }: Protocol,
  side: Side,
  space: 'planar' | '3d',
): number | null {
  const angles = frames.flatMap((frame) => {
    const points = pointsIn(frame, space);
    return (points && angleOf(points, angle, side)) ?? [];
  });
  if (angles.length === 0) return null;
  return value === 'deficit' ? Math.min(...angles) : Math.max(...angles);
}

export interface Row {
  protocol: string;
  good: number;
  accepted: number;
  meanError: number;
  meanAbsoluteError: number;
  /** Half-width of the 95 % limits of agreement. */
  spread: number;
  covered: number;
  /** 95 % interval of the covered share (Wilson 1927). */
  coveredBetween: readonly [number, number];
  medianUncertainty: number;
  offPlane: number;
  offPlaneAccepted: number;
  planarError: number;
  metresError: number;
}

/** One row for a group of scored trials that were taken in the protocol's view, and those that were not. */
export function rowOf(protocol: string, good: readonly Scored[], offPlane: readonly Scored[]): Row {
  const accepted = good.flatMap(({ value, uncertainty, truth }) =>
    value === null || uncertainty === null ? [] : [{ error: value - truth, uncertainty }],
  );
  const errors = accepted.map(({ error }) => error);
  const meanError = mean(errors);
  const covered = accepted.filter(({ error, uncertainty }) => Math.abs(error) <= uncertainty).length;
  const plain = (read: (one: Scored) => number | null) =>
    mean(good.flatMap((one) => (read(one) === null ? [] : [Math.abs((read(one) as number) - one.truth)])));
  return {
    protocol,
    good: good.length,
    accepted: accepted.length,
    meanError,
    meanAbsoluteError: mean(errors.map(Math.abs)),
    spread: 1.96 * Math.sqrt(mean(errors.map((error) => (error - meanError) ** 2))),
    covered: accepted.length === 0 ? Number.NaN : covered / accepted.length,
    coveredBetween: wilson(covered, accepted.length),
    medianUncertainty: median(accepted.map(({ uncertainty }) => uncertainty)),
    offPlane: offPlane.length,
    offPlaneAccepted: offPlane.filter(({ value }) => value !== null).length,
    planarError: plain(({ planar }) => planar),
    metresError: plain(({ metres }) => metres),
  };
}

/** The 95 % interval of a share of `hits` in `of` (Wilson 1927). */
export function wilson(hits: number, of: number): [number, number] {
  if (of === 0) return [0, 1];
  const z = 1.96;
  const share = hits / of;
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}
