import {
  listRecipients,
  makeReferral,
  PROFILE_PARTS,
  type ProfilePart,
  type WantedReferral,
} from '@plumbline/shared/people';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { v4 as uuid } from 'uuid';
import { call } from '../http/index.ts';
import { Banner, Busy, Button, CheckboxField, ProblemBanner, Segments, SelectField, TextArea } from '../ui/index.ts';
import { ConsentFields, createConsent } from './ConsentFields.tsx';

const SHORTEST = 3;

/** Passes a patient on: to a colleague, who will see the chart, or to another clinic, which gets what is ticked here. */
export function ReferPanel({ patientId, onClose }: { patientId: string; onClose: () => void }) {
  const { t } = useTranslation(['referrals', 'common']);
  const queries = useQueryClient();
  const [id] = useState(() => uuid());
  const [kind, setKind] = useState<'referral' | 'transfer'>('referral');
  const [to, setTo] = useState<string | null>(null);
  const [letter, setLetter] = useState('');
  const [parts, setParts] = useState<ProfilePart[]>(['birth-and-sex', 'history']);
  const [summary, setSummary] = useState('');
  const [consent, setConsent] = useState(createConsent);
  const [isAgreed, setAgreed] = useState(false);
  const recipients = useQuery({
    queryKey: ['recipients'],
    queryFn: ({ signal }) => call(listRecipients, { signal }),
  });
  const send = useMutation({
    mutationFn: (body: WantedReferral) => call(makeReferral, { params: { patientId }, body }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['referrals'] }),
        queries.invalidateQueries({ queryKey: ['patient', patientId, 'referrals'] }),
      ]),
  });
  if (!recipients.data) return recipients.error ? <ProblemBanner error={recipients.error} /> : <Busy />;
  if (send.data)
    return (
      <Banner kind="good" title={t('sent')} announce>
        <p>{t('sentText')}</p>
        <Button onPress={onClose}>{t('common:close')}</Button>
      </Banner>
    );

  const { colleagues, clinics } = recipients.data;
  const options = [
    ...colleagues.map(({ accountId, displayName }) => ({ value: accountId, label: displayName })),
    ...clinics.map(({ clinicId, name }) => ({ value: clinicId, label: t('clinicNamed', { name }) })),
  ];
  const chosen = to ?? options[0]?.value;
  const clinic = clinics.find(({ clinicId }) => clinicId === chosen);
  if (chosen === undefined)
    return (
      <Banner kind="info">
        <p>{t('nobody')}</p>
        <Button onPress={onClose}>{t('common:close')}</Button>
      </Banner>
    );

  function submit(event: FormEvent) {
    event.preventDefault();
    if (chosen === undefined) return;
    const said = { id, kind, letter: letter.trim() };
    if (!clinic) return send.mutate({ ...said, to: { accountId: chosen } });
    const crosses = { parts, summary: summary.trim() || null, consent };
    return send.mutate({ ...said, to: { clinicId: clinic.clinicId }, ...crosses });
  }
  const isReady = letter.trim().length >= SHORTEST && (!clinic || isAgreed);
  return (
    <Form className="form" onSubmit={submit}>
      <ProblemBanner error={send.error} />
      <Segments
        label={t('what')}
        value={kind}
        onChange={setKind}
        options={[
          { value: 'referral', label: t('kind.referral') },
          { value: 'transfer', label: t('kind.transfer') },
        ]}
      />
      <p className="patients__hint">{t(`explain.${kind}`)}</p>
      <SelectField label={t('to')} value={chosen} onChange={setTo} options={options} />
      <TextArea label={t('letter')} hint={t('letterHint')} rows={5} value={letter} onChange={setLetter} />
      {clinic ? (
        <>
          <CheckboxField
            label={t('partsOf')}
            value={parts}
            onChange={setParts}
            options={PROFILE_PARTS.map((value) => ({ value, label: t(`part.${value}`) }))}
          />
          <TextArea label={t('summary')} hint={t('summaryHint')} value={summary} onChange={setSummary} />
          <ConsentFields consent={consent} onChange={setConsent} isAgreed={isAgreed} onAgreed={setAgreed} />
        </>
      ) : null}
      <div className="form__actions">
        <Button type="submit" look="primary" isDisabled={!isReady} isPending={send.isPending}>
          {t('send')}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t('common:cancel')}
        </Button>
      </div>
    </Form>
  );
}
