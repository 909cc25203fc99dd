import { createToken, hashToken } from '../../crypto/token.ts';
import type { Scope, Tx } from '../../database/database.ts';
import type { Exchange } from '../../registry/registry.ts';

/** Chromium keeps no cookie longer. */
const KEPT_MS = 400 * 86_400_000;

/** Whether this account has signed in with this browser before. */
export async function isKnownBrowser(
  tx: Tx,
  exchange: Exchange,
  account: { clinicId: string; accountId: string } | undefined,
): Promise<boolean> {
  const secret = exchange.cookie('browser');
  if (!secret || !account) return false;
  const row = await tx
    .selectFrom('known_browser')
    .select('account_id')
    .where('clinic_id', '=', account.clinicId)
    .where('account_id', '=', account.accountId)
    .where('token_hash', '=', hashToken(secret))
    .executeTakeFirst();
  return row !== undefined;
}

/** From now on this browser is one of the account's. Its secret is one for everybody who uses it. */
export async function rememberBrowser(
  { tx, clinicId }: Scope,
  exchange: Exchange,
  accountId: string,
): Promise<{ handOver(): void }> {
  const secret = exchange.cookie('browser') ?? createToken().token;
  const now = new Date(exchange.app.clock.nowMs());
  await tx
    .insertInto('known_browser')
    .values({ clinic_id: clinicId, account_id: accountId, token_hash: hashToken(secret), last_used_at: now })
    .onConflict((conflict) =>
      conflict.columns(['clinic_id', 'account_id', 'token_hash']).doUpdateSet({ last_used_at: now }),
    )
    .execute();
  return { handOver: () => exchange.setCookie('browser', secret, KEPT_MS) };
}
