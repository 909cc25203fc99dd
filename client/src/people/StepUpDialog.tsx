import { askForStepUp, type Factor, stepUp, stepUpByPasskey } from '@plumbline/shared/people';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { call } from '../http/index.ts';
import { Button, Dialog, PasswordField, ProblemBanner, TextField } from '../ui/index.ts';
import { canUsePasskeys, signWithPasskey } from './passkey-device.ts';

interface StepUpDialogProps {
  onProved: () => void;
  onCancel: () => void;
}

/** Asks again who is there: password and code, or a passkey. */
export function StepUpDialog({ onProved, onCancel }: StepUpDialogProps) {
  const { t } = useTranslation('security');
  const { t: tPeople } = useTranslation('people');
  const { t: tCommon } = useTranslation();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [factors, setFactors] = useState<readonly Factor[]>([]);
  const takesCode = factors.some((factor) => factor !== 'passkey');

  const prove = useMutation({
    mutationFn: () => call(stepUp, { body: { password, ...(code.trim() ? { code: code.trim() } : {}) } }),
    onSuccess: (answer) => (answer.kind === 'proved' ? onProved() : setFactors(answer.factors)),
  });
  const proveByPasskey = useMutation({
    mutationFn: async () => {
      const { options } = await call(askForStepUp, { body: {} });
      return call(stepUpByPasskey, { body: { signed: await signWithPasskey(options) } });
    },
    onSuccess: onProved,
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    // Within a page's own form, this is another question.
    event.stopPropagation();
    prove.mutate();
  }
  return (
    <Dialog title={t('stepUp.title')} onClose={onCancel}>
      <p>{t('stepUp.text')}</p>
      <Form className="form" onSubmit={submit}>
        <ProblemBanner error={prove.error ?? proveByPasskey.error} />
        <PasswordField
          label={tPeople('password.label')}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          isRequired
          autoFocus
        />
        {takesCode ? (
          <TextField
            label={tPeople('signIn.code')}
            hint={tPeople('signIn.codeHint')}
            autoComplete="one-time-code"
            value={code}
            onChange={setCode}
            autoFocus
          />
        ) : null}
        <div className="form__actions">
          <Button type="submit" look="primary" isPending={prove.isPending} isDisabled={!password}>
            {t('stepUp.submit')}
          </Button>
          {canUsePasskeys() ? (
            <Button onPress={() => proveByPasskey.mutate()} isPending={proveByPasskey.isPending}>
              {t('stepUp.passkey')}
            </Button>
          ) : null}
          <Button look="quiet" onPress={onCancel}>
            {tCommon('cancel')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
