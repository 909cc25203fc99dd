import { lostLink } from '@plumbline/shared/people';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { actAs, call, isProblem } from '../http/index.ts';
import { useConfig } from '../people/index.ts';
import { Banner, Button, TextField } from '../ui/index.ts';
import { CalmBusy, CalmPage } from './CalmPage.tsx';

const SHORTEST = 6;

actAs('patient');

/** "I lost my link": says the same to everybody; whoever is known gets a message. */
export function LostLinkPage() {
  const { t } = useTranslation('patient');
  const config = useConfig();
  const [contact, setContact] = useState('');
  const ask = useMutation({ mutationFn: () => call(lostLink, { body: { contact: contact.trim() } }) });
  if (config.isPending) return <CalmBusy />;
  if (config.data?.channels.length === 0) return <CalmPage title={t('lost.title')}>{t('lost.call')}</CalmPage>;
  if (ask.isSuccess) {
    return (
      <CalmPage key="asked" title={t('lost.askedTitle')}>
        <p>{t('lost.asked')}</p>
      </CalmPage>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <CalmPage title={t('lost.title')}>
      <p>{t('lost.lead')}</p>
      <Form className="form" onSubmit={submit}>
        <TextField label={t('lost.contact')} autoComplete="email" value={contact} onChange={setContact} />
        {ask.isError ? (
          <Banner kind="danger">{t(isProblem(ask.error, 'offline') ? 'link.offline' : 'link.later')}</Banner>
        ) : null}
        <Button
          type="submit"
          size="large"
          wide
          look="primary"
          isPending={ask.isPending}
          isDisabled={contact.trim().length < SHORTEST}
        >
          {t('lost.send')}
        </Button>
      </Form>
    </CalmPage>
  );
}
