import {
  addPasskey as addPasskeyContract,
  askForStepUp,
  canBeStaff,
  canEnrol,
  changePassword as changePasswordContract,
  confirmTotp as confirmTotpContract,
  endOtherSessions as endOthersContract,
  endSession as endSessionContract,
  getSecurity,
  planPasskey as planPasskeyContract,
  planTotp as planTotpContract,
  removePasskey as removePasskeyContract,
  removeTotp as removeTotpContract,
  renamePasskey as renamePasskeyContract,
  renewRecoveryCodes,
  stepUpByPasskey as stepUpByPasskeyContract,
  stepUp as stepUpContract,
} from '@plumbline/shared/people';
import type { Scope } from '../../database/database.ts';
import { ProblemError } from '../../problem.ts';
import { type Exchange, onRoute } from '../../registry/registry.ts';
import { type Account, lockAccount } from './account.ts';
import { afterRemoval, factorsOf } from './factors.ts';
import { stepUpByPasskey } from './passkey-sign-in.ts';
import { askForPasskey, planPasskey, removePasskey, renamePasskey } from './passkeys.ts';
import { makeRecoveryCodes } from './recovery-codes.ts';
import {
  addFactor,
  changePassword,
  endOtherSessions,
  endOwnSession,
  isSecondFactorRequired,
  readSecurity,
} from './security.ts';
import { currentSession } from './sessions.ts';
import { stepUp } from './step-up.ts';
import { planTotp, removeTotp } from './totp.ts';

async function ownAccount(scope: Scope, exchange: Exchange): Promise<Account> {
  return lockAccount(scope, (await currentSession(scope, exchange)).account_id);
}

/** One's own ways of signing in: looked at, added, changed, removed. */
export const securityRoutes = [
  onRoute({
    contract: getSecurity,
    about: 'clinic',
    rule: canEnrol,
    audits: null,
    handler: (_input, scope, exchange) => readSecurity(scope, exchange),
  }),
  onRoute({
    contract: planTotpContract,
    about: 'clinic',
    rule: canEnrol,
    needsFreshProof: true,
    audits: null,
    handler: async (_input, scope, exchange) => planTotp(scope, exchange.app, await ownAccount(scope, exchange)),
  }),
  onRoute({
    contract: confirmTotpContract,
    about: 'clinic',
    rule: canEnrol,
    needsFreshProof: true,
    audits: 'people.add-totp',
    handler: ({ body }, scope, exchange) => addFactor(scope, exchange, { code: body.code }),
  }),
  onRoute({
    contract: removeTotpContract,
    about: 'clinic',
    rule: canBeStaff,
    needsFreshProof: true,
    audits: 'people.remove-totp',
    handler: async (_input, scope, exchange) => {
      const { accountId } = await ownAccount(scope, exchange);
      await removeTotp(scope, accountId);
      await afterRemoval(scope, accountId, await isSecondFactorRequired(scope, exchange));
      return {};
    },
  }),
  onRoute({
    contract: renewRecoveryCodes,
    about: 'clinic',
    rule: canBeStaff,
    needsFreshProof: true,
    audits: 'people.renew-recovery-codes',
    handler: async (_input, scope, exchange) => {
      const { accountId } = await ownAccount(scope, exchange);
      if ((await factorsOf(scope, accountId)).length === 0) throw new ProblemError(409, 'no-second-factor');
      return { recoveryCodes: await makeRecoveryCodes(scope, accountId) };
    },
  }),
  onRoute({
    contract: planPasskeyContract,
    about: 'clinic',
    rule: canEnrol,
    needsFreshProof: true,
    audits: null,
    handler: async (_input, scope, exchange) => ({
      options: { ...(await planPasskey(scope, exchange.app, await ownAccount(scope, exchange))) },
    }),
  }),
  onRoute({
    contract: addPasskeyContract,
    about: 'clinic',
    rule: canEnrol,
    needsFreshProof: true,
    audits: 'people.add-passkey',
    handler: ({ body }, scope, exchange) => addFactor(scope, exchange, { passkey: body }),
  }),
  onRoute({
    contract: renamePasskeyContract,
    about: 'clinic',
    rule: canBeStaff,
    audits: 'people.rename-passkey',
    handler: async ({ params, body }, scope, exchange) => {
      const { accountId } = await ownAccount(scope, exchange);
      await renamePasskey(scope, accountId, params.passkeyId, body.name);
      return {};
    },
  }),
  onRoute({
    contract: removePasskeyContract,
    about: 'clinic',
    rule: canBeStaff,
    needsFreshProof: true,
    audits: 'people.remove-passkey',
    handler: async ({ params }, scope, exchange) => {
      const { accountId } = await ownAccount(scope, exchange);
      await removePasskey(scope, accountId, params.passkeyId);
      await afterRemoval(scope, accountId, await isSecondFactorRequired(scope, exchange));
      return {};
    },
  }),
  onRoute({
    contract: changePasswordContract,
    about: 'clinic',
    rule: canBeStaff,
    audits: 'people.change-password',
    handler: async ({ body }, scope, exchange) => {
      await changePassword(scope, exchange, body);
      return {};
    },
  }),
  onRoute({
    contract: endSessionContract,
    about: 'clinic',
    rule: canBeStaff,
    audits: 'people.end-session',
    handler: async ({ params }, scope, exchange) => {
      await endOwnSession(scope, exchange, params.sessionId);
      return {};
    },
  }),
  onRoute({
    contract: endOthersContract,
    about: 'clinic',
    rule: canBeStaff,
    audits: 'people.end-other-sessions',
    handler: async (_input, scope, exchange) => {
      await endOtherSessions(scope, exchange);
      return {};
    },
  }),
  onRoute({
    contract: stepUpContract,
    about: 'clinic',
    rule: canEnrol,
    // It tells by itself: being asked for the code is neither done nor refused.
    audits: null,
    handler: ({ body }, scope, exchange) => stepUp(scope, exchange, body),
  }),
  onRoute({
    contract: askForStepUp,
    about: 'clinic',
    rule: canBeStaff,
    audits: null,
    handler: async (_input, scope, exchange) => {
      const { accountId } = await ownAccount(scope, exchange);
      return { options: { ...(await askForPasskey(scope.tx, exchange.app, accountId)) } };
    },
  }),
  onRoute({
    contract: stepUpByPasskeyContract,
    about: 'clinic',
    rule: canBeStaff,
    audits: null,
    handler: async ({ body }, scope, exchange) => {
      await stepUpByPasskey(scope, exchange, body.signed);
      return {};
    },
  }),
];
