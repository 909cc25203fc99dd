import type { LandmarkFrame } from '@plumbline/shared/measurement';
import { describe, expect, test } from 'vitest';
import { frameToShow, matchPose } from './frame-match.ts';

function makePose(captureMs: number, x = captureMs): LandmarkFrame {
  const image = Array.from({ length: 33 }, () => ({ x, y: 0, z: 0, visibility: 1 }));
  return { sequence: 0, captureMs, widthPx: 640, heightPx: 480, image, world: null, people: 1, luma: null };
}

const poses = [0, 150, 300].map((ms) => makePose(ms));

describe('the skeleton', () => {
  test('is the one measured on the frame, where there is one', () => {
    const match = matchPose(poses, 150 + 3, 33);
    expect(match).toMatchObject({ kind: 'exact' });
    expect(match?.points[0]?.x).toBe(150);
  });

  test('lies between the two around it otherwise', () => {
    const match = matchPose(poses, 200, 33);
    expect(match?.kind).toBe('between');
    expect(match?.points[0]?.x).toBeCloseTo(200);
  });

  test('is called late when the newest was measured on an older frame', () => {
    expect(matchPose(poses, 420, 33)).toMatchObject({ kind: 'late' });
  });

  test('is not joined over a gap', () => {
    expect(matchPose([makePose(0), makePose(900)], 400, 33)?.kind).toBe('late');
  });

  test('is not drawn where nobody was seen', () => {
    expect(matchPose([{ ...makePose(0), image: null }], 0, 33)).toBeNull();
    expect(matchPose([], 0, 33)).toBeNull();
  });
});

describe('the frame shown', () => {
  const frames = [0, 33, 66, 99, 132, 165, 198].map((atMs) => ({ atMs }));

  test('waits for its landmarks', () => {
    expect(frameToShow(frames, [makePose(0), makePose(132)], 33)?.atMs).toBe(132);
  });

  test('is the oldest of the ring where landmarks are later than the ring is long', () => {
    expect(frameToShow(frames.slice(3), [makePose(0)], 33)?.atMs).toBe(99);
  });

  test('is the newest where nothing is measured', () => {
    expect(frameToShow(frames, [], 33)?.atMs).toBe(198);
  });
});
