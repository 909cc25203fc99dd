import { Vector3 } from 'three';
import { describe, expect, test } from 'vitest';
import { standing } from '../motion/standing.ts';
import { averageBody } from './body.ts';
import { type BoneName, boneOf } from './bones.ts';
import { type PoseSpec, SIDES, type SomeJointAngles } from './pose-spec.ts';
import { type SolvedPose, solvePose } from './solve-pose.ts';

const floating = (joints: SomeJointAngles): PoseSpec => ({
  ...standing(joints),
  root: { x: 0, y: 1, z: 0, tilt: 0, roll: 0 },
  contacts: [],
});

function angleBetween(a: Vector3, b: Vector3): number {
  return (a.angleTo(b) * 180) / Math.PI;
}

/** Direction from one joint to the next in a solved pose. */
function toward(pose: SolvedPose, from: BoneName, to: BoneName): Vector3 {
  return pose.bones[to].at.clone().sub(pose.bones[from].at);
}

const down = new Vector3(0, -1, 0);
const ahead = new Vector3(0, 0, 1);

describe.each(SIDES)('the %s side', (side) => {
  const bone = (name: Parameters<typeof boneOf>[1]) => boneOf(side, name);
  const solve = (joint: string, angles: object) => solvePose(floating({ [`${side}${joint}`]: angles }), averageBody);

  test.each([0, 30, 75, 110, 155])('raises the arm sideways by the %i degrees asked for, outwards', (degrees) => {
    const pose = solve('Shoulder', { flexion: 0, abduction: degrees, rotation: 25 });
    const arm = toward(pose, bone('upperArm'), bone('forearm'));
    expect(angleBetween(arm, down)).toBeCloseTo(degrees, 4);
    if (degrees > 0) expect(Math.sign(arm.x)).toBe(side === 'left' ? 1 : -1);
  });

  test.each([0, 45, 90, 170])('raises the arm forwards by %i degrees', (degrees) => {
    const arm = toward(
      solve('Shoulder', { flexion: degrees, abduction: 0, rotation: 0 }),
      bone('upperArm'),
      bone('forearm'),
    );
    expect(angleBetween(arm, down)).toBeCloseTo(degrees, 4);
    if (degrees > 0) expect(arm.dot(ahead)).toBeGreaterThan(0);
  });

  test.each([-5, 0, 60, 140])('bends the elbow by %i degrees', (degrees) => {
    const pose = solve('Elbow', { flexion: degrees });
    const bend = angleBetween(
      toward(pose, bone('upperArm'), bone('forearm')),
      toward(pose, bone('forearm'), bone('hand')),
    );
    expect(bend).toBeCloseTo(Math.abs(degrees), 4);
  });

  test.each([0, 20, 90, 130])('bends the knee backwards by %i degrees', (degrees) => {
    const pose = solve('Knee', { flexion: degrees });
    const thigh = toward(pose, bone('thigh'), bone('shank'));
    const shank = toward(pose, bone('shank'), bone('foot'));
    expect(angleBetween(thigh, shank)).toBeCloseTo(degrees, 4);
    if (degrees > 0) expect(shank.z).toBeLessThan(thigh.z);
  });

  test('bends the hip forwards and abducts it outwards', () => {
    const forwards = toward(solve('Hip', { flexion: 80, abduction: 0, rotation: 0 }), bone('thigh'), bone('shank'));
    expect(angleBetween(forwards, down)).toBeCloseTo(80, 4);
    expect(forwards.z).toBeGreaterThan(0);
    const sideways = toward(solve('Hip', { flexion: 0, abduction: 30, rotation: 0 }), bone('thigh'), bone('shank'));
    expect(angleBetween(sideways, down)).toBeCloseTo(30, 4);
    expect(Math.sign(sideways.x)).toBe(side === 'left' ? 1 : -1);
  });

  test('reports the angles that a planted foot forces on the leg as they really are', () => {
    const pose = solvePose(
      { ...standing({ [`${side}Knee`]: { flexion: 70 } }, side), root: { x: 0, z: 0, tilt: 10, roll: 0 } },
      averageBody,
    );
    const bend = angleBetween(toward(pose, bone('thigh'), bone('shank')), toward(pose, bone('shank'), bone('foot')));
    expect(bend).toBeCloseTo(70, 3);
    expect(pose.angles[`${side}Knee`].flexion).toBeCloseTo(bend, 3);
  });
});

test('bends the trunk forwards and to the left for positive angles', () => {
  const forwards = solvePose(floating({ trunk: { flexion: 40 } }), averageBody);
  expect(forwards.bones.neck.at.z).toBeGreaterThan(0.1);
  const leftwards = solvePose(floating({ trunk: { sideBend: 30 } }), averageBody);
  expect(leftwards.bones.neck.at.x).toBeGreaterThan(0.1);
});

test('refuses a pose that nothing holds', () => {
  expect(() => solvePose({ ...standing(), contacts: [] }, averageBody)).toThrow(/foot, a seat or the height/);
});
