import { removePasskey, removeTotp, renewRecoveryCodes } from '@plumbline/shared/people';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../http/index.ts';
import { Button, ProblemBanner } from '../ui/index.ts';
import { AddTotp } from './AddTotp.tsx';
import { PasskeyRow } from './PasskeyRow.tsx';
import { canUsePasskeys } from './passkey-device.ts';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { type Security, securityQuery } from './security-query.ts';
import { useAddPasskey } from './useAddPasskey.ts';
import { useDates } from './useDates.ts';
import { useStepUp } from './useStepUp.tsx';

/** Authenticator app, passkeys and recovery codes of the signed-in person. */
export function SecondFactorSection({ security }: { security: Security }) {
  const { t } = useTranslation('security');
  const { day } = useDates();
  const queries = useQueryClient();
  const { withProof, dialog } = useStepUp();
  const [isAddingApp, setAddingApp] = useState(false);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const again = () => queries.invalidateQueries({ queryKey: securityQuery.queryKey });
  const { totpSince, passkeys, recoveryCodesLeft } = security;
  const hasFactor = totpSince !== null || passkeys.length > 0;

  function keep(recoveryCodes: readonly string[] | null) {
    setAddingApp(false);
    setCodes(recoveryCodes);
    void again();
  }
  const addPasskey = useAddPasskey(withProof, keep);
  const removeApp = useMutation({ mutationFn: () => withProof(() => call(removeTotp, {})), onSuccess: again });
  const remove = useMutation({
    mutationFn: (passkeyId: string) => withProof(() => call(removePasskey, { params: { passkeyId } })),
    onSuccess: again,
  });
  const renew = useMutation({
    mutationFn: () => withProof(() => call(renewRecoveryCodes, { body: {} })),
    onSuccess: ({ recoveryCodes }) => keep(recoveryCodes),
  });

  if (codes) return <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />;
  return (
    <section className="card section" aria-labelledby="factor-title">
      {dialog}
      <h2 id="factor-title">{t('factor.title')}</h2>
      <p>{security.isSecondFactorRequired ? t('factor.required') : t('factor.optional')}</p>
      <ProblemBanner error={addPasskey.error ?? removeApp.error ?? remove.error ?? renew.error} />
      {hasFactor ? (
        <ul className="rows">
          {totpSince ? (
            <li className="rows__row">
              <div className="rows__what">
                <b>{t('factor.app')}</b>
                <span>{t('factor.appSince', { date: day(totpSince) })}</span>
              </div>
              <Button
                look="quiet"
                aria-label={t('factor.removeNamed', { name: t('factor.app') })}
                onPress={() => removeApp.mutate()}
                isPending={removeApp.isPending}
              >
                {t('factor.remove')}
              </Button>
            </li>
          ) : null}
          {passkeys.map((passkey) => (
            <PasskeyRow
              key={passkey.passkeyId}
              passkey={passkey}
              onRenamed={() => void again()}
              onRemove={() => remove.mutate(passkey.passkeyId)}
            />
          ))}
          <li className="rows__row">
            <div className="rows__what">
              <b>{t('recovery.left', { count: recoveryCodesLeft })}</b>
              <span>{t('recovery.renewNote')}</span>
            </div>
            <Button look="quiet" onPress={() => renew.mutate()} isPending={renew.isPending}>
              {t('recovery.renew')}
            </Button>
          </li>
        </ul>
      ) : (
        <p>{t('factor.none')}</p>
      )}
      {isAddingApp ? (
        <AddTotp onAdded={keep} onCancel={() => setAddingApp(false)} />
      ) : (
        <div className="form__actions">
          {canUsePasskeys() ? (
            <Button
              look={hasFactor ? 'plain' : 'primary'}
              onPress={() => addPasskey.mutate()}
              isPending={addPasskey.isPending}
            >
              {t('factor.addPasskey')}
            </Button>
          ) : null}
          <Button onPress={() => setAddingApp(true)}>{totpSince ? t('factor.replaceApp') : t('factor.addApp')}</Button>
        </div>
      )}
    </section>
  );
}
