import { toWords } from './words.ts';

/** A person as far as the search for duplicates looks at them. */
export interface Comparable {
  displayName: string;
  legalName: string | null;
  birthDate: string | null;
  phone: string | null;
  email: string | null;
}

/** A person with everything that is compared brought into one form. */
export interface Fingerprint {
  /** One per name they go by: its words, sorted. */
  names: readonly (readonly string[])[];
  birthDate: string | null;
  phone: string | null;
  email: string | null;
}

/** Why two records may be of one person, beside their name. `name` alone is weak: one birth date is missing. */
export const SAMENESS = ['birth-date', 'phone', 'email', 'name'] as const;
export type Sameness = (typeof SAMENESS)[number];

/** Country and trunk prefixes are written or not: numbers are compared by their end. */
const PHONE_END = 9;
const SHORTEST_PHONE = 6;

export function fingerprintOf(person: Comparable): Fingerprint {
  const names = [person.displayName, ...(person.legalName === null ? [] : [person.legalName])];
  const digits = (person.phone ?? '').replace(/\D/g, '');
  return {
    names: names.map((name) => toWords(name).sort()),
    birthDate: person.birthDate,
    phone: digits.length < SHORTEST_PHONE ? null : digits.slice(-PHONE_END),
    email: person.email?.trim().toLowerCase() ?? null,
  };
}

/**
 * Why two records may be of one person; empty where they are not. The names must agree (two words or more of one, all of
 * them in the other, or the very same) and something else with them. Two known birth dates that differ are two people:
 * families share names, telephones and mailboxes.
 */
export function sameness(a: Fingerprint, b: Fingerprint): Sameness[] {
  if (a.birthDate !== null && b.birthDate !== null && a.birthDate !== b.birthDate) return [];
  if (!a.names.some((mine) => b.names.some((other) => namesAgree(mine, other)))) return [];
  const reasons = (['birth-date', 'phone', 'email'] as const).filter((what) => {
    const field = what === 'birth-date' ? 'birthDate' : what;
    return a[field] !== null && a[field] === b[field];
  });
  if (reasons.length > 0) return reasons;
  return a.names.some((mine) => b.names.some((other) => isEqual(mine, other))) ? ['name'] : [];
}

/** Keys of which two records of one person share at least one, so that not everybody is compared with everybody. */
export function bucketsOf({ names, birthDate, phone, email }: Fingerprint): string[] {
  return [
    ...(birthDate === null ? [] : [`b ${birthDate}`]),
    ...(phone === null ? [] : [`p ${phone}`]),
    ...(email === null ? [] : [`e ${email}`]),
    ...names.map((words) => `n ${words.join(' ')}`),
  ];
}

function namesAgree(a: readonly string[], b: readonly string[]): boolean {
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  if (isEqual(a, b)) return true;
  return fewer.length >= 2 && fewer.every((word) => more.includes(word));
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, i) => word === b[i]);
}
