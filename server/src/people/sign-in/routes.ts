import {
  askForPasskey as askForPasskeyContract,
  canAnybody,
  canBeKnown,
  canEnrol,
  getMe,
  setUpClinic,
  signInByPasskey as signInByPasskeyContract,
  signIn as signInContract,
  signOut as signOutContract,
} from '@plumbline/shared/people';
import { onRoute } from '../../registry/registry.ts';
import { setUp } from '../administration/clinics.ts';
import { me } from './me.ts';
import { signInByPasskey } from './passkey-sign-in.ts';
import { askForPasskey } from './passkeys.ts';
import { signOut } from './sessions.ts';
import { signIn } from './sign-in.ts';

/** How staff come in and go. */
export const signInRoutes = [
  onRoute({
    contract: setUpClinic,
    about: 'anybody',
    rule: canAnybody,
    audits: 'people.set-up',
    handler: ({ body: { token, ...wanted } }, exchange) => setUp(exchange, token, wanted),
  }),
  onRoute({
    contract: signInContract,
    about: 'anybody',
    rule: canAnybody,
    audits: 'people.sign-in',
    handler: ({ body }, exchange) => signIn(exchange, body),
  }),
  onRoute({
    contract: askForPasskeyContract,
    about: 'anybody',
    rule: canAnybody,
    audits: null,
    handler: async (_input, { app }) => ({
      options: { ...(await app.db.withSystem((tx) => askForPasskey(tx, app, null))) },
    }),
  }),
  onRoute({
    contract: signInByPasskeyContract,
    about: 'anybody',
    rule: canAnybody,
    audits: 'people.sign-in-by-passkey',
    handler: ({ body }, exchange) => signInByPasskey(exchange, body),
  }),
  onRoute({
    contract: signOutContract,
    about: 'clinic',
    rule: canEnrol,
    audits: 'people.sign-out',
    handler: async (_input, scope, exchange) => {
      await signOut(scope, exchange);
      return {};
    },
  }),
  onRoute({
    contract: getMe,
    about: 'clinic',
    rule: canBeKnown,
    audits: null,
    handler: (_input, scope, exchange) => me(scope, exchange),
  }),
];
