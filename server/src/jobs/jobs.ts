import { CompiledQuery } from 'kysely';
import pg from 'pg';
import PgBoss from 'pg-boss';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import type { AppContext } from '../app-context.ts';
import type { Tx } from '../database/database.ts';
import { describeError, type Log } from '../log.ts';
import type { Job } from './job.ts';

/** Work for later, kept in the database: it survives a restart, and any server process may do it. */
export interface Jobs {
  /** In the scope's transaction: without its commit there is no job. The same `id` again is the same job. */
  enqueue<S extends z.ZodType>(
    /** Without a clinic: once in every clinic. */
    scope: { tx: Tx; clinicId: string | null },
    job: Job<S>,
    data: z.infer<S>,
    options?: { id?: string; startAfter?: Date },
  ): Promise<void>;
  /** Begins to work. */
  start(app: AppContext, jobs: readonly Job[]): Promise<void>;
  /** Lets work under way end. */
  stop(): Promise<void>;
}

const SCHEMA = 'pgboss';
const QUEUE = 'work';
/** Tried again after about 1, 2, 4 … minutes: a mail server may be away for half a day. */
const RETRIES = { retryLimit: 9, retryDelay: 60, retryBackoff: true } as const;
const WORKERS = 2;
const POLL_SECONDS = 2;
const STOP_MS = 5_000;

const task = z.strictObject({ name: z.string(), clinicId: z.uuid().nullable(), data: z.unknown() });
type Task = z.infer<typeof task>;

/** Makes the queue's own tables; the app may add to them, and no more. Runs with the migrations. */
export async function migrateQueue(databaseUrl: string, log: Log): Promise<void> {
  const boss = new PgBoss({ connectionString: databaseUrl, schema: SCHEMA, max: 1, supervise: false, schedule: false });
  boss.on('error', (error) => log.warn({ err: error }, 'the queue'));
  await boss.start();
  await boss.createQueue(QUEUE, { name: QUEUE, ...RETRIES, expireInHours: 1 });
  await boss.stop({ graceful: false, wait: true });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `GRANT USAGE ON SCHEMA ${SCHEMA} TO plumbline_app;
       GRANT SELECT ON ${SCHEMA}.queue TO plumbline_app;
       GRANT SELECT, INSERT ON ${SCHEMA}.job TO plumbline_app`,
    );
  } finally {
    await client.end();
  }
}

/** pg-boss 10 in the clinic's own database. */
export function createJobs(databaseUrl: string, log: Log): Jobs {
  const boss = new PgBoss({ connectionString: databaseUrl, schema: SCHEMA, max: 3, migrate: false });
  boss.on('error', (error) => log.warn({ err: error }, 'the queue'));
  let started = false;
  return {
    async enqueue({ tx, clinicId }, job, data, { id = uuid(), startAfter } = {}) {
      const asked: Task = { name: job.name, clinicId, data: job.data.parse(data) };
      await boss.send({
        name: QUEUE,
        data: asked,
        options: { id, ...(startAfter ? { startAfter } : {}), db: within(tx) },
      });
    },
    async start(app, jobs) {
      await boss.start();
      started = true;
      const byName = new Map(jobs.map((job) => [job.name, job]));
      for (const { name, every } of jobs) {
        if (every) await boss.schedule(QUEUE, every, { name, clinicId: null, data: {} } satisfies Task, { tz: 'UTC' });
      }
      for (let i = 0; i < WORKERS; i++) {
        await boss.work<Task>(QUEUE, { pollingIntervalSeconds: POLL_SECONDS, batchSize: 1 }, async ([one]) => {
          if (!one) return;
          await runTask(app, byName, one.id, one.data).catch((error: unknown) => {
            log.error({ err: error, job: one.data.name }, 'a job failed and is tried again');
            // The queue stores what is thrown: no values.
            throw new Error(String(describeError(error).type));
          });
        });
      }
    },
    async stop() {
      if (started) await boss.stop({ graceful: true, wait: true, timeout: STOP_MS });
    },
  };
}

/** Does one task once. One without a clinic is handed on to every clinic, as a task of its own. */
async function runTask(app: AppContext, jobs: ReadonlyMap<string, Job>, id: string, raw: unknown): Promise<void> {
  const { name, clinicId, data } = task.parse(raw);
  const job = jobs.get(name);
  if (!job) throw new Error('unknown-job');
  if (clinicId === null) {
    await app.db.withSystem(async (tx) => {
      const clinics = await tx.selectFrom('clinic').select('id').execute();
      for (const clinic of clinics) await app.jobs.enqueue({ tx, clinicId: clinic.id }, job, data);
    });
    return;
  }
  await app.db.withActor({ kind: 'system', clinicId }, async (scope) => {
    const fresh = await scope.tx
      .insertInto('job_effect')
      .values({ clinic_id: clinicId, job_id: id })
      .onConflict((conflict) => conflict.doNothing())
      .returning('job_id')
      .executeTakeFirst();
    if (fresh) await job.handler(job.data.parse(data), scope, app);
  });
}

function within(tx: Tx): PgBoss.Db {
  return {
    async executeSql(text, values) {
      const { rows } = await tx.executeQuery(CompiledQuery.raw(text, values));
      return { rows };
    },
  };
}
