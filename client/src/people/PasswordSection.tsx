import { changePassword, PASSWORD_LENGTH } from '@plumbline/shared/people';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { call } from '../http/index.ts';
import { Banner, Button, PasswordField, ProblemBanner } from '../ui/index.ts';
import { securityQuery } from './security-query.ts';
import { useDates } from './useDates.ts';

/** Changing the own password; the current one is asked for. */
export function PasswordSection({ email, passwordSetAt }: { email: string; passwordSetAt: string | null }) {
  const { t } = useTranslation('security');
  const { t: tPeople } = useTranslation('people');
  const { t: tCommon } = useTranslation();
  const { day } = useDates();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [wasTried, setTried] = useState(false);
  const isShort = password.length < PASSWORD_LENGTH;
  const change = useMutation({
    mutationFn: () => call(changePassword, { body: { current, password } }),
    onSuccess: async () => {
      close();
      await queries.invalidateQueries({ queryKey: securityQuery.queryKey });
    },
  });

  function close() {
    setOpen(false);
    setCurrent('');
    setPassword('');
    setTried(false);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!isShort) change.mutate();
  }
  return (
    <section className="card section" aria-labelledby="password-title">
      <h2 id="password-title">{t('password.title')}</h2>
      {passwordSetAt ? <p>{t('password.since', { date: day(passwordSetAt) })}</p> : null}
      {change.isSuccess ? (
        <Banner kind="good" announce>
          {t('password.changed')}
        </Banner>
      ) : null}
      {isOpen ? (
        <Form className="form" onSubmit={submit}>
          <ProblemBanner error={change.error} />
          <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
          <PasswordField
            label={t('password.current')}
            autoComplete="current-password"
            value={current}
            onChange={setCurrent}
            autoFocus
          />
          <PasswordField
            label={t('password.next')}
            hint={tPeople('password.rule', { count: PASSWORD_LENGTH })}
            autoComplete="new-password"
            value={password}
            onChange={setPassword}
            error={wasTried && isShort ? tPeople('password.short', { count: PASSWORD_LENGTH }) : undefined}
          />
          <p className="field__hint">{t('password.note')}</p>
          <div className="form__actions">
            <Button type="submit" look="primary" isPending={change.isPending} isDisabled={!current || !password}>
              {t('password.submit')}
            </Button>
            <Button look="quiet" onPress={close}>
              {tCommon('cancel')}
            </Button>
          </div>
        </Form>
      ) : (
        <div>
          <Button
            onPress={() => {
              change.reset();
              setOpen(true);
            }}
          >
            {t('password.change')}
          </Button>
        </div>
      )}
    </section>
  );
}
