import { expect, test } from 'vitest';
import { createCompanyPlan } from './company.ts';

const ana = { index: 0, people: 1 };
const anaAndTom = { index: 0, people: 2 };
const nobody = { index: null, people: 0 };
const stranger = { index: null, people: 1 };

function aloneFor(ms: number) {
  const plan = createCompanyPlan();
  for (let t = 0; t <= ms; t += 100) plan.seen(ana, t);
  return plan;
}

test('a second person is looked for in every frame at the start', () => {
  expect(aloneFor(3_900).following).toBe('two');
});

test('a person alone for seconds is followed alone, with a look around now and then', () => {
  const plan = aloneFor(4_000);
  expect(plan.following).toBe('one');
  expect(plan.wantsCheck(6_900)).toBe(false);
  expect(plan.wantsCheck(7_000)).toBe(true);
  expect(plan.checked(1, 7_000)).toBe('one');
  expect(plan.wantsCheck(9_900)).toBe(false);
});

test('company found at a look around is followed until it has been gone for seconds', () => {
  const plan = aloneFor(4_000);
  expect(plan.checked(2, 7_000)).toBe('two');
  plan.seen(anaAndTom, 7_000);
  plan.seen(ana, 7_100);
  expect(plan.seen(ana, 11_000)).toBe('two');
  expect(plan.seen(ana, 11_100)).toBe('one');
});

test.each([
  ['nobody', nobody],
  ['a stranger', stranger],
])('when %s is seen instead of the person, everybody is looked at again', (_who, pick) => {
  expect(aloneFor(4_000).seen(pick, 4_100)).toBe('two');
});
