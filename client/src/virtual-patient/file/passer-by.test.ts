import { expect, test } from 'vitest';
import { solvePose } from '../figure/solve-pose.ts';
import { completeStudio } from '../studio/studio.ts';
import { openPasserBy } from './passer-by.ts';

test('a passer-by comes when told, walks behind the figure from left to right, and is gone', () => {
  const { studio, poseAt } = openPasserBy({ atMs: 2000, behindM: 0.7 });
  expect(poseAt(1900)).toBeNull();
  const at = (ms: number) => solvePose(poseAt(ms)!, studio.body).bones.pelvis.at;
  expect(at(2100).x).toBeLessThan(-1.5);
  expect(at(4500).x).toBeGreaterThan(at(3500).x + 0.5);
  expect(at(4500).z).toBeCloseTo(-0.7, 1);
  expect(poseAt(20_000)).toBeNull();
});

test('a passer-by may look like anyone', () => {
  const look = { body: { heightM: 1.6 }, skin: '#7a4c33' };
  expect(openPasserBy({ atMs: 0, look }).studio).toEqual(completeStudio(look));
});
