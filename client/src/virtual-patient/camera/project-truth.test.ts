import { POINT } from '@plumbline/shared/measurement';
import { expect, test } from 'vitest';
import { averageBody } from '../figure/body.ts';
import { motionFor } from '../motion/motion-for.ts';
import { standing } from '../motion/standing.ts';
import { projectTruth } from './project-truth.ts';
import { tableCamera } from './view.ts';

const project = (pose = standing()) => projectTruth(pose, averageBody, tableCamera, 4 / 3);

test("from the front the patient's left is on the right of the picture", () => {
  const { image } = project();
  for (const [left, right] of [
    ['leftShoulder', 'rightShoulder'],
    ['leftHip', 'rightHip'],
    ['leftAnkle', 'rightAnkle'],
  ] as const) {
    expect(image[POINT[left]]!.x).toBeGreaterThan(image[POINT[right]]!.x);
  }
});

test('gives 33 points inside the frame, head above feet, the nose nearest to the camera', () => {
  const { image, world } = project();
  expect(image).toHaveLength(33);
  expect(world).toHaveLength(33);
  for (const p of image) {
    expect(p.x).toBeGreaterThan(0);
    expect(p.x).toBeLessThan(1);
    expect(p.y).toBeGreaterThan(0);
    expect(p.y).toBeLessThan(1);
  }
  expect(image[POINT.nose]!.y).toBeLessThan(image[POINT.leftAnkle]!.y);
  expect(world[POINT.nose]!.z).toBeLessThan(world[POINT.leftEar]!.z);
});

test('world landmarks are metres from mid-hip', () => {
  const { world } = project();
  const hip = ['x', 'y', 'z'] as const;
  for (const axis of hip) expect(world[POINT.leftHip]![axis] + world[POINT.rightHip]![axis]).toBeCloseTo(0, 6);
  expect(world[POINT.leftShoulder]!.y).toBeLessThan(-0.4);
});

test('in the view of its protocol the planar angle is near the truth', () => {
  const motion = motionFor('shoulder-abduction', { side: 'right', peakDegrees: 90, repetitions: 1 });
  const { image } = project(motion.poseAt(motion.repetitions[0]!.peakMs));
  const at = (i: number) => ({ x: image[i]!.x * 4, y: image[i]!.y * 3 });
  const [shoulder, elbow] = [at(POINT.rightShoulder), at(POINT.rightElbow)];
  const fromDown = (Math.atan2(-(elbow.x - shoulder.x), elbow.y - shoulder.y) * 180) / Math.PI;
  expect(Math.abs(fromDown - 90)).toBeLessThan(4);
});

test('turning the right side to the camera brings the right shoulder nearer than the left', () => {
  const { world } = project({ ...standing(), placement: { x: 0, z: 0, headingDegrees: 90 } });
  expect(world[POINT.rightShoulder]!.z).toBeLessThan(world[POINT.leftShoulder]!.z);
});
