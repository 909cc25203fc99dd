import { type Findable, type Fingerprint, fingerprintOf, toWords } from '@plumbline/shared/people';
import type { AppContext } from '../app-context.ts';
import type { Scope } from '../database/database.ts';
import { openRecords } from './profiles.ts';
import { lastChange } from './register-change.ts';

/** What of a patient stays in memory so that typing finds them: no address, no history, nothing written for people. */
export interface Entry extends Findable {
  patientId: string;
  fingerprint: Fingerprint;
  /** By which lists are sorted. */
  sortName: string;
  lastChange: number;
}

interface Register {
  change: number;
  entries: Map<string, Entry>;
}

/** Patients in the memory of one process, over all clinics; the clinic not asked for longest goes first. About 600 bytes each. */
const MOST_ENTRIES = 200_000;

const registers = new WeakMap<AppContext, Map<string, Register>>();

/** The clinic's patients as searches see them: opened once, then only what changed, whichever process changed it. */
export async function registerOf(scope: Scope, app: AppContext): Promise<ReadonlyMap<string, Entry>> {
  const known = registersOf(app);
  const register = known.get(scope.clinicId) ?? { change: -1, entries: new Map() };
  const change = await lastChange(scope);
  if (change > register.change) {
    for (const record of await openRecords(scope, app, { since: register.change })) {
      const { patientId } = record;
      // Two requests may be here at once: the newer state stands, whoever comes last.
      if ((register.entries.get(patientId)?.lastChange ?? -1) > record.lastChange) continue;
      if (!('profile' in record) || record.mergedInto) register.entries.delete(patientId);
      else register.entries.set(patientId, createEntry(record));
    }
    register.change = Math.max(register.change, change);
  }
  known.delete(scope.clinicId);
  known.set(scope.clinicId, register);
  forget(known, MOST_ENTRIES);
  return register.entries;
}

function createEntry({
  patientId,
  profile,
  lastChange,
}: {
  patientId: string;
  profile: Parameters<typeof fingerprintOf>[0];
  lastChange: number;
}): Entry {
  const words = toWords(profile.displayName);
  const legal = profile.legalName === null ? [] : toWords(profile.legalName);
  return {
    patientId,
    words: [...words, ...legal.filter((word) => !words.includes(word))],
    birthDate: profile.birthDate,
    fingerprint: fingerprintOf(profile),
    sortName: words.join(' '),
    lastChange,
  };
}

/** Drops the clinics asked for longest ago until no more than `most` patients are held; the last one asked for stays. */
export function forget(registers: Map<string, { entries: ReadonlyMap<string, unknown> }>, most: number): void {
  let held = [...registers.values()].reduce((sum, { entries }) => sum + entries.size, 0);
  for (const [clinicId, { entries }] of [...registers].slice(0, -1)) {
    if (held <= most) return;
    registers.delete(clinicId);
    held -= entries.size;
  }
}

function registersOf(app: AppContext): Map<string, Register> {
  const known = registers.get(app) ?? new Map<string, Register>();
  registers.set(app, known);
  return known;
}
