import type { Profile } from './profile.ts';

/** Who somebody is as far as norms look at them. */
export interface AgeAndSex {
  /** Whole years. */
  ageYears: number;
  sex: 'male' | 'female';
}

/** Whole years from a birth date to a day, both `YYYY-MM-DD`. Born on 29 February, one is a year older on 1 March. */
export function ageInYears(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Age on that day and sex; null where one of them is not recorded, or the day is before birth: no norm may be guessed. */
export function ageAndSex({ birthDate, sex }: Pick<Profile, 'birthDate' | 'sex'>, day: string): AgeAndSex | null {
  if (birthDate === null || sex === 'not-stated' || day < birthDate) return null;
  return { ageYears: ageInYears(birthDate, day), sex };
}
