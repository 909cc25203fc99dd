import type { LiveReading } from '@plumbline/shared/measurement';

/** A number is held this long while the camera loses the joint for a moment, so that it does not flicker. */
const HOLD_MS = 600;

/** What to show, given what was shown before and what came now; nothing older than 600 ms passes for live. */
export function steadyReading(shown: LiveReading | null, came: LiveReading | null): LiveReading | null {
  if (!came || came.angleDegrees !== null || !shown || shown.angleDegrees === null) return came;
  const sinceMs = came.captureMs - shown.captureMs;
  if (sinceMs < 0 || sinceMs >= HOLD_MS) return came;
  return { ...shown, count: came.count, step: came.step };
}
