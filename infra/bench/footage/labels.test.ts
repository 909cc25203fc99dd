import { expect, test } from 'vitest';
import { parseLabels } from './labels.mjs';

test('a counted exercise, a file without one, and a still', () => {
  const text = JSON.stringify([
    { file: 'a.mp4', exercise: 'squat', view: 'side', trimS: [0, 9.4], repetitions: 2, licence: 'any' },
    { file: 'b.mp4', exercise: null, repetitions: 0 },
    { file: 'c.jpg', note: 'arms up' },
  ]);
  const nothing = { exercise: null, repetitions: null, view: '', trimS: null, note: '' };
  expect(parseLabels(text)).toEqual([
    { ...nothing, file: 'a.mp4', exercise: 'squat', repetitions: 2, view: 'side', trimS: [0, 9.4] },
    { ...nothing, file: 'b.mp4', repetitions: 0 },
    { ...nothing, file: 'c.jpg', note: 'arms up' },
  ]);
});

test.each([
  ['{', 'not a JSON list'],
  ['[null]', 'Entry 1 of labels.json names no file'],
  ['[{"file":"../elsewhere.mp4"}]', 'names no file beside it'],
  ['[{"file":"a.mp4"},{"file":"b.mp4","repetitions":1.5}]', 'Entry 2 of labels.json has repetitions that are no count'],
  ['[{"file":"a.mp4","trimS":[4,2]}]', 'has a trim'],
])('%s is refused with the entry that is wrong', (text, words) => {
  expect(() => parseLabels(text)).toThrow(words);
});
