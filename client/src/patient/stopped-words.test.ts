import type { EncounterState } from '@plumbline/shared/encounter';
import { describe, expect, test } from 'vitest';
import { mayGoOn, stoppedWords } from './stopped-words.ts';

type Stop = NonNullable<EncounterState['stop']>;
const stop = (by: Stop['by'], how: string): Stop => ({ by, how, atMs: 0 });
const fine = { seen: true, online: true, untold: false };

describe('a stopped patient', () => {
  test.each([
    ['reads that the therapist knows', stop('patient', 'button'), fine, 'lead'],
    ['is not told so while the server is out of reach', stop('patient', 'key'), { ...fine, online: false }, 'offline'],
    ['reads who stopped it', stop('therapist', 'therapist'), { ...fine, online: false }, 'byTherapist'],
    ['reads why it stopped by itself', stop('patient', 'hands-free'), { ...fine, seen: false }, 'connectionLost'],
    ['reads the usual once the line is back', stop('patient', 'hands-free'), fine, 'lead'],
    ['is asked to tell the therapist where nothing could be stored', null, { ...fine, untold: true }, 'untold'],
  ] as const)('%s', (_law, stopped, circumstances, expected) => {
    expect(stoppedWords(stopped, circumstances)).toBe(expected);
  });

  test.each([
    ['goes on after an own stop', stop('patient', 'button'), true, true],
    ['does not go on unseen', stop('patient', 'button'), false, false],
    ['waits for the therapist who stopped it', stop('therapist', 'therapist'), true, false],
  ] as const)('%s', (_law, stopped, seen, expected) => {
    expect(mayGoOn(stopped, { seen })).toBe(expected);
  });
});
