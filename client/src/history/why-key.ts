import type { Change } from '@plumbline/shared/measurement';

/** The text of why two values are not compared. */
export function whyKey(change: Extract<Change, { kind: 'incomparable' }>) {
  if (change.why === 'set-up') return change.part;
  return change.why === 'set-up-unknown' ? 'unknown' : 'other';
}
