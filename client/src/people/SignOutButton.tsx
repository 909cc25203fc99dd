import { signOut } from '@plumbline/shared/people';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call } from '../http/index.ts';
import { IconButton } from '../ui/index.ts';

/** Ends this browser's session and forgets what was loaded. */
export function SignOutButton() {
  const { t } = useTranslation('people');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leave = useMutation({
    mutationFn: () => call(signOut, { body: {} }),
    onSuccess: async () => {
      await navigate('/sign-in', { replace: true });
      queries.clear();
    },
  });
  return (
    <IconButton
      label={leave.error ? t('signOut.failed') : t('signOut.submit')}
      icon={<LogOut aria-hidden="true" />}
      isPending={leave.isPending}
      onPress={() => leave.mutate()}
    />
  );
}
