import fc from 'fast-check';

/** Printed by the tests that use it; another one tries other inputs: `BAD_INPUT_SEED=7 npx vitest …`. */
export const SEED = Number(process.env.BAD_INPUT_SEED ?? 20_261_124);

const nested = (depth: number, wrap: (inner: unknown) => unknown) => {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = wrap(value);
  return value;
};

const NASTY: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  0.5,
  1e308,
  -1e308,
  2 ** 31,
  2 ** 53,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  8.64e15 + 1,
  '',
  ' ',
  '0',
  'NaN',
  'Infinity',
  '9007199254740991',
  '1e400',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfffy',
  '\u202e\u2066rtl',
  '\uffff',
  '👩🏽‍⚕️'.repeat(30),
  'x'.repeat(200_000),
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  "'; DROP TABLE patient; --",
  '../../../../etc/passwd',
  '%s%n{{7*7}}',
  '<script>alert(1)</script>',
  '0000-01-01',
  '9999-12-31',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '2026-02-30',
  'America/Buenos_Aires\u0000',
  '+05:00',
  'constructor',
  '__proto__',
  [],
  {},
  [[]],
  { toString: 1, hasOwnProperty: null, length: -1, valueOf: null },
  JSON.parse('{"__proto__": {"isAdmin": true}, "constructor": {"prototype": {"x": 1}}}'),
  nested(3_000, (inner) => [inner]),
  nested(2_000, (inner) => ({ body: inner })),
  Array.from({ length: 5_000 }, () => 'x'),
  Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`key${i}`, i])),
];

/** Anything but what was asked for. */
export const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
);

interface Change {
  how: 'replace' | 'remove' | 'add' | 'repeat';
  /** Picks the place among all there are. */
  at: number;
  value: unknown;
  name: string;
}

/** What to do to a valid value so that it is one no more. */
export const change: fc.Arbitrary<Change> = fc.record({
  how: fc.constantFrom('replace', 'replace', 'replace', 'replace', 'remove', 'add', 'repeat'),
  at: fc.nat(10_000),
  value: nastyValue,
  name: fc.constantFrom(
    'extra',
    '__proto__',
    'constructor',
    'clinicId',
    'role',
    'roles',
    'id',
    '\u0000',
    'x'.repeat(5_000),
  ),
});

type Place = { holder: Record<string, unknown>; key: string };

function placesIn(value: unknown, places: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return places;
  for (const [key, inner] of Object.entries(value)) {
    places.push({ holder: value as Record<string, unknown>, key });
    placesIn(inner, places);
  }
  return places;
}

/** A copy of the value with one change somewhere in it. */
export function spoil(valid: unknown, { how, at, value, name }: Change): unknown {
  const root = { value: structuredClone(valid) } as Record<string, unknown>;
  const places = placesIn(root);
  const { holder, key } = places[at % places.length] as Place;
  const here = holder[key];
  if (how === 'remove' && holder !== root) delete holder[key];
  else if (how === 'repeat') holder[key] = Array.from({ length: 3 }, () => here);
  else if (how === 'add' && typeof here === 'object' && here !== null)
    Object.defineProperty(here, name, { value, enumerable: true, configurable: true });
  else holder[key] = value;
  return root.value;
}
