import type { Body } from '../figure/body.ts';
import type { PoseSpec } from '../figure/pose-spec.ts';
import { solvePose } from '../figure/solve-pose.ts';
import { trueAngle } from '../figure/true-angle.ts';
import type { PrimaryAngle } from './motion.ts';

/**
 * The pose of a family whose true angle is `degrees`, to a thousandth. `bend` is what the family is posed by; the angle
 * must grow with it about evenly, as a trunk's line does with the bending of pelvis and spine together.
 */
export function poseAtAngle(
  degrees: number,
  primary: PrimaryAngle,
  body: Body,
  family: (bend: number) => PoseSpec,
): PoseSpec {
  const excess = (bend: number) => trueAngle(solvePose(family(bend), body), primary) - degrees;
  let [before, bend] = [degrees - 10, degrees];
  let excessBefore = excess(before);
  for (let i = 0; i < 6; i++) {
    const now = excess(bend);
    if (Math.abs(now) < 1e-3) break;
    const next = bend - (now * (bend - before)) / (now - excessBefore);
    [before, excessBefore, bend] = [bend, now, next];
  }
  return family(bend);
}
