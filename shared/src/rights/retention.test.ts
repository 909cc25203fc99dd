import { expect, test } from 'vitest';
import { earliestErasureMs, RETENTION_DEFAULTS, RETENTION_KINDS } from './retention.ts';

const DAY_MS = 86_400_000;

test.each([
  ['nobody was ever met', null, 0],
  ['the last contact was yesterday', -1, 3_652],
  ['the time ends today', -3_653, 0],
  ['the time is long over', -9_000, 0],
])('where %s, a chart may be erased in so many days', (_what, lastContactDay, days) => {
  const lastContactMs = lastContactDay === null ? null : lastContactDay * DAY_MS;
  expect(earliestErasureMs({ lastContactMs, keepDays: 3_653, nowMs: 0 })).toBe(days * DAY_MS);
});

test.each(RETENTION_KINDS)('the default for %s lies within what a clinic may set, and names its source', (kind) => {
  const { days, leastDays, mostDays, source } = RETENTION_DEFAULTS[kind];
  expect(days).toBeGreaterThanOrEqual(leastDays);
  expect(days).toBeLessThanOrEqual(mostDays);
  expect(source).not.toBe('');
});
