import type { Profile, ProfileField } from '@plumbline/shared/people';
import { useTranslation } from 'react-i18next';
import { useDates } from './dates.ts';

/** A field of a profile in words, a line per entry; empty where it is not recorded. */
export function useFieldText(): (profile: Profile, field: ProfileField) => string[] {
  const { t } = useTranslation('patients');
  const { day } = useDates();
  const join = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null && part !== '').join(', ');
  const side = (value: 'left' | 'right' | 'both' | null) => (value === null ? null : t(`bodySide.${value}`));
  return (profile, field) => {
    switch (field) {
      case 'birthDate':
        return profile.birthDate === null ? [] : [day(profile.birthDate)];
      case 'sex':
        return profile.sex === 'not-stated' ? [] : [t(`sex.${profile.sex}`)];
      case 'preferredHand':
        return profile.preferredHand === null ? [] : [t(`hand.${profile.preferredHand}`)];
      case 'conditions':
        return profile.conditions;
      case 'surgeries':
        return profile.surgeries.map((one) => join([one.what, side(one.side), one.when]));
      case 'devices':
        return profile.devices.map((one) => join([`${t(`device.${one.kind}`)}: ${one.what}`, side(one.side)]));
      case 'emergencyContact': {
        const contact = profile.emergencyContact;
        return contact === null ? [] : [join([contact.name, contact.relation, contact.phone])];
      }
      case 'caregivers':
        return profile.caregivers.map((one) =>
          join([
            one.name,
            one.relation,
            one.phone,
            one.email,
            `${t('form.may')}: ${one.may.map((right) => t(`right.${right}`)).join(', ') || '–'}`,
            `${day(one.from)} – ${one.until === null ? '…' : day(one.until)}`,
            t(`consentedBy.${one.consentedBy}`),
          ]),
        );
      case 'displayName':
      case 'legalName':
      case 'phone':
      case 'email':
      case 'address':
      case 'language':
      case 'timeZone':
        return profile[field] === null ? [] : [profile[field]];
    }
  };
}
