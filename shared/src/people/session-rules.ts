const MINUTE_MS = 60_000;

/** A staff session ends after this time, whatever happens in it. At this assurance level at most 24 h (NIST SP 800-63B-4, 2.2.3). */
export const SESSION_MS = 12 * 60 * MINUTE_MS;

/** …and after this time without anybody using it: at most 1 h (the same place). */
export const IDLE_MS = 60 * MINUTE_MS;

/** What changes who may get in asks for a proof of identity that is not older than this. */
export const FRESH_PROOF_MS = 10 * MINUTE_MS;

export interface SessionTimes {
  /** SESSION_MS after it was opened. */
  endsMs: number;
  lastSeenMs: number;
}

/** Whether a session is over, by age or for want of use. */
export function isSessionOver({ endsMs, lastSeenMs }: SessionTimes, nowMs: number): boolean {
  return nowMs >= endsMs || nowMs >= lastSeenMs + IDLE_MS;
}
