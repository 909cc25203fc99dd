import type { Me } from '@plumbline/shared/people';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { afterSignIn } from './after-sign-in.ts';
import { rememberDevice } from './known-device.ts';
import { meQuery } from './me.ts';

/** What follows once somebody is signed in: the page they wanted, or the second factor they still owe. */
export function useEntrance(): (me: Me, email?: string) => Promise<void> {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [search] = useSearchParams();
  return async (me, email) => {
    if (me.kind !== 'patient-device') {
      await rememberDevice(me.accountId, me.deviceId);
      if (email) await rememberDevice(email, me.deviceId);
    }
    queries.clear();
    queries.setQueryData(meQuery.queryKey, me);
    const next = afterSignIn(search.get('next'));
    await navigate(me.kind === 'enrolling' ? `/second-factor?next=${encodeURIComponent(next)}` : next, {
      replace: true,
    });
  };
}
