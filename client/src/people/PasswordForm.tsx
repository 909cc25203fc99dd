import type { FormEvent } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button, PasswordField, ProblemBanner, TextField } from '../ui/index.ts';

interface PasswordFormProps {
  email: string;
  password: string;
  onEmail: (email: string) => void;
  onPassword: (password: string) => void;
  error: unknown;
  isPending: boolean;
  onSubmit: () => void;
}

/** Email address and password. */
export function PasswordForm(props: PasswordFormProps) {
  const { t } = useTranslation('people');
  const { email, password, isPending } = props;
  function submit(event: FormEvent) {
    event.preventDefault();
    props.onSubmit();
  }
  return (
    <Form className="form card" onSubmit={submit}>
      <ProblemBanner error={props.error} />
      <TextField
        label={t('email')}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={props.onEmail}
        isRequired
        autoFocus
      />
      <PasswordField
        label={t('password.label')}
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={props.onPassword}
        isRequired
      />
      <div className="form__actions">
        <Button type="submit" look="primary" isPending={isPending} isDisabled={!email.trim() || !password}>
          {isPending ? t('signIn.busy') : t('signIn.submit')}
        </Button>
      </div>
    </Form>
  );
}
