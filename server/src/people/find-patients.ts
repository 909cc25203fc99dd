import {
  bucketsOf,
  type Comparable,
  fingerprintOf,
  PATIENTS_PAGE,
  type PatientFound,
  parseSearch,
  rankOf,
  type Sameness,
  sameness,
} from '@plumbline/shared/people';
import type { AppContext } from '../app-context.ts';
import type { Scope } from '../database/database.ts';
import { notAllowed } from '../problem.ts';
import { openRecords } from './profiles.ts';
import { type Entry, registerOf } from './register.ts';

const MOST_SIMILAR = 5;
const MOST_PAIRS = 200;

/** Patients who fit what was typed, best first: those in the asker's care, or all of the clinic by name and year of birth. */
export async function searchPatients(
  scope: Scope,
  app: AppContext,
  { text, where, offset }: { text: string; where: 'care' | 'clinic'; offset: number },
): Promise<{ patients: PatientFound[]; total: number }> {
  const terms = parseSearch(text);
  // The whole clinic is searched for somebody, never leafed through.
  if (where === 'clinic' && terms.words.length + terms.births.length === 0) return { patients: [], total: 0 };
  const register = await registerOf(scope, app);
  const inCare = await caredForBy(scope);
  const found: { entry: Entry; rank: number }[] = [];
  for (const entry of register.values()) {
    if (where === 'care' && !inCare.has(entry.patientId)) continue;
    const rank = rankOf(entry, terms);
    if (rank !== null) found.push({ entry, rank });
  }
  found.sort((a, b) => a.rank - b.rank || compare(a.entry.sortName, b.entry.sortName));
  const page = found.slice(offset, offset + PATIENTS_PAGE).map(({ entry }) => entry.patientId);
  const named = await describe(scope, app, page, inCare);
  return { patients: page.flatMap((id) => named.get(id) ?? []), total: found.length };
}

/** Records of the clinic that may be of this person, the surest first. */
export async function findSimilar(
  scope: Scope,
  app: AppContext,
  person: Comparable,
): Promise<(PatientFound & { sameness: Sameness[] })[]> {
  const wanted = fingerprintOf(person);
  const reasons = new Map<string, Sameness[]>();
  for (const { patientId, fingerprint } of (await registerOf(scope, app)).values()) {
    const same = sameness(wanted, fingerprint);
    if (same.length > 0) reasons.set(patientId, same);
  }
  const ids = [...reasons.keys()].sort((a, b) => certainty(reasons.get(b)) - certainty(reasons.get(a)));
  const named = await describe(scope, app, ids.slice(0, MOST_SIMILAR), await caredForBy(scope));
  return [...named.values()].map((one) => ({ ...one, sameness: reasons.get(one.patientId) ?? [] }));
}

/** Pairs of records that may be of one person, the surest first: for administrators in the whole clinic, else in the asker's care. */
export async function listDuplicates(
  scope: Scope,
  app: AppContext,
): Promise<{ a: PatientFound; b: PatientFound; sameness: Sameness[] }[]> {
  const { actor } = scope;
  if (actor.kind !== 'staff') throw notAllowed();
  const inCare = await caredForBy(scope);
  const isMine = actor.roles.includes('administrator') ? () => true : (id: string) => inCare.has(id);
  const entries = [...(await registerOf(scope, app)).values()].filter(({ patientId }) => isMine(patientId));
  const pairs = pairsOf(entries)
    .sort((x, y) => certainty(y.sameness) - certainty(x.sameness) || compare(x.a.sortName, y.a.sortName))
    .slice(0, MOST_PAIRS);
  const ids = pairs.flatMap(({ a, b }) => [a.patientId, b.patientId]);
  const named = await describe(scope, app, ids, inCare);
  return pairs.flatMap(({ a, b, sameness }) => {
    const [one, other] = [named.get(a.patientId), named.get(b.patientId)];
    return one && other ? [{ a: one, b: other, sameness }] : [];
  });
}

/** Who is compared with whom: only those that share something. */
export function pairsOf<E extends Pick<Entry, 'patientId' | 'fingerprint'>>(entries: readonly E[]) {
  const buckets = new Map<string, E[]>();
  for (const entry of entries) {
    for (const bucket of bucketsOf(entry.fingerprint)) {
      const there = buckets.get(bucket);
      if (there) there.push(entry);
      else buckets.set(bucket, [entry]);
    }
  }
  const pairs = new Map<string, { a: E; b: E; sameness: Sameness[] }>();
  for (const bucket of buckets.values()) {
    for (const [i, a] of bucket.entries()) {
      for (const b of bucket.slice(i + 1)) {
        const key = [a.patientId, b.patientId].sort().join(' ');
        if (a.patientId === b.patientId || pairs.has(key)) continue;
        const same = sameness(a.fingerprint, b.fingerprint);
        if (same.length > 0) pairs.set(key, { a, b, sameness: same });
      }
    }
  }
  return [...pairs.values()];
}

/** The patients in the asker's care. */
async function caredForBy({ tx, clinicId, actor }: Scope): Promise<Set<string>> {
  if (actor.kind !== 'staff') return new Set();
  const rows = await tx
    .selectFrom('care')
    .select('patient_id')
    .where('clinic_id', '=', clinicId)
    .where('account_id', '=', actor.accountId)
    .where('until_at', 'is', null)
    .execute();
  return new Set(rows.map(({ patient_id }) => patient_id));
}

/** These patients as a list shows them, in that order; who was erased is left out. */
export async function describe(
  scope: Scope,
  app: AppContext,
  ids: readonly string[],
  inCare: ReadonlySet<string>,
): Promise<Map<string, PatientFound>> {
  const records = new Map((await openRecords(scope, app, { ids })).map((record) => [record.patientId, record]));
  const found = new Map<string, PatientFound>();
  for (const patientId of ids) {
    const record = records.get(patientId);
    if (!record || !('profile' in record)) continue;
    const { displayName, birthDate } = record.profile;
    found.set(patientId, {
      patientId,
      displayName,
      birthYear: birthDate === null ? null : Number(birthDate.slice(0, 4)),
      birthDate: inCare.has(patientId) ? birthDate : null,
      inCare: inCare.has(patientId),
    });
  }
  return found;
}

function certainty(reasons: readonly Sameness[] = []): number {
  return reasons[0] === 'name' ? 0 : reasons.length + (reasons.includes('birth-date') ? 1 : 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
