import type { AddedPasskey, SignedByPasskey } from '@plumbline/shared/people';
import {
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { v7 as uuid } from 'uuid';
import type { AppContext } from '../../app-context.ts';
import type { Scope, Tx } from '../../database/database.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { keepChallenge, type Purpose, spendChallenge } from './challenges.ts';

type Transports = AuthenticatorTransport[];

/** Passkeys are for the address that staff open: its host alone, without the port. */
function site({ config }: AppContext): { rpID: string; origin: string } {
  const { hostname, origin } = new URL(config.publicUrl);
  return { rpID: hostname, origin };
}

/** What a new passkey of this account must sign: one that the browser finds by itself, and that looks at whoever holds it. */
export async function planPasskey(
  { tx, clinicId }: Scope,
  app: AppContext,
  { accountId, email }: { accountId: string; email: string },
) {
  const known = await tx
    .selectFrom('passkey')
    .select(['credential_id', 'transports'])
    .where('clinic_id', '=', clinicId)
    .where('account_id', '=', accountId)
    .execute();
  const options = await generateRegistrationOptions({
    rpName: 'Plumbline',
    rpID: site(app).rpID,
    userID: new TextEncoder().encode(accountId),
    userName: email,
    attestationType: 'none',
    excludeCredentials: known.map((one) => ({ id: one.credential_id, transports: one.transports as Transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await keepChallenge(tx, app, options.challenge, { purpose: 'add', accountId });
  return options;
}

/** Keeps a new passkey. Throws `wrong-passkey` for anything that does not answer what we asked. */
export async function addPasskey(
  { tx, clinicId }: Scope,
  app: AppContext,
  { accountId, name, added }: { accountId: string; name: string; added: AddedPasskey },
): Promise<void> {
  const { rpID, origin } = site(app);
  const { registrationInfo } = await orWrong(
    verifyRegistrationResponse({
      response: {
        ...added,
        clientExtensionResults: {},
        response: { ...added.response, transports: transportsOf(added) },
      },
      expectedChallenge: (challenge) => spendChallenge(tx, app, challenge, { purpose: 'add', accountId }),
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
    }),
  );
  if (!registrationInfo) throw wrongPasskey();
  const { id, publicKey, counter } = registrationInfo.credential;
  const kept = await tx
    .insertInto('passkey')
    .values({
      clinic_id: clinicId,
      id: uuid(),
      account_id: accountId,
      credential_id: id,
      public_key: Buffer.from(publicKey),
      counter,
      transports: transportsOf(added),
      name,
      created_at: new Date(app.clock.nowMs()),
      last_used_at: null,
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!kept) throw new ProblemError(409, 'known-passkey');
}

/** What a passkey must sign to come in, or to prove again who is there. */
export async function askForPasskey(tx: Tx, app: AppContext, accountId: string | null) {
  const known = accountId
    ? await tx
        .selectFrom('passkey')
        .select(['credential_id', 'transports'])
        .where('account_id', '=', accountId)
        .execute()
    : [];
  const options = await generateAuthenticationOptions({
    rpID: site(app).rpID,
    userVerification: 'required',
    allowCredentials: known.map((one) => ({ id: one.credential_id, transports: one.transports as Transports })),
  });
  await keepChallenge(tx, app, options.challenge, { purpose: accountId ? 'step-up' : 'sign-in', accountId });
  return options;
}

/** Whose passkey signed what we asked for. Throws `wrong-passkey`; what was answered rightly is asked never again. */
export async function verifyPasskey(
  tx: Tx,
  app: AppContext,
  signed: SignedByPasskey,
  { purpose, accountId }: { purpose: Purpose; accountId: string | null },
): Promise<{ clinicId: string; accountId: string }> {
  const { rpID, origin } = site(app);
  // Locked: of two answers at once the second must see the counter of the first.
  const known = await tx
    .selectFrom('passkey')
    .selectAll()
    .where('credential_id', '=', signed.id)
    .forUpdate()
    .executeTakeFirst();
  if (!known || (accountId && known.account_id !== accountId)) throw wrongPasskey();
  const { userHandle, ...answer } = signed.response;
  const { authenticationInfo, verified } = await orWrong(
    verifyAuthenticationResponse({
      response: {
        ...signed,
        clientExtensionResults: {},
        response: { ...answer, ...(userHandle ? { userHandle } : {}) },
      },
      expectedChallenge: (challenge) => spendChallenge(tx, app, challenge, { purpose, accountId }),
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
      credential: {
        id: known.credential_id,
        publicKey: new Uint8Array(known.public_key),
        counter: Number(known.counter),
        transports: known.transports,
      },
    }),
  );
  if (!verified) throw wrongPasskey();
  await tx
    .updateTable('passkey')
    .set({ counter: authenticationInfo.newCounter, last_used_at: new Date(app.clock.nowMs()) })
    .where('id', '=', known.id)
    .execute();
  return { clinicId: known.clinic_id, accountId: known.account_id };
}

export async function renamePasskey(
  { tx, clinicId }: Scope,
  accountId: string,
  id: string,
  name: string,
): Promise<void> {
  const row = await tx
    .updateTable('passkey')
    .set({ name })
    .where('clinic_id', '=', clinicId)
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  if (!row) throw notFound();
}

export async function removePasskey({ tx, clinicId }: Scope, accountId: string, id: string): Promise<void> {
  const row = await tx
    .deleteFrom('passkey')
    .where('clinic_id', '=', clinicId)
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  if (!row) throw notFound();
}

function transportsOf({ response }: AddedPasskey): Transports {
  return (response.transports ?? []) as Transports;
}

const wrongPasskey = () => new ProblemError(401, 'wrong-passkey');

/** The library throws for whatever is wrong with an answer; its words are for developers. */
async function orWrong<T>(verifying: Promise<T>): Promise<T> {
  return verifying.catch(() => {
    throw wrongPasskey();
  });
}
