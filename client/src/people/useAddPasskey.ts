import { addPasskey, planPasskey } from '@plumbline/shared/people';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../http/index.ts';
import { makePasskey } from './passkey-device.ts';

type WithProof = <T>(work: () => Promise<T>) => Promise<T>;

/** Adds a passkey of this device; it can be named later. */
export function useAddPasskey(withProof: WithProof, onAdded: (recoveryCodes: readonly string[] | null) => void) {
  const { t } = useTranslation('security');
  return useMutation({
    mutationFn: async () => {
      const { options } = await withProof(() => call(planPasskey, { body: {} }));
      const added = await makePasskey(options);
      return call(addPasskey, { body: { name: t('factor.firstName'), added } });
    },
    onSuccess: ({ recoveryCodes }) => onAdded(recoveryCodes),
  });
}
