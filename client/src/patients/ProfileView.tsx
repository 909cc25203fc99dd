import { isActing, PROFILE_FIELDS, type WrittenProfile } from '@plumbline/shared/people';
import { useTranslation } from 'react-i18next';
import { today, useDates } from './dates.ts';
import { useFieldText } from './field-text.ts';

/** The profile to read: what is recorded, field by field. */
export function ProfileView({ written }: { written: WrittenProfile }) {
  const { t } = useTranslation('patients');
  const textOf = useFieldText();
  const { moment } = useDates();
  const { profile, writtenAt, writtenBy } = written;
  const acting = profile.caregivers.map((one) => isActing(one, today()));
  return (
    <>
      <dl className="profile">
        {PROFILE_FIELDS.map((field) => {
          const lines = textOf(profile, field);
          return (
            <div key={field} className="profile__field">
              <dt>{t(`field.${field}`)}</dt>
              {lines.length === 0 ? <dd className="profile__none">{t('form.nothing')}</dd> : null}
              {lines.map((line, i) => (
                <dd key={i}>
                  {line}
                  {field === 'caregivers' ? ` (${t(acting[i] ? 'form.acting' : 'form.notActing')})` : null}
                </dd>
              ))}
            </div>
          );
        })}
      </dl>
      {writtenAt && writtenBy ? (
        <p className="patients__hint">{t('page.written', { name: writtenBy, date: moment(writtenAt) })}</p>
      ) : null}
    </>
  );
}
