import { z } from 'zod';

export const RETENTION_KINDS = ['landmark-tracks', 'links', 'sessions', 'charts'] as const;
export const retentionKind = z.enum(RETENTION_KINDS);
export type RetentionKind = z.infer<typeof retentionKind>;

export interface RetentionDefault {
  days: number;
  leastDays: number;
  mostDays: number;
  /** Where the default comes from; the clinic's own law comes before it. */
  source: string;
}

const YEAR = 365.25;

/** How long each kind of data is kept after its moment: the end of a visit, of a link, of a session, of the last contact. Data, owned by the clinic. */
export const RETENTION_DEFAULTS: Record<RetentionKind, RetentionDefault> = {
  'landmark-tracks': {
    days: 90,
    leastDays: 1,
    mostDays: 3_653,
    source: 'practice: long enough to look at a visit again',
  },
  links: { days: 30, leastDays: 1, mostDays: 365, source: 'practice' },
  sessions: { days: 1, leastDays: 1, mostDays: 90, source: 'practice' },
  charts: {
    days: Math.ceil(10 * YEAR),
    leastDays: 365,
    mostDays: Math.ceil(40 * YEAR),
    source: 'BGB § 630f (3), Germany: ten years after the end of treatment',
  },
};

export const ERASURE_REASONS = [
  'asked-by-patient',
  'consent-withdrawn',
  'retention-over',
  'entered-by-mistake',
] as const;
export const erasureReason = z.enum(ERASURE_REASONS);
export type ErasureReason = z.infer<typeof erasureReason>;

const DAY_MS = 86_400_000;

/** When a chart may be erased: once the time it must be kept is over, counted from the last contact; at once where there was none. */
export function earliestErasureMs({
  lastContactMs,
  keepDays,
  nowMs,
}: {
  lastContactMs: number | null;
  keepDays: number;
  nowMs: number;
}): number {
  return lastContactMs === null ? nowMs : Math.max(nowMs, lastContactMs + keepDays * DAY_MS);
}
