import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findUnfit } from './unfit.ts';

const deep = (depth: number) => {
  let value: unknown = 'x';
  for (let i = 0; i < depth; i++) value = { in: value };
  return value;
};

test.each([
  ['a NUL', { a: ['x', 'b\u0000'] }, ['a', '1']],
  ['half a character', { name: 'Ana \ud83d' }, ['name']],
  ['the other half', 'x\udc00', []],
  ['a number that is none', { a: Number.NaN }, ['a']],
  ['a key that reaches for the prototype', JSON.parse('{"a": {"__proto__": {}}}'), ['a']],
  ['a key with NUL', { 'x\u0000': 1 }, []],
  ['nesting without end', deep(40), Array.from({ length: 32 }, () => 'in')],
])('%s is found where it stands', (_what, value, path) => {
  expect(findUnfit(value)).toEqual(path);
});

test('nesting of any depth is answered', () => {
  expect(findUnfit(deep(200_000))).toHaveLength(32);
});

test.each([['a whole emoji 👩🏽‍⚕️'], ['Zoë Müller'], ['مريم'], [{ a: [1, -0.5, null, true, { b: '' }] }], [deep(30)]])(
  '%j is fit',
  (value) => {
    expect(findUnfit(value)).toBeNull();
  },
);

test('what is fit survives being written as UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
      if (findUnfit(text) !== null) return;
      expect(decodeURIComponent(encodeURIComponent(text))).toBe(text);
    }),
  );
});
