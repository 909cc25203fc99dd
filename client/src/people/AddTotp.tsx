import { confirmTotp, planTotp } from '@plumbline/shared/people';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { call } from '../http/index.ts';
import { Busy, Button, ProblemBanner, QrCode, TextField } from '../ui/index.ts';
import { useStepUp } from './useStepUp.tsx';

interface AddFactorProps {
  /** Recovery codes come with the first second factor. */
  onAdded: (recoveryCodes: readonly string[] | null) => void;
  onCancel: () => void;
}

/** Adds an authenticator app: scan, type the code it shows. */
export function AddTotp({ onAdded, onCancel }: AddFactorProps) {
  const { t } = useTranslation('security');
  const { withProof, dialog } = useStepUp();
  const [code, setCode] = useState('');
  const plan = useMutation({ mutationFn: () => withProof(() => call(planTotp, { body: {} })) });
  const { mutate } = plan;
  useEffect(() => mutate(), [mutate]);
  const confirm = useMutation({
    mutationFn: () => withProof(() => call(confirmTotp, { body: { code: code.trim() } })),
    onSuccess: ({ recoveryCodes }) => onAdded(recoveryCodes),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    confirm.mutate();
  }
  return (
    <div className="add-factor">
      {dialog}
      <ProblemBanner error={plan.error} onRetry={() => mutate()} />
      {plan.isPending ? <Busy /> : null}
      {plan.data ? (
        <Form className="form" onSubmit={submit}>
          <p>{t('enrol.scan')}</p>
          <div className="add-factor__scan">
            <QrCode text={plan.data.uri} label={t('enrol.qr')} />
            <div>
              <p className="field__hint">{t('enrol.key')}</p>
              <p className="add-factor__key" dir="ltr">
                {plan.data.secret.replace(/(.{4})(?=.)/g, '$1 ')}
              </p>
            </div>
          </div>
          <ProblemBanner error={confirm.error} />
          <TextField
            label={t('enrol.code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={setCode}
            autoFocus
          />
          <div className="form__actions">
            <Button type="submit" look="primary" isPending={confirm.isPending} isDisabled={code.trim().length < 6}>
              {t('enrol.confirm')}
            </Button>
            <Button look="quiet" onPress={onCancel}>
              {t('enrol.otherWay')}
            </Button>
          </div>
        </Form>
      ) : null}
    </div>
  );
}
