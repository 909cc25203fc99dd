import { createHash } from 'node:crypto';
import type { AppContext } from '../../app-context.ts';
import type { Tx } from '../../database/database.ts';

const CHALLENGE_MS = 5 * 60_000;

export type Purpose = 'add' | 'sign-in' | 'step-up';

interface About {
  purpose: Purpose;
  /** Null at sign-in: nobody knows yet whose passkey it will be. */
  accountId: string | null;
}

const hashOf = (challenge: string) => createHash('sha256').update(challenge).digest();

/** Remembers what a passkey is asked to sign. */
export async function keepChallenge(
  tx: Tx,
  { clock }: AppContext,
  challenge: string,
  { purpose, accountId }: About,
): Promise<void> {
  const nowMs = clock.nowMs();
  await tx.deleteFrom('passkey_challenge').where('expires_at', '<', new Date(nowMs)).execute();
  await tx
    .insertInto('passkey_challenge')
    .values({
      challenge_hash: hashOf(challenge),
      account_id: accountId,
      purpose,
      expires_at: new Date(nowMs + CHALLENGE_MS),
    })
    .execute();
}

/** Whether we asked for this, for that purpose and account, minutes ago; it is used up by asking. */
export async function spendChallenge(
  tx: Tx,
  { clock }: AppContext,
  challenge: string,
  { purpose, accountId }: About,
): Promise<boolean> {
  const spent = await tx
    .deleteFrom('passkey_challenge')
    .where('challenge_hash', '=', hashOf(challenge))
    .returning(['account_id', 'purpose', 'expires_at'])
    .executeTakeFirst();
  return (
    spent !== undefined &&
    spent.purpose === purpose &&
    spent.account_id === accountId &&
    spent.expires_at.getTime() > clock.nowMs()
  );
}
