import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { obtainLiveKit } from '@plumbline/infra/livekit/obtain.mjs';
import { packPoseModels } from '@plumbline/infra/model/pack.mjs';
import { startPostgres } from '@plumbline/infra/postgres/run.mjs';
import { migrate } from '@plumbline/server/database/migrate.ts';
import { createLog } from '@plumbline/server/log.ts';
import type { TestProject } from 'vitest/node';

/** What the tests share: one real PostgreSQL with a migrated template, and where LiveKit's program is. */
export interface Ground {
  databaseUrl: string;
  livekitBinary: string;
  poseModelDir: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    ground: Ground;
  }
}

export const TEMPLATE = 'plumbline_template';

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-integration-'));
  const postgres = await startPostgres({ dataDir: folder });
  await postgres.createDatabase(TEMPLATE);
  await migrate(postgres.url(TEMPLATE), createLog('silent'));
  const [{ binary }, { dir }] = await Promise.all([obtainLiveKit(), packPoseModels()]);
  project.provide('ground', { databaseUrl: postgres.url('postgres'), livekitBinary: binary, poseModelDir: dir });
  return async () => {
    await postgres.destroy();
    await rm(folder, { recursive: true, force: true });
  };
}
