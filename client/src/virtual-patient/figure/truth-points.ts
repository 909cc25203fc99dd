import { Vector3 } from 'three';
import { type BoneName, boneOf, outward } from './bones.ts';
import type { SolvedPose } from './solve-pose.ts';

/** Size of the head in metres for a body, from chin to crown; face points and the mesh share it. */
export function headSize(heightM: number): number {
  return 0.132 * heightM;
}

type Spot = [bone: BoneName, offset: [number, number, number]];

/** True positions in metres of the 33 points a BlazePose model looks for, in its order. */
export function truthPoints(solved: SolvedPose, heightM: number): Vector3[] {
  return spots(solved, headSize(heightM)).map(([bone, offset]) => {
    const { at, turn } = solved.bones[bone];
    return new Vector3(...offset).applyQuaternion(turn).add(at);
  });
}

function spots({ measures: m }: SolvedPose, head: number): Spot[] {
  const face = (x: number, y: number, z: number): Spot => ['head', [x * head, y * head, z * head]];
  const both = (spot: (side: 'left' | 'right', out: number) => Spot): Spot[] => [spot('left', 1), spot('right', -1)];
  const points: Spot[] = [face(0, 0.3, 0.5)];
  for (const side of ['left', 'right'] as const) {
    for (const x of [0.09, 0.15, 0.21]) points.push(face(outward(side) * x, 0.45, 0.39));
  }
  points.push(...both((_, out) => face(out * 0.34, 0.38, -0.02)));
  points.push(...both((_, out) => face(out * 0.1, 0.13, 0.41)));
  points.push(...both((side) => [boneOf(side, 'upperArm'), [0, 0, 0]]));
  points.push(...both((side) => [boneOf(side, 'forearm'), [0, 0, 0]]));
  points.push(...both((side) => [boneOf(side, 'hand'), [0, 0, 0]]));
  points.push(...both((side, out) => [boneOf(side, 'hand'), [-out * 0.022, -m.hand * 0.55, 0.006]]));
  points.push(...both((side, out) => [boneOf(side, 'hand'), [out * 0.024, -m.hand * 0.56, 0.006]]));
  points.push(...both((side, out) => [boneOf(side, 'hand'), [out * 0.032, -m.hand * 0.32, 0.018]]));
  points.push(...both((side) => [boneOf(side, 'thigh'), [0, 0, 0]]));
  points.push(...both((side) => [boneOf(side, 'shank'), [0, 0, 0]]));
  points.push(...both((side) => [boneOf(side, 'foot'), [0, 0, 0]]));
  points.push(...both((side) => [boneOf(side, 'foot'), [0, -(m.ankleHeight - 0.03), -m.heel]]));
  points.push(...both((side) => [boneOf(side, 'toes'), [0, 0, m.toe - m.ball - 0.02]]));
  return points;
}
