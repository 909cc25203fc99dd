import { describe, expect, test } from 'vitest';
import { entryProblem, entryRulesFor, MANUAL_MEASURES } from './manual-measures.ts';
import { PROTOCOLS } from './protocols.ts';

test.each([
  ['shoulder-abduction@1', { side: 'left', method: 'goniometer', value: 92 }, null],
  ['shoulder-abduction', { side: null, method: 'goniometer', value: 92 }, 'wrong-side'],
  ['shoulder-abduction', { side: 'left', method: 'tape', value: 92 }, 'wrong-method'],
  ['knee-extension', { side: 'left', method: 'by-eye', value: -5 }, null],
  ['hand-behind-back', { side: 'right', method: 'by-eye', value: 3 }, null],
  ['hand-behind-back', { side: 'right', method: 'by-eye', value: 6 }, 'out-of-range'],
  ['hand-behind-back', { side: 'right', method: 'by-eye', value: 2.5 }, 'out-of-range'],
  ['neck-rotation', { side: 'left', method: 'goniometer', value: 2 }, 'wrong-method'],
  ['fingertip-to-floor', { side: null, method: 'tape', value: 12.5 }, null],
  ['fingertip-to-floor', { side: 'left', method: 'tape', value: 12 }, 'wrong-side'],
  ['knee-to-wall', { side: 'left', method: 'tape', value: 8.2 }, 'out-of-range'],
] as const)('%s entered as %o is %o', (id, entry, problem) => {
  const rules = entryRulesFor(id);
  expect(rules && entryProblem(rules, entry)).toBe(problem);
});

test('nothing is entered for a measure that there is not', () => {
  expect(entryRulesFor('jaw-opening')).toBeUndefined();
});

describe.each(MANUAL_MEASURES.map((measure) => [measure.id, measure] as const))('%s', (id, measure) => {
  test('is not a protocol of the camera, so that the two never share a line', () => {
    expect(PROTOCOLS.map((protocol) => protocol.id)).not.toContain(id);
  });

  test('has a name for each of its levels', () => {
    const levels = measure.unit === 'level' ? measure.max - measure.min + 1 : 0;
    expect(measure.levels).toHaveLength(levels);
  });
});
