import { ageInYears, type Profile } from '@plumbline/shared/people';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { today, useDates } from './dates.ts';

/** Whose page it is: name, birth date, age. */
export function PatientHead({ profile }: { profile: Profile }) {
  const { t } = useTranslation('patients');
  const { day } = useDates();
  const { displayName, legalName, birthDate } = profile;
  return (
    <div>
      <p className="patients__hint">
        <Link to="/patients">{t('title')}</Link>
      </p>
      <h1>{displayName}</h1>
      <p className="patients__hint">
        {[
          legalName,
          birthDate && t('search.born', { date: day(birthDate) }),
          birthDate && t('page.years', { count: ageInYears(birthDate, today()) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  );
}
