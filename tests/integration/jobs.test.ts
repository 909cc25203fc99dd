import { openDatabase } from '@plumbline/server/database/database.ts';
import { createJobs, defineJob, type Job } from '@plumbline/server/jobs/index.ts';
import { createLog } from '@plumbline/server/log.ts';
import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { makeVisit, type Stand, startStand } from './stand.ts';

const log = createLog('silent');
const SOON = { timeout: 15_000, interval: 50 };

let stand: Stand;
let clinicId = '';
const opened: { stop(): Promise<void> }[] = [];

beforeEach(async () => {
  stand = await startStand();
  clinicId = (await makeVisit(stand)).me.clinicId;
  // The queue is worked on by the test alone.
  await stand.server.apps[0]?.jobs.stop();
});
afterEach(async () => {
  for (const one of opened.splice(0)) await one.stop();
  await stand?.close();
});

/** One more server process that works on the queue. */
async function startWorker(jobs: readonly Job[]) {
  const app = stand.server.apps[0];
  if (!app) throw new Error('no app');
  const db = openDatabase(stand.databaseUrl, log);
  const own = { ...app, db, jobs: createJobs(stand.databaseUrl, log) };
  await own.jobs.start(own, jobs);
  const stop = async () => {
    await own.jobs.stop();
    await db.close();
  };
  opened.push({ stop });
  return own;
}

function renaming(handler?: (name: string) => Promise<void>) {
  return defineJob({
    name: 'test.rename',
    data: z.strictObject({ name: z.string() }),
    async handler({ name }, { tx, clinicId: id }) {
      await tx.updateTable('clinic').set({ name }).where('id', '=', id).execute();
      await handler?.(name);
    },
  });
}

const clinicName = async () => (await stand.rows<{ name: string }>('SELECT name FROM clinic'))[0]?.name;

function ask(job: ReturnType<typeof renaming>, name: string, options?: { id?: string; startAfter?: Date }) {
  const app = stand.server.apps[0];
  return app?.db.withActor({ kind: 'system', clinicId }, (scope) => app.jobs.enqueue(scope, job, { name }, options));
}

test('work asked for while nobody was there to do it is done once there is', async () => {
  const job = renaming();
  await ask(job, 'Later');
  await startWorker([job]);
  await vi.waitFor(async () => expect(await clinicName()).toBe('Later'), SOON);
});

test('a transaction that is taken back asks for nothing', async () => {
  const app = stand.server.apps[0];
  const job = renaming();
  const takenBack = app?.db.withActor({ kind: 'system', clinicId }, async (scope) => {
    await app.jobs.enqueue(scope, job, { name: 'Never' });
    throw new Error('taken back');
  });
  await expect(takenBack).rejects.toThrow('taken back');
  expect(await stand.rows('SELECT data FROM pgboss.job')).toEqual([]);
});

test('the same work asked for twice is done once, by two processes at once, too', async () => {
  const done: string[] = [];
  const job = renaming(async (name) => void done.push(name));
  const id = uuid();
  await ask(job, 'Once', { id });
  await ask(job, 'Once', { id });
  await startWorker([job]);
  await startWorker([job]);
  await vi.waitFor(async () => expect(await clinicName()).toBe('Once'), SOON);
  await ask(job, 'Twice');
  await vi.waitFor(async () => expect(await clinicName()).toBe('Twice'), SOON);
  expect(done).toEqual(['Once', 'Twice']);
});

test('work that fails half-way leaves nothing behind and is tried again, without a value in the queue', async () => {
  const job = renaming(async () => {
    throw new Error('Ana Ruiz has a sore shoulder');
  });
  await ask(job, 'Half');
  await startWorker([job]);
  await vi.waitFor(async () => {
    const rows = await stand.rows<{ state: string; output: unknown }>('SELECT state, output FROM pgboss.job');
    expect(rows).toMatchObject([{ state: 'retry' }]);
    expect(JSON.stringify(rows)).not.toContain('Ana');
  }, SOON);
  expect(await clinicName()).toBe('Hill Road');
  expect(await stand.rows('SELECT * FROM job_effect')).toEqual([]);
});

test('work for a later time waits for it', async () => {
  const job = renaming();
  await ask(job, 'Tomorrow', { startAfter: new Date(Date.now() + 86_400_000) });
  await ask(job, 'Now');
  await startWorker([job]);
  await vi.waitFor(async () => expect(await clinicName()).toBe('Now'), SOON);
  expect(await stand.rows("SELECT state FROM pgboss.job WHERE state = 'created'")).toHaveLength(1);
});
