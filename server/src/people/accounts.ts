import type { Me, StaffRole } from '@plumbline/shared/people';
import { v7 as uuid } from 'uuid';
import type { AppContext } from '../app-context.ts';
import { appendAudit } from '../audit/index.ts';
import { hashPassword, isPassword } from '../crypto/password.ts';
import { createToken, hashToken } from '../crypto/token.ts';
import type { Scope, Tx } from '../database/database.ts';
import { ProblemError, signedOut } from '../problem.ts';
import type { Exchange } from '../registry/registry.ts';

const SESSION_MS = 12 * 3_600_000;
const SET_UP_LINK_MS = 24 * 3_600_000;

type StaffMe = Extract<Me, { kind: 'staff' }>;

export interface NewClinic {
  clinicName: string;
  displayName: string;
  email: string;
  password: string;
}

/** Whoever sets a clinic up runs it, and treats. */
export const FIRST_ROLES: readonly StaffRole[] = ['administrator', 'therapist'];

/** Makes a clinic and its first account. */
export async function createClinic(tx: Tx, wanted: NewClinic): Promise<{ clinicId: string; accountId: string }> {
  const clinicId = uuid();
  const accountId = uuid();
  await tx.insertInto('clinic').values({ id: clinicId, name: wanted.clinicName }).execute();
  await tx
    .insertInto('account')
    .values({
      clinic_id: clinicId,
      id: accountId,
      email: wanted.email,
      display_name: wanted.displayName,
      roles: [...FIRST_ROLES],
      disabled_at: null,
      password_hash: await hashPassword(wanted.password),
    })
    .execute();
  return { clinicId, accountId };
}

/** A one-time link for the first start, or null once there is a clinic. Earlier unused ones stop working. */
export async function createSetUpLink({ db, config }: AppContext): Promise<string | null> {
  return db.withSystem(async (tx) => {
    if (await hasClinic(tx)) return null;
    const { token, hash } = createToken();
    await tx.deleteFrom('set_up_link').where('used_at', 'is', null).execute();
    await tx.insertInto('set_up_link').values({ token_hash: hash, used_at: null }).execute();
    return `${config.publicUrl}/set-up#${token}`;
  });
}

export async function hasClinic(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom('clinic').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Spends the set-up link. */
export async function setUp(exchange: Exchange, token: string, wanted: NewClinic): Promise<StaffMe> {
  const { app } = exchange;
  const made = await app.db.withSystem(async (tx) => {
    const spent = await tx
      .updateTable('set_up_link')
      .set({ used_at: new Date(app.clock.nowMs()) })
      .where('token_hash', '=', hashToken(token))
      .where('used_at', 'is', null)
      .where('created_at', '>', new Date(app.clock.nowMs() - SET_UP_LINK_MS))
      .returning('token_hash')
      .executeTakeFirst();
    if (!spent || (await hasClinic(tx))) throw new ProblemError(403, 'link-used', 'body.token');
    return createClinic(tx, wanted);
  });
  return startSession(exchange, { ...made, roles: FIRST_ROLES }, undefined, 'people.set-up');
}

/** Signs in by address and password; the same answer, after the same time, for an unknown address and a wrong password. */
export async function signIn(
  exchange: Exchange,
  { email, password, deviceId }: { email: string; password: string; deviceId?: string | undefined },
): Promise<StaffMe> {
  const { app } = exchange;
  const found = await app.db.withSystem((tx) =>
    tx
      .selectFrom('account')
      .select(['clinic_id as clinicId', 'id as accountId', 'roles', 'password_hash'])
      .where((where) => where(where.fn<string>('lower', ['email']), '=', email.toLowerCase()))
      .where('disabled_at', 'is', null)
      .executeTakeFirst(),
  );
  if (!(await isPassword(password, found?.password_hash ?? null)) || !found) {
    throw new ProblemError(401, 'wrong-credentials');
  }
  return startSession(exchange, found, deviceId, 'people.sign-in');
}

/** Opens a session for an account that has proved who it is, in one transaction with its audit entry. */
export async function startSession(
  { app, address, setCookie }: Exchange,
  account: { clinicId: string; accountId: string; roles: readonly StaffRole[] },
  knownDeviceId: string | undefined,
  action: string,
): Promise<StaffMe> {
  const { token, hash } = createToken();
  const { clinicId, accountId } = account;
  const me = await app.db.withActor({ kind: 'staff', ...account }, async (scope) => {
    const deviceId = await staffDevice(scope, accountId, knownDeviceId);
    await scope.tx
      .insertInto('staff_session')
      .values({
        token_hash: hash,
        clinic_id: clinicId,
        account_id: accountId,
        device_id: deviceId,
        expires_at: new Date(app.clock.nowMs() + SESSION_MS),
      })
      .execute();
    await appendAudit(scope, { action, subjectId: accountId, address });
    return describeStaff(scope, accountId, deviceId);
  });
  setCookie('staff', token, SESSION_MS);
  return me;
}

/** The device this browser had before, if it was this account's, else a new one. */
async function staffDevice({ tx, clinicId }: Scope, accountId: string, known: string | undefined): Promise<string> {
  if (known) {
    const row = await tx
      .selectFrom('device')
      .select('id')
      .where('clinic_id', '=', clinicId)
      .where('id', '=', known)
      .where('account_id', '=', accountId)
      .executeTakeFirst();
    if (row) return row.id;
  }
  const id = uuid();
  await tx
    .insertInto('device')
    .values({ clinic_id: clinicId, id, account_id: accountId, patient_id: null, credential_hash: null })
    .execute();
  return id;
}

async function describeStaff({ tx, clinicId }: Scope, accountId: string, deviceId: string): Promise<StaffMe> {
  const row = await tx
    .selectFrom('account')
    .innerJoin('clinic', 'clinic.id', 'account.clinic_id')
    .select(['display_name', 'roles', 'clinic.name as clinic_name'])
    .where('account.clinic_id', '=', clinicId)
    .where('account.id', '=', accountId)
    .executeTakeFirstOrThrow();
  return {
    kind: 'staff',
    accountId,
    deviceId,
    clinicId,
    clinicName: row.clinic_name,
    displayName: row.display_name,
    roles: row.roles,
  };
}

/** Who this credential is. */
export async function me(scope: Scope, exchange: Exchange): Promise<Me> {
  const { actor, tx, clinicId } = scope;
  if (actor.kind === 'patient-device') {
    const clinic = await tx.selectFrom('clinic').select('name').where('id', '=', clinicId).executeTakeFirstOrThrow();
    return { kind: 'patient-device', deviceId: actor.deviceId, clinicName: clinic.name };
  }
  if (actor.kind !== 'staff') throw signedOut();
  const session = await tx
    .selectFrom('staff_session')
    .select('device_id')
    .where('token_hash', '=', hashToken(exchange.cookie('staff') ?? ''))
    .executeTakeFirst();
  if (!session) throw signedOut();
  return describeStaff(scope, actor.accountId, session.device_id);
}

/** Ends this browser's session. */
export async function signOut({ tx }: Scope, exchange: Exchange): Promise<void> {
  await tx
    .deleteFrom('staff_session')
    .where('token_hash', '=', hashToken(exchange.cookie('staff') ?? ''))
    .execute();
  exchange.clearCookie('staff');
}
