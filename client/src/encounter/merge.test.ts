import { EMPTY_STATE, type StoredEvent } from '@plumbline/shared/encounter';
import { makeEvent } from '@plumbline/shared/testing';
import { describe, expect, test } from 'vitest';
import { advance, withPending } from './merge.ts';

type Made = ReturnType<typeof makeEvent>;

function makeStored(event: Made, serverSeq: number, stored: Partial<StoredEvent> = {}): StoredEvent {
  const receivedAt = '2026-01-01T00:00:00.000Z';
  return { ...event, serverSeq, receivedAt, actor: 'patient', disposition: 'applied', reason: null, ...stored };
}

const start = { state: EMPTY_STATE, serverSeq: 0 };
const arrived = makeEvent('patient.arrived');
const admitted = makeEvent('patient.admitted');
const byTherapist = { actor: 'therapist' } as const;

describe('the confirmed state', () => {
  test('takes each stored event once, however often it is fetched', () => {
    const events = [makeStored(arrived, 1), makeStored(admitted, 2, byTherapist)];
    const once = advance(start, events);
    expect(once).toMatchObject({ serverSeq: 2, state: { status: 'open' } });
    expect(advance(once, events)).toEqual(once);
  });

  test.each(['refused', 'quarantined'] as const)('passes over what was %s', (disposition) => {
    expect(advance(start, [makeStored(arrived, 1, { disposition })])).toEqual({ state: EMPTY_STATE, serverSeq: 1 });
  });
});

describe('what this device shows', () => {
  test('has its own undelivered events on top', () => {
    expect(withPending(EMPTY_STATE, [arrived], 'patient').status).toBe('waiting');
  });

  test('leaves out what would be refused', () => {
    expect(withPending(EMPTY_STATE, [admitted, arrived], 'patient')).toEqual(
      withPending(EMPTY_STATE, [arrived], 'patient'),
    );
  });

  test('passes over events it cannot read', () => {
    expect(withPending(EMPTY_STATE, [{ ...arrived, type: 'of.tomorrow' }], 'patient')).toEqual(EMPTY_STATE);
  });
});
