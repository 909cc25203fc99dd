import { createHash } from 'node:crypto';
import { ipKeyGenerator } from 'express-rate-limit';
import type { Tx } from '../../database/database.ts';
import { ProblemError } from '../../problem.ts';
import type { Exchange } from '../../registry/registry.ts';
import { isKnownBrowser } from './known-browsers.ts';
import { FORGOTTEN_MS, waitMs } from './wait.ts';

/** From one place, for one address. */
const FREE_TRIES = 5;
/** From everywhere but known browsers, for one address: NIST SP 800-63B-4, 3.2.2, allows 100 in a row. */
const FREE_TRIES_OF_ALL = 100;

interface Counter {
  key: Buffer;
  free: number;
}

/** A counted try at proving who one is. */
export interface Try {
  /** It was right. */
  forget(tx: Tx): Promise<void>;
  /** It was neither right nor wrong. */
  takeBack(tx: Tx): Promise<void>;
}

interface Known {
  clinicId: string;
  accountId: string;
}

/**
 * Counts a try before it is looked at, so that many at once are no advantage. Throws `too-many-tries`. A browser the
 * account has used before counts for itself: strangers who guess do not lock its owner out. Addresses without an
 * account are counted alike.
 */
export async function countTry(tx: Tx, exchange: Exchange, email: string, account: Known | undefined): Promise<Try> {
  const counters = await countersOf(tx, exchange, email.toLowerCase(), account);
  const nowMs = exchange.app.clock.nowMs();
  await tx
    .deleteFrom('sign_in_try')
    .where('last_at', '<', new Date(nowMs - FORGOTTEN_MS))
    .execute();
  for (const counter of counters) await count(tx, counter, nowMs);
  const [own, ...others] = counters.map(({ key }) => key);
  const takeBack = async (later: Tx, keys: Buffer[]) => {
    if (keys.length === 0) return;
    await later
      .updateTable('sign_in_try')
      .set((update) => ({ tries: update('tries', '-', 1) }))
      .where('key', 'in', keys)
      .execute();
  };
  return {
    async forget(later) {
      if (own) await later.deleteFrom('sign_in_try').where('key', '=', own).execute();
      await takeBack(later, others);
    },
    takeBack: (later) => takeBack(later, own ? [own, ...others] : others),
  };
}

async function count(tx: Tx, { key, free }: Counter, nowMs: number): Promise<void> {
  const last_at = new Date(nowMs);
  // Touched, so that it is locked; as it was.
  const row = await tx
    .insertInto('sign_in_try')
    .values({ key, tries: 0, last_at })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((update) => ({ tries: update.ref('sign_in_try.tries') })),
    )
    .returning(['tries', 'last_at'])
    .executeTakeFirstOrThrow();
  if (nowMs < row.last_at.getTime() + waitMs(row.tries, free)) throw new ProblemError(429, 'too-many-tries');
  await tx
    .updateTable('sign_in_try')
    .set({ tries: row.tries + 1, last_at })
    .where('key', '=', key)
    .execute();
}

async function countersOf(tx: Tx, exchange: Exchange, email: string, account: Known | undefined): Promise<Counter[]> {
  if (await isKnownBrowser(tx, exchange, account)) {
    return [{ key: keyOf('browser', email, exchange.cookie('browser') ?? ''), free: FREE_TRIES }];
  }
  const place = exchange.address.includes(':') ? ipKeyGenerator(exchange.address) : exchange.address;
  return [
    { key: keyOf('place', email, place), free: FREE_TRIES },
    { key: keyOf('all', email), free: FREE_TRIES_OF_ALL },
  ];
}

function keyOf(...parts: readonly string[]): Buffer {
  return createHash('sha256').update(parts.join('\n')).digest();
}
