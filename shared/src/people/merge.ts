import type { Profile } from './profile.ts';
import { isSame, PROFILE_FIELDS, type ProfileField } from './reconcile.ts';

/** How long a merge can be taken back. */
export const MERGE_UNDO_DAYS = 30;

export interface MergedProfile {
  profile: Profile;
  /** Fields that only the other record had, or lists that grew by it. */
  filled: ProfileField[];
  /** Fields both had, differently: the kept record's stands, the other's stays readable in the other record. */
  differing: ProfileField[];
}

/** One profile of two records of the same person: what the kept one knows stands, what it lacks is filled in, lists are united. */
export function mergeProfiles(kept: Profile, other: Profile): MergedProfile {
  const profile: Profile = { ...kept };
  const filled: ProfileField[] = [];
  const differing: ProfileField[] = [];
  for (const field of PROFILE_FIELDS) {
    const [mine, theirs] = [kept[field], other[field]];
    if (isSame(mine, theirs) || isUnknown(theirs)) continue;
    if (Array.isArray(mine) && Array.isArray(theirs)) {
      const known: readonly unknown[] = mine;
      const more = theirs.filter((one: unknown) => !known.some((old) => isSame(old, one)));
      if (more.length === 0) continue;
      Object.assign(profile, { [field]: [...mine, ...more] });
      filled.push(field);
    } else if (isUnknown(mine)) {
      Object.assign(profile, { [field]: theirs });
      filled.push(field);
    } else differing.push(field);
  }
  return { profile, filled, differing };
}

function isUnknown(value: Profile[ProfileField]): boolean {
  return value === null || value === 'not-stated';
}
