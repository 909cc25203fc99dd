import { LANDMARK_COUNT, type Landmark, POINT } from '@plumbline/shared/measurement';
import { expect, test } from 'vitest';
import { createPersonKeeper } from './person.ts';

/** A standing figure whose trunk has this middle (fractions of the frame) and length (frame heights). */
function makePose({ x = 0.5, y = 0.5, length = 0.25 } = {}): Landmark[] {
  const pose = Array.from({ length: LANDMARK_COUNT }, () => ({ x, y, z: 0, visibility: 1 }));
  const put = (index: number, dx: number, dy: number) => {
    pose[index] = { x: x + dx * length, y: y + dy * length, z: 0, visibility: 1 };
  };
  put(POINT.leftShoulder, 0.2, -0.5);
  put(POINT.rightShoulder, -0.2, -0.5);
  put(POINT.leftHip, 0.15, 0.5);
  put(POINT.rightHip, -0.15, 0.5);
  return pose;
}

const ana = { x: 0.3, length: 0.3 };
const passerBy = { x: 0.75, length: 0.2 };

test('the largest person is the one measured at the start', () => {
  const keep = createPersonKeeper();
  expect(keep([makePose(passerBy), makePose(ana)], 1, 0)).toEqual({ index: 1, people: 2 });
});

test('stays with the first person when a larger one comes in and the model changes their order', () => {
  const keep = createPersonKeeper();
  keep([makePose(ana)], 1, 0);
  expect(keep([makePose({ ...passerBy, length: 0.5 }), makePose(ana)], 1, 100).index).toBe(1);
  expect(keep([makePose(ana), makePose({ ...passerBy, length: 0.5 })], 1, 200).index).toBe(0);
});

test('nobody is measured while only a stranger is seen, until the first person has been gone for seconds', () => {
  const keep = createPersonKeeper();
  keep([makePose({ ...ana, x: 0.1, length: 0.2 })], 1, 0);
  expect(keep([makePose(passerBy)], 1, 100)).toEqual({ index: null, people: 1 });
  expect(keep([makePose(passerBy)], 1, 2_000).index).toBeNull();
  expect(keep([makePose(passerBy)], 1, 3_500).index).toBe(0);
});

test('a deep squat between two slow looks is still the same person', () => {
  const keep = createPersonKeeper();
  keep([makePose({ y: 0.45 })], 0.75, 0);
  expect(keep([makePose({ y: 0.65 })], 0.75, 400).index).toBe(0);
});

test('one person found twice by the model counts as one', () => {
  const keep = createPersonKeeper();
  expect(keep([makePose(ana), makePose({ ...ana, x: 0.31 })], 1, 0).people).toBe(1);
});

test('an empty frame has nobody', () => {
  expect(createPersonKeeper()([], 1, 0)).toEqual({ index: null, people: 0 });
});
