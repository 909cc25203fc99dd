import type { Profile } from './profile.ts';

export type ProfileField = Exclude<keyof Profile, 'schema'>;

export interface Reconciled {
  /** Their version with what only we changed; fields in conflict have our value. */
  profile: Profile;
  /** Fields that both changed, each to something else. */
  conflicts: ProfileField[];
}

/** The fields of a profile, in the order people read them. */
export const PROFILE_FIELDS: readonly ProfileField[] = [
  'displayName',
  'legalName',
  'birthDate',
  'sex',
  'phone',
  'email',
  'address',
  'language',
  'timeZone',
  'preferredHand',
  'conditions',
  'surgeries',
  'devices',
  'emergencyContact',
  'caregivers',
];

/** Two people changed one profile from the same `base`: what only one of them changed stands; where both did, somebody must decide. */
export function reconcileProfiles(base: Profile, ours: Profile, theirs: Profile): Reconciled {
  const profile: Profile = { ...theirs };
  const conflicts: ProfileField[] = [];
  for (const field of PROFILE_FIELDS) {
    if (isSame(ours[field], base[field])) continue;
    Object.assign(profile, { [field]: ours[field] });
    if (!isSame(theirs[field], base[field]) && !isSame(theirs[field], ours[field])) conflicts.push(field);
  }
  return { profile, conflicts };
}

/** Which fields two profiles differ in. */
export function changedFields(before: Profile, after: Profile): ProfileField[] {
  return PROFILE_FIELDS.filter((field) => !isSame(before[field], after[field]));
}

/** Whether two values of a profile say the same, whatever the order of their keys. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => isSame(one, b[i]));
  if (!isRecord(a) || !isRecord(b)) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => isSame(a[key], b[key]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
