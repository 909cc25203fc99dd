import { expect, test } from 'vitest';
import { dayOf, readWanted, toFilters, writeWanted } from './filters.ts';

const NONE = { accountId: '', action: '', outcome: '', patientId: '', from: '', to: '' };

test('days of the page are whole local days for the server, the last one included', () => {
  expect(toFilters({ ...NONE, from: '2026-03-28', to: '2026-03-29' }, 'Europe/Berlin')).toEqual({
    from: '2026-03-27T23:00:00.000Z',
    // Summer time has begun meanwhile.
    to: '2026-03-29T22:00:00.000Z',
  });
});

test.each([
  ['a day that is none', { ...NONE, from: '2026-02-31' }],
  ['half a day', { ...NONE, to: '2026-0' }],
  ['another outcome', { ...NONE, outcome: 'maybe' }],
])('%s is no filter', (_what, wanted) => {
  expect(toFilters(wanted, 'Europe/Berlin')).toEqual({});
});

test('the address keeps what is wanted, and nothing of what is not', () => {
  const wanted = { ...NONE, action: 'encounter.read', to: '2026-11-24' };
  expect(writeWanted(wanted)).toEqual({ action: 'encounter.read', to: '2026-11-24' });
  expect(readWanted(new URLSearchParams(writeWanted(wanted)))).toEqual(wanted);
});

test('a file is named by the local day', () => {
  expect(dayOf(new Date('2026-11-24T23:30:00Z'), 'Europe/Berlin')).toBe('2026-11-25');
});
