import { type Chart, leaveCare } from '@plumbline/shared/people';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call } from '../http/index.ts';
import { useMe } from '../people/index.ts';
import { Button, ProblemBanner } from '../ui/index.ts';
import { useDates } from './dates.ts';
import { ReferPanel } from './ReferPanel.tsx';

/** Who cares, since when, who else opened the chart; and the ways to pass care on. */
export function CareCard({ chart }: { chart: Chart }) {
  const { t } = useTranslation(['patients', 'common']);
  const me = useMe().data;
  const { date, moment } = useDates();
  const [step, setStep] = useState<'none' | 'leaving' | 'referring'>('none');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { patientId, carers, openings } = chart;
  const myId = me?.kind === 'staff' ? me.accountId : null;
  const leave = useMutation({
    mutationFn: () => call(leaveCare, { params: { patientId }, body: {} }),
    onSuccess: async () => {
      await navigate('/patients');
      await queries.invalidateQueries({ queryKey: ['patients'] });
    },
  });
  return (
    <section className="card" aria-labelledby="care-title">
      <h2 id="care-title">{t('page.care')}</h2>
      <ul className="plain-list">
        {carers.map(({ accountId, displayName, from }) => (
          <li key={accountId} className="plain-list__row">
            <span>
              {displayName}
              {accountId === myId ? ` (${t('page.you')})` : null}
              <span className="patients__hint"> {t('page.since', { date: date(from) })}</span>
            </span>
          </li>
        ))}
      </ul>
      {openings.length > 0 ? (
        <>
          <h3>{t('page.opened')}</h3>
          <ul className="plain-list">
            {openings.map((one) => (
              <li key={one.openingId} className="plain-list__row">
                <span>
                  {one.openedBy}, {moment(one.openedAt)}
                  <span className="patients__hint">
                    {' '}
                    {t(`glass.reasons.${one.reason}`)}. “{one.words}”
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <ProblemBanner error={leave.error} />
      {chart.you === 'carer' && step === 'none' ? (
        <div className="form__actions">
          <Button onPress={() => setStep('referring')}>{t('page.passOn')}</Button>
          {carers.length > 1 ? (
            <Button look="quiet" onPress={() => setStep('leaving')}>
              {t('page.leave')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {step === 'leaving' ? (
        <div className="form__actions">
          <p>{t('page.leaveSure')}</p>
          <Button isPending={leave.isPending} onPress={() => leave.mutate()}>
            {t('page.leaveYes')}
          </Button>
          <Button look="quiet" onPress={() => setStep('none')}>
            {t('common:cancel')}
          </Button>
        </div>
      ) : null}
      {step === 'referring' ? <ReferPanel patientId={patientId} onClose={() => setStep('none')} /> : null}
    </section>
  );
}
