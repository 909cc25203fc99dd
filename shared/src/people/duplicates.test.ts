import { expect, test } from 'vitest';
import { bucketsOf, type Comparable, fingerprintOf, sameness } from './duplicates.ts';

const make = (over: Partial<Comparable> = {}): Comparable => ({
  displayName: 'Ana Ruiz',
  legalName: null,
  birthDate: '1970-04-03',
  phone: '+34 600 123 456',
  email: 'ana@example.org',
  ...over,
});
const nothing = { birthDate: null, phone: null, email: null };

test.each<[string, Partial<Comparable>, Partial<Comparable>, string[]]>([
  ['the same name and birth date', { phone: null, email: null }, { phone: null, email: null }, ['birth-date']],
  [
    'a name in another order, without accents',
    { ...nothing, displayName: 'Núñez Eva', phone: '600123456' },
    { ...nothing, displayName: 'eva nunez', phone: '0034 600-123-456' },
    ['phone'],
  ],
  [
    'a longer name of which the shorter is a part',
    {},
    { displayName: 'Ana María Ruiz López', phone: null, email: null },
    ['birth-date'],
  ],
  [
    'another name to be called by, the same legal one',
    { ...nothing, email: 'A@x.org', displayName: 'Kim', legalName: 'Ana Ruiz' },
    { ...nothing, email: 'a@x.org ' },
    ['email'],
  ],
  ['the same name, and nothing against it', nothing, {}, ['name']],
  ['two birth dates that differ, whatever they share', {}, { birthDate: '1999-01-01' }, []],
  ['a family that shares the telephone', { birthDate: null }, { birthDate: null, displayName: 'Luis Ruiz' }, []],
  ['one word of a name in common', nothing, { displayName: 'Ana Soto' }, []],
  [
    'too short a telephone number to tell',
    { ...nothing, displayName: 'Ana R. Ruiz', phone: '112' },
    { ...nothing, phone: '112' },
    [],
  ],
])('%s', (_what, a, b, expected) => {
  const [one, other] = [fingerprintOf(make(a)), fingerprintOf(make(b))];
  expect(sameness(one, other)).toEqual(expected);
  expect(sameness(other, one)).toEqual(expected);
});

test('two records of one person always share a bucket', () => {
  const pairs = [
    [make({ email: null }), make({ displayName: 'Ana María Ruiz', phone: null })],
    [make(nothing), make({ displayName: 'ruiz ana' })],
  ] as const;
  for (const [a, b] of pairs) {
    const [one, other] = [fingerprintOf(a), fingerprintOf(b)];
    expect(sameness(one, other)).not.toEqual([]);
    expect(bucketsOf(one).some((bucket) => bucketsOf(other).includes(bucket))).toBe(true);
  }
});
