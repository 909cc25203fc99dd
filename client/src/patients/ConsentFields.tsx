import type { referralConsent } from '@plumbline/shared/people';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { SelectField, Switch, TextField } from '../ui/index.ts';
import { today } from './dates.ts';

type Consent = z.infer<typeof referralConsent>;

interface ConsentFieldsProps {
  consent: Consent;
  onChange: (consent: Consent) => void;
  isAgreed: boolean;
  onAgreed: (isAgreed: boolean) => void;
}

export function createConsent(): Consent {
  return { by: 'patient', how: 'spoken', on: today() };
}

/** Who agreed that this goes to another clinic, how, and when. Nothing is sent before it is said. */
export function ConsentFields({ consent, onChange, isAgreed, onAgreed }: ConsentFieldsProps) {
  const { t } = useTranslation('referrals');
  return (
    <fieldset className="list-editor">
      <legend className="field__label">{t('consent.title')}</legend>
      <div className="form__row">
        <SelectField
          label={t('consent.who')}
          value={consent.by}
          onChange={(by) => onChange({ ...consent, by })}
          options={(['patient', 'representative'] as const).map((value) => ({
            value,
            label: t(`consent.by.${value}`),
          }))}
        />
        <SelectField
          label={t('consent.how')}
          value={consent.how}
          onChange={(how) => onChange({ ...consent, how })}
          options={(['spoken', 'written'] as const).map((value) => ({ value, label: t(`consent.in.${value}`) }))}
        />
        <TextField
          label={t('consent.on')}
          type="date"
          value={consent.on}
          onChange={(on) => onChange({ ...consent, on })}
        />
      </div>
      <Switch isSelected={isAgreed} onChange={onAgreed}>
        {t('consent.given')}
      </Switch>
    </fieldset>
  );
}
