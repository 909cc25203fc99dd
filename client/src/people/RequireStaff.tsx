import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { isProblem } from '../http/index.ts';
import { Busy, PlainPage, ProblemBanner } from '../ui/index.ts';
import { useMe } from './me.ts';

/** Pages for staff: whoever is not signed in goes to the sign-in page first, and comes back. */
export function RequireStaff() {
  const { t } = useTranslation();
  const me = useMe();
  const { pathname, search } = useLocation();
  if (me.data?.kind === 'staff' && !isProblem(me.error, 'signed-out')) return <Outlet />;
  if (me.isPending) return <Busy />;
  if (me.data?.kind === 'enrolling' && !isProblem(me.error, 'signed-out')) {
    return <Navigate to={`/second-factor?next=${encodeURIComponent(pathname + search)}`} replace />;
  }
  if (me.data || isProblem(me.error, 'signed-out')) {
    return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />;
  }
  return (
    <PlainPage title={t('error.title')}>
      <ProblemBanner error={me.error} onRetry={() => void me.refetch()} />
    </PlainPage>
  );
}
