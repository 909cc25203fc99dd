/** Faster than any two crystals drift apart (ms per ms). */
const DRIFT = 2e-4;
/** A stream that restarted its own clock is seen after this many frames that all look this late. */
const JUMP_MS = 1_000;
const JUMP_FRAMES = 5;

/**
 * Maps a stream's own timestamps (µs from an unknown zero) to the clock of the reader (ms).
 * The frame that arrived with the least delay tells the offset; later ones only improve it, or follow drift.
 */
export function createCaptureClock(): (timestampUs: number, nowMs: number) => number {
  let offsetMs = Number.POSITIVE_INFINITY;
  let lastNowMs = 0;
  let lastCaptureMs = Number.NEGATIVE_INFINITY;
  let late = 0;
  return (timestampUs, nowMs) => {
    const seenOffsetMs = nowMs - timestampUs / 1_000;
    const drifted = offsetMs + Math.max(0, nowMs - lastNowMs) * DRIFT;
    lastNowMs = nowMs;
    late = seenOffsetMs > drifted + JUMP_MS ? late + 1 : 0;
    offsetMs = late >= JUMP_FRAMES ? seenOffsetMs : Math.min(drifted, seenOffsetMs);
    lastCaptureMs = Math.max(timestampUs / 1_000 + offsetMs, lastCaptureMs + 0.01);
    return lastCaptureMs;
  };
}
