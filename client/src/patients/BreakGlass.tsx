import { getCover, OPENING_MINUTES, OPENING_REASONS, openChart } from '@plumbline/shared/people';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ShieldAlert } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { v4 as uuid } from 'uuid';
import { call } from '../http/index.ts';
import { Busy, Button, buttonClass, Empty, ProblemBanner, SelectField, TextArea } from '../ui/index.ts';
import { useDates } from './dates.ts';

const SHORTEST = 3;

/** The chart of a patient of others: opened with a reason, for a while, and shown to those who care for them. */
export function BreakGlass({ patientId }: { patientId: string }) {
  const { t } = useTranslation('patients');
  const { list } = useDates();
  const queries = useQueryClient();
  const [id] = useState(() => uuid());
  const [reason, setReason] = useState<(typeof OPENING_REASONS)[number]>('stand-in');
  const [words, setWords] = useState('');
  const [wasTried, setTried] = useState(false);
  const cover = useQuery({
    queryKey: ['patient', patientId, 'cover'],
    queryFn: ({ signal }) => call(getCover, { params: { patientId }, signal }),
    retry: false,
  });
  const open = useMutation({
    mutationFn: () => call(openChart, { params: { patientId }, body: { id, reason, words: words.trim() } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['patient', patientId] }),
  });
  if (cover.isPending) return <Busy />;
  if (!cover.data)
    return (
      <Empty icon={ShieldAlert} title={t('page.goneTitle')}>
        <p>{t('page.goneText')}</p>
        <Link to="/patients" className={buttonClass()}>
          {t('page.toPatients')}
        </Link>
      </Empty>
    );

  const { displayName: name, birthYear: year, carers } = cover.data;
  const isShort = words.trim().length < SHORTEST;
  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!isShort) open.mutate();
  }
  return (
    <div className="break-glass">
      <h1>{t('glass.title')}</h1>
      <p>
        <b>{year === null ? t('glass.whoNoYear', { name }) : t('glass.who', { name, year })}</b>{' '}
        {carers.length === 0 ? t('glass.noCarers') : t('glass.carers', { names: list(carers) })}
      </p>
      <p>{t('glass.text', { minutes: OPENING_MINUTES })}</p>
      <Form className="form card" onSubmit={submit}>
        <ProblemBanner error={open.error} />
        <SelectField
          label={t('glass.reason')}
          value={reason}
          onChange={setReason}
          options={OPENING_REASONS.map((value) => ({ value, label: t(`glass.reasons.${value}`) }))}
        />
        <TextArea
          label={t('glass.words')}
          rows={3}
          value={words}
          onChange={setWords}
          error={wasTried && isShort ? t('glass.short') : undefined}
        />
        <div className="form__actions">
          <Button type="submit" look="primary" isPending={open.isPending}>
            {t('glass.submit')}
          </Button>
          <Link to="/patients" className={buttonClass({ look: 'quiet' })}>
            {t('page.toPatients')}
          </Link>
        </div>
      </Form>
    </div>
  );
}
