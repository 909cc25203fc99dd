import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityFile, readIdentity } from '@plumbline/infra/backup/keys.mjs';
import { loadDatabase, loadFiles, masterKeyIn, readManifest } from '@plumbline/infra/backup/load.mjs';
import { makeBackup } from '@plumbline/infra/backup/make-backup.mjs';
import { withScratchDatabase } from '@plumbline/infra/backup/scratch.mjs';
import { orderByArrows } from '@plumbline/infra/backup/tables.mjs';
import { createFolderStore } from '@plumbline/server/files/file-store.ts';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeOpenVisit } from './open-visit.ts';
import { type Stand, startStand } from './stand.ts';

const silent = () => {};

let stand: Stand;
let visit: Awaited<ReturnType<typeof makeOpenVisit>>;
let folder = '';
let place: { databaseUrl: string; dataDir: string };

beforeAll(async () => {
  stand = await startStand();
  visit = await makeOpenVisit(stand);
  folder = await mkdtemp(join(tmpdir(), 'plumbline-backup-'));
  place = { databaseUrl: stand.databaseUrl, dataDir: stand.folder };
});
afterAll(async () => {
  await stand?.close();
  await rm(folder, { recursive: true, force: true });
});

async function rowsOf(connectionString: string, table: string): Promise<string[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query(`SELECT to_jsonb(t)::text AS row FROM ${table} AS t ORDER BY 1`);
    return rows.map(({ row }) => row as string);
  } finally {
    await client.end();
  }
}

async function archiveOf(name: string) {
  const file = join(folder, name);
  const made = await makeBackup(place, { file, verify: true }, silent);
  return { made, archive: { file, identity: await readIdentity(identityFile(stand.folder)) } };
}

describe('a backup made while the clinic works', () => {
  test('is verified by restoring it, and gives back every row, file and key', async () => {
    const track = randomBytes(50_000);
    await createFolderStore(join(stand.folder, 'files')).put('tracks/a/b', track);
    const before = await Promise.all(['event', 'patient', 'audit_entry'].map((one) => rowsOf(place.databaseUrl, one)));
    // Somebody presses STOP meanwhile: it is in it wholly or not at all.
    const [{ made, archive }] = await Promise.all([
      archiveOf('whole.age'),
      visit.anaTells(visit.anas('stop.pressed', {})),
    ]);
    expect(made.verified).toMatchObject({ clinics: 1, patients: 1 });
    const manifest = await readManifest(archive, silent);
    expect(await masterKeyIn(archive)).toEqual(
      Buffer.from((await readFile(join(stand.folder, 'keys', 'master.key'), 'utf8')).trim(), 'hex'),
    );
    await withScratchDatabase(place.databaseUrl, async (url) => {
      await loadDatabase(archive, manifest, url, silent);
      expect(await rowsOf(url, 'patient')).toEqual(before[1]);
      const events = await rowsOf(url, 'event');
      expect(events.filter((row) => !before[0]?.includes(row)).length).toBeLessThanOrEqual(1);
      expect(before[0]?.filter((row) => !events.includes(row))).toEqual([]);
      expect((await rowsOf(url, 'audit_entry')).length).toBeGreaterThanOrEqual(before[2]?.length ?? 0);
    });
    const other = join(folder, 'other');
    await loadFiles(archive, other, silent);
    expect(await readFile(join(other, 'files', 'tracks', 'a', 'b'))).toEqual(track);
  });

  test('holds nothing that can be read without its identity', async () => {
    const { archive } = await archiveOf('sealed.age');
    const bytes = await readFile(archive.file);
    expect(bytes.includes(Buffer.from('Hill Road'))).toBe(false);
    await expect(
      readManifest({ ...archive, identity: await readIdentity(identityFile(await otherFolder())) }, silent),
    ).rejects.toThrow('does not open with this identity');
  });

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1_000)],
    ['changed in one byte', (bytes: Buffer) => flipped(bytes, bytes.length - 2_000)],
  ])('that was %s is refused before anything is touched', async (_what, spoil) => {
    const { archive } = await archiveOf('spoilt.age');
    await writeFile(archive.file, spoil(await readFile(archive.file)));
    await expect(readManifest(archive, silent)).rejects.toThrow('is not whole, or it was changed');
  });
});

test('tables are filled after the ones they point to', () => {
  const arrows = [
    { source: 'visit', target: 'patient' },
    { source: 'patient', target: 'clinic' },
  ];
  expect(orderByArrows(['visit', 'patient', 'clinic'], arrows)).toEqual(['clinic', 'patient', 'visit']);
});

async function otherFolder(): Promise<string> {
  const { backupKeys } = await import('@plumbline/infra/backup/keys.mjs');
  const other = join(folder, 'stranger');
  await backupKeys(other);
  return other;
}

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}
