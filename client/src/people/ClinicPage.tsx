import { changeClinic, getClinic } from '@plumbline/shared/people';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { call } from '../http/index.ts';
import { Busy, Button, ProblemBanner, Switch, TextField, useTitle } from '../ui/index.ts';
import { SitesSection } from './SitesSection.tsx';
import { useStepUp } from './useStepUp.tsx';
import './people.css';

type Clinic = z.output<(typeof getClinic)['response']>;

/** The clinic's name, rules and sites, for its administrators. */
export function ClinicPage() {
  const { t } = useTranslation('staff');
  useTitle(t('clinic.title'));
  const clinic = useQuery({ queryKey: ['clinic'], queryFn: ({ signal }) => call(getClinic, { signal }) });
  return (
    <div className="section-list">
      <div className="section-list__head">
        <h1>{t('clinic.title')}</h1>
        <p>{t('clinic.lead')}</p>
      </div>
      {clinic.error ? <ProblemBanner error={clinic.error} onRetry={() => void clinic.refetch()} /> : null}
      {clinic.isPending ? <Busy /> : null}
      {clinic.data ? (
        <>
          <ClinicForm clinic={clinic.data} />
          <SitesSection sites={clinic.data.sites} />
        </>
      ) : null}
    </div>
  );
}

function ClinicForm({ clinic }: { clinic: Clinic }) {
  const { t } = useTranslation('staff');
  const queries = useQueryClient();
  const [name, setName] = useState(clinic.name);
  const [isSecondFactorRequired, setRequired] = useState(clinic.isSecondFactorRequired);
  const { withProof, dialog } = useStepUp();
  const save = useMutation({
    mutationFn: () => withProof(() => call(changeClinic, { body: { name: name.trim(), isSecondFactorRequired } })),
    // Whoever asked for a second factor may owe one from now on.
    onSuccess: () => Promise.all(['clinic', 'me'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    if (name.trim()) save.mutate();
  }
  return (
    <Form className="form card" onSubmit={submit}>
      {dialog}
      <ProblemBanner error={save.error} />
      <TextField label={t('clinic.name')} value={name} onChange={setName} maxLength={120} />
      <div>
        <Switch isSelected={isSecondFactorRequired} onChange={setRequired}>
          {t('clinic.factor')}
        </Switch>
        <p className="field__hint">{t('clinic.factorHint')}</p>
      </div>
      <div className="form__actions">
        <Button type="submit" look="primary" isPending={save.isPending} isDisabled={!name.trim()}>
          {t('clinic.save')}
        </Button>
        <span role="status">{save.isSuccess ? t('clinic.saved') : null}</span>
      </div>
    </Form>
  );
}
