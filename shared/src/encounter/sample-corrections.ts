import type { EventBody } from './bodies.ts';
import type { CORRECTION_BODIES } from './bodies-correction.ts';
import type { SCREEN_BODIES } from './bodies-screen.ts';

const SOME_ID = '00000000-0000-4000-8000-000000000001';

type Corrections = keyof typeof CORRECTION_BODIES | keyof typeof SCREEN_BODIES;

/** A plausible body for what the therapist corrects, enters and runs in one go, for tests. */
export const SAMPLE_CORRECTIONS: { [T in Corrections]: EventBody<T> } = {
  'value.entered': {
    valueId: SOME_ID,
    measurementId: '00000000-0000-4000-8000-000000000009',
    measure: 'hand-behind-back@1',
    side: 'right',
    method: 'by-eye',
    value: 3,
    uncertainty: null,
  },
  'value.taken-back': { valueId: SOME_ID, reason: 'mistyped' },
  'trial.amended': {
    trialId: SOME_ID,
    change: { kind: 'value', valueDegrees: 85, uncertaintyDegrees: 10, method: 'by-eye' },
    reason: 'joint-hidden',
  },
  'pain.marked': {
    trialId: SOME_ID,
    mark: {
      what: 'P1',
      angleDegrees: 70,
      uncertaintyDegrees: 12,
      atMs: 1_700_000_000_000,
      backdatedMs: 700,
      how: 'key',
    },
  },
  'pain.unmarked': { trialId: SOME_ID, what: 'P1' },
  'repetition.struck': { setId: SOME_ID, index: 1, reason: 'not-as-asked' },
  'repetition.restored': { setId: SOME_ID, index: 1 },
  'repetition.added': { setId: SOME_ID, addedId: SOME_ID, reason: 'missed-by-camera' },
  'repetition.removed': { setId: SOME_ID, addedId: SOME_ID },
  'screen.started': {
    screenId: SOME_ID,
    screen: 'shoulder@1',
    irritable: false,
    trialsPerStep: 1,
    steps: [
      { protocol: 'shoulder-abduction@1', side: 'left' },
      { protocol: 'shoulder-abduction@1', side: 'right' },
    ],
  },
  'screen.paused': { screenId: SOME_ID },
  'screen.resumed': { screenId: SOME_ID },
  'screen.skipped': { screenId: SOME_ID, step: 0 },
  'screen.repeated': { screenId: SOME_ID, step: 0 },
  'screen.ended': { screenId: SOME_ID },
  'screen.accepted': { screenId: SOME_ID, trialIds: [] },
};
