import { lookUpStaffLink, PASSWORD_LENGTH, redeemStaffLink } from '@plumbline/shared/people';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { call, isProblem } from '../http/index.ts';
import { Banner, Busy, Button, PasswordField, PlainPage, ProblemBanner } from '../ui/index.ts';
import { useEntrance } from './useEntrance.ts';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** A colleague's one-time link: they choose a password, and are in. */
export function JoinPage() {
  const { t } = useTranslation('staff');
  const { t: tPeople } = useTranslation('people');
  const token = useLocation().hash.slice(1);
  const isWhole = TOKEN.test(token);
  const found = useQuery({
    queryKey: ['staff-link', token],
    queryFn: ({ signal }) => call(lookUpStaffLink, { body: { token }, signal }),
    enabled: isWhole,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!isWhole || isProblem(found.error)) {
    return (
      <PlainPage title={t('join.brokenTitle')}>
        {isWhole ? <ProblemBanner error={found.error} /> : <Banner kind="caution">{t('join.brokenText')}</Banner>}
        <Link to="/sign-in">{tPeople('signIn.title')}</Link>
      </PlainPage>
    );
  }
  if (!found.data) return <Busy />;
  const { clinicName, displayName, email, isNew } = found.data;
  return (
    <PlainPage
      title={isNew ? t('join.title', { clinic: clinicName }) : t('join.againTitle')}
      lead={t('join.lead', { name: displayName, email })}
    >
      <ChoosePassword token={token} email={email} />
    </PlainPage>
  );
}

function ChoosePassword({ token, email }: { token: string; email: string }) {
  const { t } = useTranslation('staff');
  const { t: tPeople } = useTranslation('people');
  const [password, setPassword] = useState('');
  const [wasTried, setTried] = useState(false);
  const isShort = password.length < PASSWORD_LENGTH;
  const navigate = useNavigate();
  const goIn = useEntrance();
  const redeem = useMutation({
    mutationFn: () => call(redeemStaffLink, { body: { token, password } }),
    onSuccess: async (answer) => {
      if (answer.kind === 'second-factor') await navigate('/sign-in', { replace: true });
      else await goIn(answer, email);
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!isShort) redeem.mutate();
  }
  return (
    <Form className="form card" onSubmit={submit}>
      <ProblemBanner error={redeem.error} />
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label={tPeople('password.label')}
        hint={tPeople('password.rule', { count: PASSWORD_LENGTH })}
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        error={wasTried && isShort ? tPeople('password.short', { count: PASSWORD_LENGTH }) : undefined}
        autoFocus
      />
      <div className="form__actions">
        <Button type="submit" look="primary" isPending={redeem.isPending}>
          {t('join.submit')}
        </Button>
      </div>
    </Form>
  );
}
