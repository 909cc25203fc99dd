import { expect, test } from 'vitest';
import { IDLE_MS, isSessionOver, SESSION_MS } from './session-rules.ts';

test.each([
  ['just begun', 0, 0, false],
  ['in use, until the day is over', SESSION_MS - 1, SESSION_MS - 1, false],
  ['in use, but as old as may be', SESSION_MS, SESSION_MS, true],
  ['unused nearly too long', IDLE_MS - 1, 0, false],
  ['unused too long', IDLE_MS, 0, true],
])('a session %s: over is %4$o', (_what, nowMs, lastSeenMs, over) => {
  expect(isSessionOver({ endsMs: SESSION_MS, lastSeenMs }, nowMs)).toBe(over);
});
