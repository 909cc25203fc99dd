import { describe, expect, test } from 'vitest';
import { mergeProfiles } from './merge.ts';
import { emptyProfile, isActing, type Profile, profile } from './profile.ts';
import { changedFields, reconcileProfiles } from './reconcile.ts';
import { onlyParts, PROFILE_PARTS } from './referral.ts';

const make = (over: Partial<Profile> = {}): Profile => ({ ...emptyProfile('Ana Ruiz'), ...over });
const knee = { what: 'New knee', when: '2024-05', side: 'left' as const };
const hip = { what: 'New hip', when: '2019', side: 'right' as const };

describe('two people write one profile', () => {
  const base = make({ phone: '111 111', address: 'Old Street 1' });

  test('what only one of them changed stands', () => {
    const ours = make({ phone: '222 222', address: 'Old Street 1' });
    const theirs = make({ phone: '111 111', address: 'New Street 2', surgeries: [knee] });
    expect(reconcileProfiles(base, ours, theirs)).toEqual({
      profile: make({ phone: '222 222', address: 'New Street 2', surgeries: [knee] }),
      conflicts: [],
    });
  });

  test('where both changed a field to something else, it is named', () => {
    const ours = make({ phone: '222 222', address: 'New Street 2' });
    const theirs = make({ phone: '333 333', address: 'New Street 2' });
    expect(reconcileProfiles(base, ours, theirs)).toEqual({ profile: ours, conflicts: ['phone'] });
  });

  test('the order of keys is no change', () => {
    const other = make({ surgeries: [{ side: 'left', when: '2024-05', what: 'New knee' }] });
    expect(changedFields(make({ surgeries: [knee] }), other)).toEqual([]);
  });
});

describe('two records become one', () => {
  const kept = make({ phone: '111 111', surgeries: [knee] });
  const other = make({
    displayName: 'Ana R.',
    phone: '222 222',
    email: 'ana@example.org',
    sex: 'female',
    surgeries: [knee, hip],
  });

  test('the kept one stands, gaps are filled, lists are united, and what differs is named', () => {
    expect(mergeProfiles(kept, other)).toEqual({
      profile: make({ phone: '111 111', email: 'ana@example.org', sex: 'female', surgeries: [knee, hip] }),
      filled: ['sex', 'email', 'surgeries'],
      differing: ['displayName', 'phone'],
    });
  });

  test('a record without anything changes nothing, and a second time changes nothing more', () => {
    expect(mergeProfiles(kept, make()).profile).toEqual(kept);
    const once = mergeProfiles(kept, other).profile;
    expect(mergeProfiles(once, other).profile).toEqual(once);
  });
});

describe('what is sent along with a referral', () => {
  const all = make({
    birthDate: '1970-04-03',
    sex: 'female',
    phone: '111 111',
    conditions: ['Diabetes'],
    preferredHand: 'left',
  });

  test('is the name and the parts ticked, nothing else', () => {
    expect(onlyParts(all, [])).toEqual(make());
    expect(onlyParts(all, ['history'])).toEqual(make({ conditions: ['Diabetes'] }));
  });

  test('is everything, with every part ticked', () => {
    expect(onlyParts(all, PROFILE_PARTS)).toEqual(all);
  });
});

describe('a profile', () => {
  const caregiver = {
    name: 'Luis',
    relation: null,
    phone: null,
    email: null,
    may: [],
    from: '2026-01-01',
    until: '2026-06-30',
    consentedBy: 'patient' as const,
  };

  test.each([
    ['2025-12-31', false],
    ['2026-01-01', true],
    ['2026-06-30', true],
    ['2026-07-01', false],
  ])('a caregiver acts from the first day to the last: %s', (day, acts) => {
    expect(isActing(caregiver, day)).toBe(acts);
  });

  test.each<[string, Record<string, unknown>]>([
    ['caregivers.0.until', { caregivers: [{ ...caregiver, until: '2025-01-01' }] }],
    ['birthDate', { birthDate: '2026-02-30' }],
    ['surgeries.0.when', { surgeries: [{ ...knee, when: '2024-13' }] }],
    ['timeZone', { timeZone: 'Mars/Olympus' }],
    ['phone', { phone: 'call me' }],
  ])('that is wrong in %s names it', (path, over) => {
    const { error } = profile.safeParse({ ...make(), ...over });
    expect(error?.issues[0]?.path.join('.')).toBe(path);
  });
});
