import { expect, test } from 'vitest';
import { afterSignIn } from './after-sign-in.ts';

test.each([
  [null, '/visits'],
  ['/visits?day=2026-11-24', '/visits?day=2026-11-24'],
  ['https://elsewhere.example', '/visits'],
  ['//elsewhere.example', '/visits'],
  ['/\\elsewhere.example', '/visits'],
])('after signing in with next=%o the page is %s', (wanted, page) => {
  expect(afterSignIn(wanted)).toBe(page);
});
