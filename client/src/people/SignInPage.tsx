import { askForPasskey, type Factor, signIn, signInByPasskey } from '@plumbline/shared/people';
import { useMutation } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { call } from '../http/index.ts';
import { Banner, Button, PlainPage, ProblemBanner } from '../ui/index.ts';
import { CodeForm } from './CodeForm.tsx';
import { knownDevice } from './known-device.ts';
import { useConfig } from './me.ts';
import { PasswordForm } from './PasswordForm.tsx';
import { accountOf, canUsePasskeys, signWithPasskey } from './passkey-device.ts';
import { useEntrance } from './useEntrance.ts';
import './people.css';

/** Staff come in by a passkey, or by their email address, password and a code. */
export function SignInPage() {
  const { t } = useTranslation('people');
  const [factors, setFactors] = useState<readonly Factor[] | null>(null);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [search] = useSearchParams();
  const needsSetUp = useConfig().data?.needsSetUp ?? false;
  const goIn = useEntrance();

  const enter = useMutation({
    mutationFn: async (code: string | undefined) => {
      const body = { email: email.trim(), password, code, deviceId: await knownDevice(email) };
      return call(signIn, { body });
    },
    onSuccess: async (answer) => {
      if (answer.kind === 'second-factor') setFactors(answer.factors);
      else await goIn(answer, email);
    },
  });

  const enterByPasskey = useMutation({
    mutationFn: async () => {
      const { options } = await call(askForPasskey, { body: {} });
      const signed = await signWithPasskey(options);
      const accountId = accountOf(signed);
      const deviceId = accountId ? await knownDevice(accountId) : undefined;
      return call(signInByPasskey, { body: { signed, deviceId } });
    },
    onSuccess: (me) => goIn(me),
  });

  const passkey = canUsePasskeys() ? (
    <Button wide onPress={() => enterByPasskey.mutate()} isPending={enterByPasskey.isPending}>
      <KeyRound aria-hidden="true" />
      {enterByPasskey.isPending ? t('signIn.passkeyBusy') : t('signIn.passkey')}
    </Button>
  ) : null;

  if (factors) {
    const takesCode = factors.some((factor) => factor !== 'passkey');
    return (
      <PlainPage title={t('signIn.codeTitle')} lead={takesCode ? t('signIn.codeLead') : t('signIn.passkeyLead')}>
        {takesCode ? (
          <CodeForm error={enter.error} isPending={enter.isPending} onCode={(code) => enter.mutate(code)} />
        ) : null}
        <ProblemBanner error={enterByPasskey.error} />
        {factors.includes('passkey') ? passkey : null}
        <Button
          look="quiet"
          onPress={() => {
            setFactors(null);
            setPassword('');
            enter.reset();
          }}
        >
          {t('signIn.another')}
        </Button>
      </PlainPage>
    );
  }
  return (
    <PlainPage title={t('signIn.title')} lead={t('signIn.lead')}>
      {needsSetUp ? <Banner kind="info">{t('signIn.needsSetUp')}</Banner> : null}
      {search.has('idle') ? <Banner kind="info">{t('signIn.idle')}</Banner> : null}
      <PasswordForm
        email={email}
        password={password}
        onEmail={setEmail}
        onPassword={setPassword}
        error={enter.error}
        isPending={enter.isPending}
        onSubmit={() => enter.mutate(undefined)}
      />
      {passkey ? (
        <div className="other-way">
          <p className="other-way__or">{t('signIn.or')}</p>
          <ProblemBanner error={enterByPasskey.error} />
          {passkey}
        </div>
      ) : null}
    </PlainPage>
  );
}
