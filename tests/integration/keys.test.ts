import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rotateMasterKey } from '@plumbline/infra/keys/rotate.mjs';
import { loadMasterKey } from '@plumbline/server/crypto/master-key.ts';
import { isMasterKey } from '@plumbline/server/crypto/master-sealed.ts';
import { openDatabase } from '@plumbline/server/database/database.ts';
import { createLog } from '@plumbline/server/log.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeVisit, type Stand, startStand } from './stand.ts';

let stand: Stand;
let place: { databaseUrl: string; dataDir: string };
let file = '';

beforeEach(async () => {
  stand = await startStand();
  await makeVisit(stand);
  place = { databaseUrl: stand.databaseUrl, dataDir: stand.folder };
  file = join(stand.folder, 'keys', 'master.key');
});
afterEach(() => stand?.close());

const keyIn = async (path: string) => Buffer.from((await readFile(path, 'utf8')).trim(), 'hex');

async function holds(key: Buffer): Promise<boolean> {
  const db = openDatabase(stand.databaseUrl, createLog('silent'));
  try {
    return await db.withSystem((tx) => isMasterKey(tx, key));
  } finally {
    await db.close();
  }
}

test('everything stands under the new key afterwards, and the former one opens nothing', async () => {
  const former = await keyIn(file);
  expect(await rotateMasterKey(place)).toEqual({ sealed: 1 });
  expect(await holds(await keyIn(file))).toBe(true);
  expect(await holds(former)).toBe(false);
  expect(await keyIn(`${file}.former`)).toEqual(former);
});

test('cut short after the database was sealed, it is ended by the next run, and no server starts between', async () => {
  const former = await keyIn(file);
  await rotateMasterKey(place);
  // As it stands on the disk when the power goes between the transaction and the renaming.
  await rename(file, `${file}.next`);
  await writeFile(file, `${former.toString('hex')}\n`, { mode: 0o600 });
  await expect(loadMasterKey(stand.folder, null)).rejects.toThrow('npm run keys:rotate');
  expect(await rotateMasterKey(place)).toEqual({ sealed: 0 });
  expect(await holds(await keyIn(file))).toBe(true);
});

test('cut short between the two renamings, it is ended by the next run', async () => {
  await rotateMasterKey(place);
  await rename(file, `${file}.next`);
  await rotateMasterKey(place);
  expect(await holds(await keyIn(file))).toBe(true);
});

test('a key of another installation changes nothing', async () => {
  const own = await readFile(file);
  await writeFile(file, `${'0'.repeat(64)}\n`);
  await expect(rotateMasterKey(place)).rejects.toThrow('Neither key opens this database');
  await writeFile(file, own);
  expect(await loadMasterKey(stand.folder, null)).toEqual(await keyIn(file));
  expect(await holds(await keyIn(file))).toBe(true);
});
