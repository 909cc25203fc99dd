import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button, ProblemBanner, TextField } from '../ui/index.ts';

interface CodeFormProps {
  error: unknown;
  isPending: boolean;
  onCode: (code: string) => void;
}

/** A code of the authenticator app, or a recovery code. */
export function CodeForm({ error, isPending, onCode }: CodeFormProps) {
  const { t } = useTranslation('people');
  const [code, setCode] = useState('');
  function submit(event: FormEvent) {
    event.preventDefault();
    onCode(code.trim());
  }
  return (
    <Form className="form card" onSubmit={submit}>
      <ProblemBanner error={error} />
      <TextField
        label={t('signIn.code')}
        hint={t('signIn.codeHint')}
        name="code"
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
        isRequired
        autoFocus
      />
      <div className="form__actions">
        <Button type="submit" look="primary" isPending={isPending} isDisabled={code.trim().length < 6}>
          {isPending ? t('signIn.busy') : t('signIn.submit')}
        </Button>
      </div>
    </Form>
  );
}
