import { PASSWORD_LENGTH, setUpClinic } from '@plumbline/shared/people';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { call, isProblem } from '../http/index.ts';
import { Banner, Button, PasswordField, PlainPage, ProblemBanner, TextField } from '../ui/index.ts';
import { useEntrance } from './useEntrance.ts';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** First start: whoever holds the printed link names the clinic and its first therapist. */
export function SetUpPage() {
  const { t } = useTranslation('people');
  const token = useLocation().hash.slice(1);
  if (!TOKEN.test(token)) {
    return (
      <PlainPage title={t('setUp.title')}>
        <Banner kind="caution" title={t('setUp.brokenTitle')}>
          <p>{t('setUp.brokenText')}</p>
          <Link to="/sign-in">{t('signIn.title')}</Link>
        </Banner>
      </PlainPage>
    );
  }
  return <SetUpForm token={token} />;
}

/** After the next drawing: the first field that is wrong takes the focus, so that its error is heard. */
function focusFirstInvalid(form: Element) {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}

function SetUpForm({ token }: { token: string }) {
  const { t } = useTranslation('people');
  const [clinicName, setClinicName] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [wasTried, setTried] = useState(false);
  const goIn = useEntrance();
  const isShort = password.length < PASSWORD_LENGTH;

  const create = useMutation({
    mutationFn: () =>
      call(setUpClinic, {
        body: { token, clinicName: clinicName.trim(), displayName: displayName.trim(), email: email.trim(), password },
      }),
    onSuccess: (me) => goIn(me, email),
  });
  const wrong = isProblem(create.error) ? create.error.path : undefined;

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!isShort && clinicName.trim() && displayName.trim() && email.trim()) create.mutate();
    else focusFirstInvalid(event.currentTarget);
  }

  const missing = (value: string) => (wasTried && !value.trim() ? t('missing') : undefined);
  return (
    <PlainPage title={t('setUp.title')} lead={t('setUp.lead')}>
      <Form className="form card" onSubmit={submit}>
        <ProblemBanner error={create.error} />
        <TextField
          label={t('setUp.clinicName')}
          hint={t('setUp.clinicHint')}
          autoComplete="organization"
          value={clinicName}
          onChange={setClinicName}
          error={missing(clinicName)}
          autoFocus
        />
        <TextField
          label={t('setUp.yourName')}
          hint={t('setUp.yourNameHint')}
          autoComplete="name"
          value={displayName}
          onChange={setDisplayName}
          error={missing(displayName)}
        />
        <TextField
          label={t('email')}
          hint={t('setUp.emailHint')}
          type="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          error={missing(email) ?? (wrong === 'body.email' ? t('emailWrong') : undefined)}
        />
        <PasswordField
          label={t('password.label')}
          hint={t('password.rule', { count: PASSWORD_LENGTH })}
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          error={wasTried && isShort ? t('password.short', { count: PASSWORD_LENGTH }) : undefined}
        />
        <div className="form__actions">
          <Button type="submit" look="primary" isPending={create.isPending}>
            {t('setUp.submit')}
          </Button>
        </div>
      </Form>
    </PlainPage>
  );
}
