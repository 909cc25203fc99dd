import { describe, expect, test } from 'vitest';
import { compareTempo, inOrderDone, parseTempo, type Tempo } from './tempo.ts';

test.each([
  ['3-1-3-0', [3, 1, 3, 0]],
  ['10-0-2-1', [10, 0, 2, 1]],
  ['3-1-3', null],
  ['3-1-3-x', null],
  ['-1-1-3-0', null],
])('%s reads %o', (text, tempo) => {
  expect(parseTempo(text)).toEqual(tempo);
});

describe('a measured tempo beside the prescribed one', () => {
  const verdictsOf = (measured: Tempo, isFirst = false, concentric: 'out' | 'back' = 'out') =>
    compareTempo([3, 1, 2, 0], measured, { concentric, isFirst }).map(({ part, verdict }) => `${part} ${verdict}`);

  test('is as prescribed where an onlooker would count the same seconds', () => {
    expect(verdictsOf([2.6, 1.4, 2.3, 0.5])).toEqual([
      'eccentric as-prescribed',
      'pause-after-eccentric as-prescribed',
      'concentric as-prescribed',
      'pause-after-concentric as-prescribed',
    ]);
  });

  test.each([
    ['quicker', 1.2],
    ['slower', 4.4],
  ])('is %s where it is by more than a quarter', (verdict, eccentricS) => {
    expect(verdictsOf([eccentricS, 1, 2, 0])[0]).toBe(`eccentric ${verdict}`);
  });

  test('a pause that was not asked for is slower', () => {
    expect(verdictsOf([3, 1, 2, 2])[3]).toBe('pause-after-concentric slower');
  });

  test('the waiting before the first repetition is no pause of it', () => {
    expect(verdictsOf([3, 9, 2, 0], true).join()).not.toContain('pause-after-eccentric');
    expect(verdictsOf([3, 1, 2, 9], true, 'back').join()).not.toContain('pause-after-concentric');
  });
});

test('whoever lifts first reads the concentric part first', () => {
  expect(inOrderDone(['down', 'below', 'up', 'above'], { concentric: 'out' })).toEqual([
    'up',
    'above',
    'down',
    'below',
  ]);
  expect(inOrderDone(['down', 'below', 'up', 'above'], { concentric: 'back' })).toEqual([
    'down',
    'below',
    'up',
    'above',
  ]);
});
