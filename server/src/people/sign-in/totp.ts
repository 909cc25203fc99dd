import * as OTPAuth from 'otpauth';
import { v7 as uuid } from 'uuid';
import type { AppContext } from '../../app-context.ts';
import { open, seal } from '../../crypto/seal.ts';
import type { Scope } from '../../database/database.ts';
import { ProblemError } from '../../problem.ts';

const PERIOD_S = 30;
/** A clock of a phone may be off by this many periods (RFC 6238, 5.2). */
const WINDOW = 1;
const ISSUER = 'Plumbline';

const about = (id: string) => `totp ${id}`;

/** A fresh secret for an authenticator app; it replaces one that was never confirmed. */
export async function planTotp(
  { tx, clinicId }: Scope,
  { masterKey, clock }: AppContext,
  { accountId, email }: { accountId: string; email: string },
): Promise<{ uri: string; secret: string }> {
  const secret = new OTPAuth.Secret({ size: 20 });
  const id = uuid();
  const row = {
    id,
    secret_sealed: seal(masterKey, Buffer.from(secret.bytes), about(id)),
    created_at: new Date(clock.nowMs()),
  };
  await tx
    .insertInto('totp')
    .values({ clinic_id: clinicId, account_id: accountId, confirmed: false, ...row })
    .onConflict((conflict) => conflict.columns(['clinic_id', 'account_id', 'confirmed']).doUpdateSet(row))
    .execute();
  return { uri: totpOf(secret, email).toString(), secret: secret.base32 };
}

/** The app shows the right code: it is the one from now on. Throws `wrong-code`. */
export async function confirmTotp(scope: Scope, app: AppContext, accountId: string, code: string): Promise<void> {
  const step = await stepOf(scope, app, { accountId, confirmed: false, code });
  if (step === null) throw new ProblemError(400, 'wrong-code', 'body.code');
  await removeTotp(scope, accountId, { confirmed: true });
  await scope.tx
    .updateTable('totp')
    .set({ confirmed: true, last_step: step })
    .where('clinic_id', '=', scope.clinicId)
    .where('account_id', '=', accountId)
    .execute();
}

/** Uses a code up: true once, and never again for it or an older one, however many ask at the same moment. */
export async function spendTotp(scope: Scope, app: AppContext, accountId: string, code: string): Promise<boolean> {
  const step = await stepOf(scope, app, { accountId, confirmed: true, code });
  if (step === null) return false;
  const spent = await scope.tx
    .updateTable('totp')
    .set({ last_step: step })
    .where('clinic_id', '=', scope.clinicId)
    .where('account_id', '=', accountId)
    .where('confirmed', '=', true)
    .where('last_step', '<', String(step))
    .returning('account_id')
    .executeTakeFirst();
  return spent !== undefined;
}

export async function removeTotp(
  { tx, clinicId }: Scope,
  accountId: string,
  { confirmed }: { confirmed?: boolean } = {},
): Promise<void> {
  let query = tx.deleteFrom('totp').where('clinic_id', '=', clinicId).where('account_id', '=', accountId);
  if (confirmed !== undefined) query = query.where('confirmed', '=', confirmed);
  await query.execute();
}

/** The 30 s step of a code, or null where it is none of this app's. */
async function stepOf(
  { tx, clinicId }: Scope,
  { masterKey, clock }: AppContext,
  { accountId, confirmed, code }: { accountId: string; confirmed: boolean; code: string },
): Promise<number | null> {
  const row = await tx
    .selectFrom('totp')
    .select(['id', 'secret_sealed'])
    .where('clinic_id', '=', clinicId)
    .where('account_id', '=', accountId)
    .where('confirmed', '=', confirmed)
    .executeTakeFirst();
  if (!row) return null;
  const bytes = open(masterKey, row.secret_sealed, about(row.id));
  const secret = new OTPAuth.Secret({ buffer: new Uint8Array(bytes).buffer });
  const timestamp = clock.nowMs();
  const delta = totpOf(secret, '').validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_S) + delta;
}

/** SHA-1, six digits, 30 s: what every authenticator app understands. */
function totpOf(secret: OTPAuth.Secret, label: string): OTPAuth.TOTP {
  return new OTPAuth.TOTP({ issuer: ISSUER, label, secret, period: PERIOD_S, digits: 6, algorithm: 'SHA1' });
}
