import { fingerprintOf } from '@plumbline/shared/people';
import { expect, test } from 'vitest';
import { pairsOf } from './find-patients.ts';
import { forget } from './register.ts';

test('the clinic asked for longest ago is forgotten first, the last one never', () => {
  const ofSize = (size: number) => ({ entries: new Map(Array.from({ length: size }, (_, i) => [String(i), i])) });
  const registers = new Map([
    ['a', ofSize(3)],
    ['b', ofSize(3)],
    ['c', ofSize(20)],
  ]);
  forget(registers, 26);
  expect([...registers.keys()]).toEqual(['a', 'b', 'c']);
  forget(registers, 23);
  expect([...registers.keys()]).toEqual(['b', 'c']);
  forget(registers, 1);
  expect([...registers.keys()]).toEqual(['c']);
});

test('a pair that shares several things is told once', () => {
  const person = { displayName: 'Ana Ruiz', legalName: null, birthDate: '1970-04-03', phone: '600123456', email: null };
  const entries = ['a', 'b'].map((patientId) => ({ patientId, fingerprint: fingerprintOf(person) }));
  const other = { patientId: 'c', fingerprint: fingerprintOf({ ...person, displayName: 'Luis Soto' }) };
  const pairs = pairsOf([...entries, other]);
  expect(pairs.map(({ a, b, sameness }) => [a.patientId, b.patientId, sameness])).toEqual([
    ['a', 'b', ['birth-date', 'phone']],
  ]);
});
