import { z } from 'zod';
import { emptyProfile, type Profile } from './profile.ts';
import type { ProfileField } from './reconcile.ts';

export const REFERRAL_KINDS = ['referral', 'transfer', 'counter-referral'] as const;
export type ReferralKind = (typeof REFERRAL_KINDS)[number];

/** What of the profile a therapist can send along to another clinic, beside the name. */
export const PROFILE_PARTS = [
  'birth-and-sex',
  'contact',
  'language-and-hand',
  'history',
  'emergency',
  'caregivers',
] as const;
export const profilePart = z.enum(PROFILE_PARTS);
export type ProfilePart = (typeof PROFILE_PARTS)[number];

const FIELDS: Record<ProfilePart, readonly ProfileField[]> = {
  'birth-and-sex': ['birthDate', 'sex'],
  contact: ['legalName', 'phone', 'email', 'address'],
  'language-and-hand': ['language', 'timeZone', 'preferredHand'],
  history: ['conditions', 'surgeries', 'devices'],
  emergency: ['emergencyContact'],
  caregivers: ['caregivers'],
};

/** The fields a part stands for. */
export function fieldsOf(part: ProfilePart): readonly ProfileField[] {
  return FIELDS[part];
}

/** A profile with nothing in it but the name and the parts named. */
export function onlyParts(profile: Profile, parts: readonly ProfilePart[]): Profile {
  const only = emptyProfile(profile.displayName);
  for (const field of parts.flatMap(fieldsOf)) Object.assign(only, { [field]: profile[field] });
  return only;
}
