import { answerReferral, makeReferral, type ReferralListed, withdrawReferral } from '@plumbline/shared/people';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { v4 as uuid } from 'uuid';
import { call } from '../http/index.ts';
import { Button, ProblemBanner, TextArea } from '../ui/index.ts';
import { ConsentFields, createConsent } from './ConsentFields.tsx';
import { useDates } from './dates.ts';

/** One referral: what it says, how it stands, and what the reader can do with it. */
export function ReferralCard({ referral }: { referral: ReferralListed }) {
  const { t } = useTranslation('referrals');
  const { date } = useDates();
  const { kind, status, patientName, patientId, direction, letter, summary, word, can } = referral;
  const from = referral.fromName ?? referral.fromClinic;
  const to = referral.toName ?? referral.toClinic;
  return (
    <article
      className="card referral"
      data-status={status}
      aria-label={t('of', { kind: t(`kind.${kind}`), name: patientName })}
    >
      <h3>
        {t(`kind.${kind}`)}:{' '}
        {patientId && status === 'accepted' ? <Link to={`/patients/${patientId}`}>{patientName}</Link> : patientName}
      </h3>
      <p className="patients__hint">
        {t('fromTo', { from, to, date: date(referral.madeAt) })} · {t(`status.${status}`)}
        {referral.answeredAt ? ` (${date(referral.answeredAt)})` : null}
      </p>
      <p className="referral__letter">{letter}</p>
      {summary ? <p className="referral__letter">{summary}</p> : null}
      {word ? <p>{t('answeredBy', { who: to, word })}</p> : null}
      {can.answer ? <Answer referral={referral} /> : null}
      {can.withdraw ? <Withdraw referral={referral} /> : null}
      {can.returnReport && direction === 'incoming' ? <ReturnReport referral={referral} /> : null}
    </article>
  );
}

function useRefresh() {
  const queries = useQueryClient();
  return () =>
    Promise.all(['referrals', 'patient', 'patients'].map((name) => queries.invalidateQueries({ queryKey: [name] })));
}

function Answer({ referral: { referralId } }: { referral: ReferralListed }) {
  const { t } = useTranslation('referrals');
  const refresh = useRefresh();
  const [word, setWord] = useState('');
  const answer = useMutation({
    mutationFn: (what: 'accept' | 'decline') =>
      call(answerReferral, { params: { referralId }, body: { answer: what, word: word.trim() } }),
    onSettled: refresh,
  });
  return (
    <div className="form">
      <ProblemBanner error={answer.error} />
      <TextArea label={t('word')} rows={2} value={word} onChange={setWord} />
      <div className="form__actions">
        <Button look="primary" isPending={answer.isPending} onPress={() => answer.mutate('accept')}>
          {t('accept')}
        </Button>
        <Button isPending={answer.isPending} onPress={() => answer.mutate('decline')}>
          {t('decline')}
        </Button>
      </div>
    </div>
  );
}

function Withdraw({ referral: { referralId } }: { referral: ReferralListed }) {
  const { t } = useTranslation('referrals');
  const refresh = useRefresh();
  const withdraw = useMutation({
    mutationFn: () => call(withdrawReferral, { params: { referralId }, body: {} }),
    onSettled: refresh,
  });
  return (
    <div className="form__actions">
      <ProblemBanner error={withdraw.error} />
      <Button isPending={withdraw.isPending} onPress={() => withdraw.mutate()}>
        {t('withdraw')}
      </Button>
    </div>
  );
}

function ReturnReport({ referral }: { referral: ReferralListed }) {
  const { t } = useTranslation(['referrals', 'common']);
  const refresh = useRefresh();
  const [isOpen, setOpen] = useState(false);
  const [id] = useState(() => uuid());
  const [letter, setLetter] = useState('');
  const [consent, setConsent] = useState(createConsent);
  const [isAgreed, setAgreed] = useState(false);
  const { patientId, referralId: answers, isBetweenClinics } = referral;
  const send = useMutation({
    mutationFn: () =>
      call(makeReferral, {
        params: { patientId: patientId ?? '' },
        body: {
          id,
          kind: 'counter-referral',
          answers,
          letter: letter.trim(),
          consent: isBetweenClinics ? consent : null,
        },
      }),
    onSuccess: refresh,
  });
  if (!patientId) return null;
  if (!isOpen)
    return (
      <div className="form__actions">
        <Button onPress={() => setOpen(true)}>{t('returnReport')}</Button>
      </div>
    );
  return (
    <div className="form">
      <ProblemBanner error={send.error} />
      <p className="patients__hint">{t('explain.counter-referral')}</p>
      <TextArea label={t('report')} rows={5} value={letter} onChange={setLetter} />
      {isBetweenClinics ? (
        <ConsentFields consent={consent} onChange={setConsent} isAgreed={isAgreed} onAgreed={setAgreed} />
      ) : null}
      <div className="form__actions">
        <Button
          look="primary"
          isDisabled={letter.trim().length < 3 || (isBetweenClinics && !isAgreed)}
          isPending={send.isPending}
          onPress={() => send.mutate()}
        >
          {t('send')}
        </Button>
        <Button look="quiet" onPress={() => setOpen(false)}>
          {t('common:cancel')}
        </Button>
      </div>
    </div>
  );
}
