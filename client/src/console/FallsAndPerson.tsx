import { FALLS_SCREENS, type FallsScreen, type TestedPerson } from '@plumbline/shared/programme';
import { useTranslation } from 'react-i18next';
import { NumberField, Segments } from '../ui/index.ts';
import { ChooserRow } from './ChooserRow.tsx';

interface FallsAndPersonProps {
  falls: FallsScreen;
  onFalls: (falls: FallsScreen) => void;
  person: TestedPerson;
  onPerson: (person: TestedPerson) => void;
}

/** What was answered about falls, and age and sex as far as they are told: without them there is no norm. */
export function FallsAndPerson({ falls, onFalls, person, onPerson }: FallsAndPersonProps) {
  const { t } = useTranslation('timed');
  return (
    <>
      <ChooserRow label={t('falls')}>
        <div className="falls">
          <span className="chooser__hint">{t('fallsQuestion')}</span>
          <Segments
            label={t('fallsQuestion')}
            value={falls}
            onChange={onFalls}
            options={FALLS_SCREENS.map((one) => ({ value: one, label: t(`fallsAnswer.${one}`), demo: `falls-${one}` }))}
          />
          {falls === 'risk' ? <strong className="chooser__weak">{t('fallsRisk')}</strong> : null}
        </div>
      </ChooserRow>
      <ChooserRow label={t('person')}>
        <div className="tested-person">
          <NumberField
            label={t('age')}
            value={person.ageYears}
            onChange={(ageYears) => onPerson({ ...person, ageYears })}
            min={0}
            max={120}
          />
          <Segments
            label={t('sex')}
            value={person.sex ?? 'unknown'}
            onChange={(sex) => onPerson({ ...person, sex: sex === 'unknown' ? null : sex })}
            options={(['female', 'male', 'unknown'] as const).map((one) => ({
              value: one,
              label: t(`sexes.${one}`),
              demo: `sex-${one}`,
            }))}
          />
        </div>
      </ChooserRow>
    </>
  );
}
