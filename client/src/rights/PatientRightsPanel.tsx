import {
  askForErasure,
  ERASURE_REASONS,
  type ErasureReason,
  exportPatient,
  getPatientRights,
  type PatientRights,
  restrictPatient,
  withdrawErasure,
} from '@plumbline/shared/rights';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form, Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { basePath, call } from '../http/index.ts';
import { useFormatLocale } from '../i18n/index.ts';
import { Banner, Busy, Button, buttonClass, ProblemBanner, Switch } from '../ui/index.ts';
import './rights.css';

/** What a patient may ask of the clinic: a copy of everything, restriction, erasure. */
export function PatientRightsPanel({ patientId }: { patientId: string }) {
  const { t } = useTranslation('rights');
  const queries = useQueryClient();
  const queryKey = ['patient', patientId, 'rights'];
  const rights = useQuery({
    queryKey,
    queryFn: ({ signal }) => call(getPatientRights, { params: { patientId }, signal }),
  });
  const put = async (next: PatientRights) => {
    queries.setQueryData(queryKey, next);
    // What may be read and done has changed with it.
    await queries.invalidateQueries({
      predicate: ({ queryKey: [first, id, what] }) => first === 'patient' && id === patientId && what !== 'rights',
    });
  };
  const restriction = useMutation({
    mutationFn: (restricted: boolean) => call(restrictPatient, { params: { patientId }, body: { restricted } }),
    onSuccess: put,
  });
  const withdrawal = useMutation({
    mutationFn: () => call(withdrawErasure, { params: { patientId }, body: {} }),
    onSuccess: put,
  });
  const format = new Intl.DateTimeFormat(useFormatLocale(), { dateStyle: 'long' });
  if (rights.isPending) return <Busy />;
  if (!rights.data) return <ProblemBanner error={rights.error} onRetry={() => void rights.refetch()} />;
  const { restrictedAt, erasure, earliestErasureAt } = rights.data;
  return (
    <section className="card rights__panel" aria-labelledby="patient-rights">
      <h2 id="patient-rights">{t('patient.title')}</h2>
      <p>{t('patient.copyText')}</p>
      <a
        className={buttonClass()}
        href={`${basePath().replace(/\/$/, '')}${exportPatient.path.replace(':patientId', patientId)}`}
        download
      >
        {t('patient.copy')}
      </a>
      <Switch
        isSelected={restrictedAt !== null}
        isDisabled={erasure !== null || restriction.isPending}
        onChange={(restricted) => restriction.mutate(restricted)}
      >
        {t('patient.restrict')}
      </Switch>
      <p>{t('patient.restrictText')}</p>
      <ProblemBanner error={restriction.error ?? withdrawal.error} />
      {erasure ? (
        <Banner kind="caution" title={t('patient.pending', { date: format.format(new Date(erasure.dueAt)) })}>
          <p>{t('patient.pendingText')}</p>
          <Button isPending={withdrawal.isPending} onPress={() => withdrawal.mutate()}>
            {t('patient.withdraw')}
          </Button>
        </Banner>
      ) : (
        <Erase patientId={patientId} earliest={format.format(new Date(earliestErasureAt))} onAsked={put} />
      )}
    </section>
  );
}

interface EraseProps {
  patientId: string;
  earliest: string;
  onAsked: (rights: PatientRights) => Promise<void>;
}

/** Two steps: it cannot be taken back once it is done. */
function Erase({ patientId, earliest, onAsked }: EraseProps) {
  const { t } = useTranslation('rights');
  const { t: common } = useTranslation();
  const [reason, setReason] = useState<ErasureReason | null>(null);
  const [isOpen, setOpen] = useState(false);
  const ask = useMutation({
    mutationFn: (why: ErasureReason) => call(askForErasure, { params: { patientId }, body: { reason: why } }),
    onSuccess: onAsked,
  });
  if (!isOpen) return <Button onPress={() => setOpen(true)}>{t('patient.erase')}</Button>;
  return (
    <Form
      className="rights__erase"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason) ask.mutate(reason);
      }}
    >
      <RadioGroup value={reason} onChange={(value) => setReason(value as ErasureReason)}>
        <Label>{t('patient.eraseWhy')}</Label>
        {ERASURE_REASONS.map((one) => (
          <Radio key={one} value={one} className="rights__reason">
            {t(`reason.${one}`)}
          </Radio>
        ))}
      </RadioGroup>
      <p>{t('patient.eraseText', { date: earliest })}</p>
      <ProblemBanner error={ask.error} />
      <div className="form__actions">
        <Button type="submit" look="stop" isDisabled={!reason} isPending={ask.isPending}>
          {t('patient.eraseConfirm')}
        </Button>
        <Button look="quiet" onPress={() => setOpen(false)}>
          {common('cancel')}
        </Button>
      </div>
    </Form>
  );
}
