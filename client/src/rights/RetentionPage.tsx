import {
  getRetention,
  RETENTION_DEFAULTS,
  type RetentionKind,
  runRetention,
  setRetention,
} from '@plumbline/shared/rights';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../http/index.ts';
import { useFormatLocale } from '../i18n/index.ts';
import { Banner, Busy, Button, NumberField, ProblemBanner, useTitle } from '../ui/index.ts';
import './rights.css';

const RUN_SHOWS_MS = 2_000;

/** For the administrator: how long each kind of data is kept, and what the schedule did. */
export function RetentionPage() {
  const { t } = useTranslation('rights');
  useTitle(t('retention.title'));
  const schedule = useQuery({
    queryKey: ['retention'],
    queryFn: ({ signal }) => call(getRetention, { signal }),
  });
  const run = useMutation({
    mutationFn: () => call(runRetention, { body: {} }),
    // The queue takes it up within a moment.
    onSuccess: () => setTimeout(() => void schedule.refetch(), RUN_SHOWS_MS),
  });
  const format = new Intl.DateTimeFormat(useFormatLocale(), { dateStyle: 'medium', timeStyle: 'short' });
  if (schedule.isPending) return <Busy />;
  if (!schedule.data) return <ProblemBanner error={schedule.error} onRetry={() => void schedule.refetch()} />;
  const { rules, runs, erasuresPending } = schedule.data;
  const [last] = runs;
  return (
    <div className="rights">
      <header className="rights__head">
        <h1>{t('retention.title')}</h1>
        <p>{t('retention.lead')}</p>
      </header>
      <section className="card" aria-labelledby="rules">
        <h2 id="rules">{t('retention.rules')}</h2>
        <div className="rights__rules">
          {rules.map(({ kind, days }) => (
            <Rule key={kind} kind={kind} days={days} />
          ))}
        </div>
      </section>
      <section className="card" aria-labelledby="runs">
        <h2 id="runs">{t('retention.runs')}</h2>
        <p>{t('retention.nightly')}</p>
        {erasuresPending > 0 ? <p>{t('retention.pending', { count: erasuresPending })}</p> : null}
        {last && last.chartsDue > 0 ? (
          <Banner kind="caution">{t('retention.chartsDue', { count: last.chartsDue })}</Banner>
        ) : null}
        <ProblemBanner error={run.error} />
        <Button isPending={run.isPending} onPress={() => run.mutate()}>
          {t('retention.runNow')}
        </Button>
        {runs.length === 0 ? (
          <p>{t('retention.neverRan')}</p>
        ) : (
          <table className="rights__runs">
            <thead>
              <tr>
                <th scope="col">{t('retention.when')}</th>
                {rules.map(({ kind }) => (
                  <th key={kind} scope="col">
                    {t(`kind.${kind}.name`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {runs.map(({ ranAt, removed }) => (
                <tr key={ranAt}>
                  <th scope="row">{format.format(new Date(ranAt))}</th>
                  {rules.map(({ kind }) => (
                    <td key={kind}>{removed[kind] ?? 0}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </div>
  );
}

function Rule({ kind, days }: { kind: RetentionKind; days: number }) {
  const { t } = useTranslation('rights');
  const queries = useQueryClient();
  const [wanted, setWanted] = useState<number | null>(days);
  const { leastDays, mostDays, source } = RETENTION_DEFAULTS[kind];
  const save = useMutation({
    mutationFn: (next: number) => call(setRetention, { params: { kind }, body: { days: next } }),
    onSuccess: (schedule) => queries.setQueryData(['retention'], schedule),
  });
  return (
    <div className="rights__rule">
      <div>
        <h3>{t(`kind.${kind}.name`)}</h3>
        <p>{t(`kind.${kind}.text`)}</p>
        <p className="rights__source">{t('retention.source', { source })}</p>
      </div>
      <NumberField
        label={t('retention.daysOf', { kind: t(`kind.${kind}.name`) })}
        value={wanted}
        onChange={setWanted}
        min={leastDays}
        max={mostDays}
        unit={t('retention.days')}
      />
      <Button
        isDisabled={wanted === null || wanted === days}
        isPending={save.isPending}
        onPress={() => wanted !== null && save.mutate(wanted)}
      >
        {t('save')}
      </Button>
      <ProblemBanner error={save.error} />
    </div>
  );
}
