import { signIn } from '@plumbline/shared/people';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { call } from '../http/index.ts';
import { Banner, Button, PasswordField, PlainPage, ProblemBanner, TextField } from '../ui/index.ts';
import { afterSignIn } from './after-sign-in.ts';
import { knownDevice, rememberDevice } from './known-device.ts';
import { meQuery, useConfig } from './me.ts';

/** Staff come in by their e-mail address and password. */
export function SignInPage() {
  const { t } = useTranslation('people');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const needsSetUp = useConfig().data?.needsSetUp ?? false;

  const enter = useMutation({
    mutationFn: async () => {
      const me = await call(signIn, { body: { email: email.trim(), password, deviceId: await knownDevice(email) } });
      await rememberDevice(email, me.deviceId);
      return me;
    },
    onSuccess: async (me) => {
      queries.clear();
      queries.setQueryData(meQuery.queryKey, me);
      await navigate(afterSignIn(search.get('next')), { replace: true });
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    enter.mutate();
  }

  return (
    <PlainPage title={t('signIn.title')} lead={t('signIn.lead')}>
      {needsSetUp ? <Banner kind="info">{t('signIn.needsSetUp')}</Banner> : null}
      <Form className="form card" onSubmit={submit}>
        <ProblemBanner error={enter.error} />
        <TextField
          label={t('email')}
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          isRequired
          autoFocus
        />
        <PasswordField
          label={t('password.label')}
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          isRequired
        />
        <div className="form__actions">
          <Button type="submit" look="primary" isPending={enter.isPending} isDisabled={!email.trim() || !password}>
            {enter.isPending ? t('signIn.busy') : t('signIn.submit')}
          </Button>
        </div>
      </Form>
    </PlainPage>
  );
}
