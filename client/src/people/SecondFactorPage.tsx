import { KeyRound, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { Busy, Button, PlainPage, ProblemBanner } from '../ui/index.ts';
import { AddTotp } from './AddTotp.tsx';
import { afterSignIn } from './after-sign-in.ts';
import { useMe } from './me.ts';
import { canUsePasskeys } from './passkey-device.ts';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { SignOutButton } from './SignOutButton.tsx';
import { useAddPasskey } from './useAddPasskey.ts';
import { useStepUp } from './useStepUp.tsx';
import './people.css';

/** Whoever owes the clinic a second factor adds it here, and keeps the recovery codes. */
export function SecondFactorPage() {
  const { t } = useTranslation('security');
  const me = useMe();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const next = afterSignIn(search.get('next'));
  const [isAddingApp, setAddingApp] = useState(false);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { withProof, dialog } = useStepUp();

  async function goOn() {
    await me.refetch();
    await navigate(next, { replace: true });
  }
  const keep = (recoveryCodes: readonly string[] | null) => (recoveryCodes ? setCodes(recoveryCodes) : void goOn());
  const passkey = useAddPasskey(withProof, keep);

  if (codes) {
    return (
      <PlainPage title={t('enrol.title')}>
        <RecoveryCodes codes={codes} onKept={() => void goOn()} />
      </PlainPage>
    );
  }
  if (me.isPending) return <Busy />;
  if (me.data?.kind !== 'enrolling') return <Navigate to={me.data?.kind === 'staff' ? next : '/sign-in'} replace />;
  return (
    <PlainPage title={t('enrol.title')} lead={t('enrol.lead')}>
      {dialog}
      {isAddingApp ? (
        <div className="card">
          <AddTotp onAdded={keep} onCancel={() => setAddingApp(false)} />
        </div>
      ) : (
        <>
          <ProblemBanner error={passkey.error} />
          {canUsePasskeys() ? (
            <section className="card way">
              <h2>{t('enrol.passkeyTitle')}</h2>
              <p>{t('enrol.passkeyText')}</p>
              <Button look="primary" onPress={() => passkey.mutate()} isPending={passkey.isPending}>
                <KeyRound aria-hidden="true" />
                {t('factor.addPasskey')}
              </Button>
            </section>
          ) : null}
          <section className="card way">
            <h2>{t('enrol.appTitle')}</h2>
            <p>{t('enrol.appText')}</p>
            <Button onPress={() => setAddingApp(true)}>
              <Smartphone aria-hidden="true" />
              {t('factor.addApp')}
            </Button>
          </section>
        </>
      )}
      <div>
        <SignOutButton />
      </div>
    </PlainPage>
  );
}
