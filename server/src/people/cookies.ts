import type { AppContext } from '../app-context.ts';

export type CookieName = 'staff' | 'device' | 'browser';

/** The cookie's full name. `__Host-` (no other path, no other domain, TLS only) wherever browsers reach us over TLS. */
export function cookieName({ config, demo }: Pick<AppContext, 'config' | 'demo'>, name: CookieName): string {
  return `${config.secure ? '__Host-' : ''}plumbline${demo ? '-demo' : ''}-${name}`;
}
