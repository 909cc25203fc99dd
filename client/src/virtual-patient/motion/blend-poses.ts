import type { Body } from '../figure/body.ts';
import { mixAngles } from '../figure/joint-angles.ts';
import type { FootContact, PoseSpec } from '../figure/pose-spec.ts';
import { solvePose } from '../figure/solve-pose.ts';

/** A pose on the way from one to another; feet that both stand on move along the floor between their two places. */
export function blendPoses(from: PoseSpec, to: PoseSpec, share: number, body: Body): PoseSpec {
  if (share <= 0) return from;
  if (share >= 1) return to;
  const [a, b] = [solvePose(from, body), solvePose(to, body)];
  const mix = (p: number, q: number) => p + (q - p) * share;
  const turn = ((((to.placement.headingDegrees - from.placement.headingDegrees) % 360) + 540) % 360) - 180;
  return {
    root: {
      x: mix(a.root.x, b.root.x),
      y: mix(a.root.y, b.root.y),
      z: mix(a.root.z, b.root.z),
      tilt: mix(a.root.tilt, b.root.tilt),
      roll: mix(a.root.roll, b.root.roll),
    },
    joints: mixAngles(a.angles, b.angles, share),
    contacts: sharedFeet(from, to, mix),
    placement: {
      x: mix(from.placement.x, to.placement.x),
      z: mix(from.placement.z, to.placement.z),
      headingDegrees: from.placement.headingDegrees + turn * share,
    },
  };
}

function sharedFeet(from: PoseSpec, to: PoseSpec, mix: (p: number, q: number) => number): FootContact[] {
  return from.contacts.flatMap((p) => {
    const q = to.contacts.find((c) => c.kind === 'foot' && p.kind === 'foot' && c.side === p.side);
    if (p.kind !== 'foot' || q?.kind !== 'foot') return [];
    return {
      kind: 'foot' as const,
      side: p.side,
      x: mix(p.x, q.x),
      z: mix(p.z, q.z),
      toeOutDegrees: mix(p.toeOutDegrees, q.toeOutDegrees),
      heelLiftDegrees: mix(p.heelLiftDegrees ?? 0, q.heelLiftDegrees ?? 0),
      floorM: mix(p.floorM ?? 0, q.floorM ?? 0),
      kneeInDegrees: mix(p.kneeInDegrees ?? 0, q.kneeInDegrees ?? 0),
    };
  });
}
