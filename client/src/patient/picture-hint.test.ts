import type { Landmark } from '@plumbline/shared/measurement';
import { expect, test } from 'vitest';
import { createPictureHint } from './picture-hint.ts';

const someone: Landmark[] = [];
const at = (seconds: number, image: Landmark[] | null, luma = 120) => ({ captureMs: seconds * 1000, image, luma });

test('says nothing before it knows', () => {
  expect(createPictureHint()(at(0, null))).toBeNull();
});

test.each([
  ['nobody there', null, 120, 'nobody'],
  ['somebody there', someone, 120, 'good'],
  ['a dark room, somebody or not', someone, 20, 'dark'],
] as const)('tells of %s once it lasts', (_what, image, luma, expected) => {
  const judge = createPictureHint();
  judge(at(0, image && [...image], luma));
  expect(judge(at(1, image && [...image], luma))).toBeNull();
  expect(judge(at(1.6, image && [...image], luma))).toBe(expected);
});

test('does not flicker: one lost frame changes nothing', () => {
  const judge = createPictureHint();
  judge(at(0, someone));
  judge(at(2, someone));
  expect(judge(at(2.1, null))).toBe('good');
  expect(judge(at(2.2, someone))).toBe('good');
});
