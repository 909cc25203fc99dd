import { expect, test } from 'vitest';
import { isStopKey } from './stop-keys.ts';

const key = (name: string, change = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  ...change,
});
const focused = (matching: string) =>
  ({ matches: (selector: string) => selector.split(', ').includes(matching) }) as unknown as Element;

test.each([
  ['any key', key('k'), null, true],
  ['Escape', key('Escape'), null, true],
  ['space with nothing focused', key(' '), null, true],
  ["a headset's button", key('MediaPlayPause'), null, true],
  ['Enter on a button', key('Enter'), focused('button'), false],
  ['a letter while writing', key('a'), focused('input'), false],
  ['Tab', key('Tab'), null, false],
  ['Shift', key('Shift'), null, false],
  ['a shortcut', key('r', { ctrlKey: true }), null, false],
  ['F5, which reloads', key('F5'), null, false],
  ['the letter F', key('F'), null, true],
  ['a key that repeats', key('k', { repeat: true }), null, false],
] as const)('%s', (_what, event, element, expected) => {
  expect(isStopKey(event, element)).toBe(expected);
});
