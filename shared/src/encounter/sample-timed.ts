import type { EventBody } from './bodies.ts';
import type { TIMED_BODIES } from './bodies-timed.ts';

const SOME_ID = '00000000-0000-4000-8000-000000000001';

/** A plausible provenance, for tests. */
export const SAMPLE_PROVENANCE = {
  algorithmVersion: 'test',
  modelHash: 'test',
  model: 'full',
  delegate: 'CPU',
  source: 'track',
  view: 'front',
  poseFps: 15,
} as const;

/** A plausible body for every event of a timed test, for tests: a chair stand with twelve stands. */
export const SAMPLE_TIMED: { [T in keyof typeof TIMED_BODIES]: EventBody<T> } = {
  'timed.armed': {
    testId: SOME_ID,
    test: 'chair-stand-30s@1',
    side: null,
    conditions: ['seat-43-cm', 'chair-against-wall', 'arms-crossed'],
    falls: 'no-risk',
    person: { ageYears: 72, sex: 'female' },
  },
  'timed.cancelled': { testId: SOME_ID },
  'timed.called': { testId: SOME_ID },
  'timed.went': { testId: SOME_ID, goMs: 1_700_000_000_000 },
  'timed.lifted': { testId: SOME_ID, liftedMs: 1_700_000_001_500, shownMs: null },
  'timed.recorded': {
    testId: SOME_ID,
    result: {
      value: 12,
      unit: 'count',
      uncertaintySeconds: null,
      endedBy: 'clock',
      timedBy: 'clock',
      lastWasUnderWay: false,
      standsAtS: [1.4, 3.9, 6.4, 8.9, 11.4, 13.9, 16.4, 18.9, 21.4, 23.9, 26.4, 28.9],
    },
    provenance: SAMPLE_PROVENANCE,
  },
  'timed.ended': { testId: SOME_ID, how: 'broken-off', shownMs: null },
  'timed.modified': { testId: SOME_ID, modifications: ['arms-used'] },
  'timed.amended': { testId: SOME_ID, value: 13, reason: 'missed-by-camera' },
  'timed.accepted': { testId: SOME_ID },
  'timed.voided': { testId: SOME_ID, reason: 'disturbed' },
};
