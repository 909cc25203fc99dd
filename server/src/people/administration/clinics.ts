import type { StaffRole } from '@plumbline/shared/people';
import { v7 as uuid } from 'uuid';
import type { AppContext } from '../../app-context.ts';
import { hashPassword } from '../../crypto/password.ts';
import { createToken, hashToken } from '../../crypto/token.ts';
import type { Tx } from '../../database/database.ts';
import { ProblemError } from '../../problem.ts';
import type { Exchange } from '../../registry/registry.ts';
import { assertNotCommon } from '../sign-in/account.ts';
import type { StaffMe } from '../sign-in/me.ts';
import { startSession } from '../sign-in/sign-in.ts';
import { insertAccount } from './accounts.ts';

const SET_UP_LINK_MS = 24 * 3_600_000;

export interface NewClinic {
  clinicName: string;
  displayName: string;
  email: string;
  password: string;
}

/** Whoever sets a clinic up runs it, and treats. */
export const FIRST_ROLES: StaffRole[] = ['administrator', 'therapist'];

/** Makes a clinic and its first account. */
export async function createClinic(
  tx: Tx,
  wanted: NewClinic,
  now: Date,
): Promise<{ clinicId: string; accountId: string }> {
  const clinicId = uuid();
  await tx.insertInto('clinic').values({ id: clinicId, name: wanted.clinicName, second_factor: null }).execute();
  const accountId = await insertAccount(tx, clinicId, {
    email: wanted.email,
    displayName: wanted.displayName,
    roles: FIRST_ROLES,
    password: { hash: await hashPassword(wanted.password), setAt: now },
  });
  return { clinicId, accountId };
}

/** A one-time link for the first start, or null once there is a clinic. Earlier unused ones stop working. */
export async function createSetUpLink({ db, config, clock }: AppContext): Promise<string | null> {
  return db.withSystem(async (tx) => {
    if (await hasClinic(tx)) return null;
    const { token, hash } = createToken();
    await tx.deleteFrom('set_up_link').where('used_at', 'is', null).execute();
    await tx
      .insertInto('set_up_link')
      .values({ token_hash: hash, created_at: new Date(clock.nowMs()), used_at: null })
      .execute();
    return `${config.publicUrl}/set-up#${token}`;
  });
}

/** A one-time link that adds a clinic beside those that are there, wholly separate from them. For whoever runs the installation. */
export async function createClinicLink({ db, config, clock }: AppContext): Promise<string> {
  const { token, hash } = createToken();
  await db.withSystem((tx) =>
    tx
      .insertInto('set_up_link')
      .values({ token_hash: hash, adds_clinic: true, created_at: new Date(clock.nowMs()), used_at: null })
      .execute(),
  );
  return `${config.publicUrl}/set-up#${token}`;
}

export async function hasClinic(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom('clinic').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Spends a set-up link. */
export async function setUp(exchange: Exchange, token: string, wanted: NewClinic): Promise<StaffMe> {
  const { app } = exchange;
  const now = new Date(app.clock.nowMs());
  assertNotCommon(wanted.password, wanted.email);
  const made = await app.db.withSystem(async (tx) => {
    const spent = await tx
      .updateTable('set_up_link')
      .set({ used_at: now })
      .where('token_hash', '=', hashToken(token))
      .where('used_at', 'is', null)
      .where('created_at', '>', new Date(now.getTime() - SET_UP_LINK_MS))
      .returning('adds_clinic')
      .executeTakeFirst();
    if (!spent || (!spent.adds_clinic && (await hasClinic(tx)))) throw new ProblemError(403, 'link-used', 'body.token');
    return createClinic(tx, wanted, now);
  });
  return startSession(exchange, { ...made, roles: FIRST_ROLES }, { hasSecondFactor: false, action: 'people.set-up' });
}
