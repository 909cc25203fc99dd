import type { Actor } from '@plumbline/shared/people';
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { describeError, type Log } from '../log.ts';
import type { Tables } from './tables.ts';

export type Tx = Transaction<Tables>;

/** A transaction that sees one clinic, and who it acts for. Every store function takes one. */
export interface Scope {
  tx: Tx;
  clinicId: string;
  actor: Actor;
}

/**
 * Does one step of a transaction as the software in another clinic: what care passed between two clinics changes in the
 * other one. The rule that allows it has been asked before.
 */
export async function inOtherClinic<T>(scope: Scope, clinicId: string, work: (other: Scope) => Promise<T>): Promise<T> {
  const { tx } = scope;
  const enter = (id: string) => sql`SELECT set_config('app.clinic_id', ${id}, true)`.execute(tx);
  await enter(clinicId);
  const result = await work({ tx, clinicId, actor: { kind: 'system', clinicId } });
  // After an error the transaction is over, and the setting with it.
  await enter(scope.clinicId);
  return result;
}

export interface Database {
  /** Runs `work` in a transaction that sees the rows of the actor's clinic only (row-level security). */
  withActor<T>(actor: Exclude<Actor, { kind: 'anonymous' }>, work: (scope: Scope) => Promise<T>): Promise<T>;
  /** Runs `work` across clinics: looking up a credential, a webhook, a migration. Nothing that serves a page's data. */
  withSystem<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens a pool of connections. A connection that breaks while idle is replaced; it does not end the process. */
export function openDatabase(url: string, log: Log): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: 12,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
  });
  pool.on('error', (error) => log.warn({ error: describeError(error) }, 'an idle database connection broke'));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });

  function scoped<T>(settings: { clinicId: string; scope: string }, work: (tx: Tx) => Promise<T>): Promise<T> {
    return db.transaction().execute(async (tx) => {
      await sql`SELECT set_config('app.clinic_id', ${settings.clinicId}, true), set_config('app.scope', ${settings.scope}, true), set_config('role', 'plumbline_app', true)`.execute(
        tx,
      );
      return work(tx);
    });
  }

  return {
    withActor: (actor, work) =>
      scoped({ clinicId: actor.clinicId, scope: '' }, (tx) => work({ tx, clinicId: actor.clinicId, actor })),
    withSystem: (work) => scoped({ clinicId: '', scope: 'system' }, work),
    isReady: () =>
      sql`SELECT 1`.execute(db).then(
        () => true,
        () => false,
      ),
    close: () => db.destroy(),
  };
}
