import { Navigate, Outlet } from 'react-router';
import { useMe } from './me.ts';

/** Pages for administrators; others go to their day. The server decides by itself what it tells whom. */
export function RequireAdministrator() {
  const me = useMe().data;
  return me?.kind === 'staff' && me.roles.includes('administrator') ? <Outlet /> : <Navigate to="/visits" replace />;
}
