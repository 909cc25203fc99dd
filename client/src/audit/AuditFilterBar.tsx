import type { AuditEntry } from '@plumbline/shared/audit';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/index.ts';
import { type WantedEntries, writeWanted } from './filters.ts';
import { useDeedWords } from './words.ts';

interface AuditFilterBarProps {
  wanted: WantedEntries;
  choices: { accounts: readonly { accountId: string; displayName: string }[]; actions: readonly string[] } | undefined;
  /** Those shown now: the name of the patient asked for is among them. */
  entries: readonly AuditEntry[];
  onWant: (change: Partial<WantedEntries>) => void;
}

/** Who, what, how it ended, and when; a patient is chosen in the list itself. */
export function AuditFilterBar({ wanted, choices, entries, onWant }: AuditFilterBarProps) {
  const { t } = useTranslation('audit');
  const deed = useDeedWords();
  const patient = entries.find(({ subject }) => subject?.patientId === wanted.patientId)?.subject?.name;
  return (
    <search className="audit__filters" aria-label={t('filters')}>
      <Choice label={t('who')} value={wanted.accountId} onChange={(accountId) => onWant({ accountId })}>
        <option value="">{t('anybody')}</option>
        {choices?.accounts.map(({ accountId, displayName }) => (
          <option key={accountId} value={accountId}>
            {displayName}
          </option>
        ))}
      </Choice>
      <Choice label={t('deed')} value={wanted.action} onChange={(action) => onWant({ action })}>
        <option value="">{t('anything')}</option>
        {choices?.actions.map((action) => (
          <option key={action} value={action}>
            {deed(action)}
          </option>
        ))}
      </Choice>
      <Choice label={t('outcome')} value={wanted.outcome} onChange={(outcome) => onWant({ outcome })}>
        <option value="">{t('anything')}</option>
        <option value="done">{t('done')}</option>
        <option value="refused">{t('refused')}</option>
      </Choice>
      <Day label={t('from')} value={wanted.from} onChange={(from) => onWant({ from })} />
      <Day label={t('to')} value={wanted.to} onChange={(to) => onWant({ to })} />
      {Object.keys(writeWanted(wanted)).length > 0 ? (
        <Button
          look="quiet"
          onPress={() => onWant({ accountId: '', action: '', outcome: '', patientId: '', from: '', to: '' })}
        >
          {t('clear')}
        </Button>
      ) : null}
      {wanted.patientId ? (
        <p className="audit__only">
          {t('onlyPatient', { name: patient ?? t('erased') })}
          <Button look="quiet" onPress={() => onWant({ patientId: '' })}>
            {t('allRecords')}
          </Button>
        </p>
      ) : null}
    </search>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <select className="input" id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {children}
      </select>
    </div>
  );
}

function Day({ label, value, onChange }: Omit<ChoiceProps, 'children'>) {
  const id = useId();
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <input className="input" id={id} type="date" value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}
