// @ts-check
import { existsSync } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { startPostgres } from '../postgres/run.mjs';
import { findLauncher, takeFolder } from '../start/lock.mjs';
import { Trouble } from '../start/trouble.mjs';
import { loadDatabase, loadFiles, masterKeyIn, readManifest } from './load.mjs';
import { onServer } from './scratch.mjs';
import { masterKeyOf, verifyRestored } from './verify.mjs';

const DATABASE = 'plumbline';

/**
 * Restores an archive into an installation that does not run. What is there is only replaced when `replace` says so, and
 * then kept beside it: the database under another name, the key in another file. Nothing is touched before the archive
 * has been read to its end.
 * @param {{ dataDir: string, databaseUrl: string | null }} place `databaseUrl` where the database is not our own
 * @param {{ archive: import('./load.mjs').Archive, replace: boolean }} wanted @param {(line: string) => void} say
 * @returns {Promise<{ madeAt: string, rows: number, files: number, kept: readonly string[], verified: { clinics: number, patients: number, auditEntries: number } }>}
 */
export async function restoreInstallation({ dataDir, databaseUrl }, { archive, replace }, say) {
  const pid = await findLauncher(dataDir);
  if (pid !== null) throw new Trouble(`Plumbline runs from ${dataDir} (process ${pid}).`, 'Stop it first.');
  const manifest = await readManifest(archive, say);
  const masterKey = (await masterKeyIn(archive)) ?? (await masterKeyOf(dataDir));
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const fill = async (/** @type {string} */ url) => {
    await loadDatabase(archive, manifest, url, say);
    return verifyRestored(url, masterKey);
  };
  const { verified, kept } = databaseUrl
    ? { verified: await intoEmpty(databaseUrl, fill), kept: [] }
    : await intoOwn(dataDir, { fill, replace, time }, say);
  const movedKey = await moveOtherKey(dataDir, masterKey, time);
  await loadFiles(archive, dataDir, say);
  return {
    madeAt: manifest.madeAt,
    rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    files: manifest.files,
    kept: [...kept, ...movedKey],
    verified,
  };
}

/** @template T @param {string} url @param {(url: string) => Promise<T>} fill */
async function intoEmpty(url, fill) {
  const used = await onServer(url, async (client) => {
    const { rows } = await client.query("SELECT 1 FROM pg_tables WHERE schemaname = 'public' LIMIT 1");
    return rows.length > 0;
  });
  if (used) throw new Trouble('The database of DATABASE_URL is not empty.', 'Make an empty one, and name that.');
  return fill(url);
}

/**
 * @template T @param {string} dataDir
 * @param {{ fill: (url: string) => Promise<T>, replace: boolean, time: string }} wanted @param {(line: string) => void} say
 */
async function intoOwn(dataDir, { fill, replace, time }, say) {
  const release = await takeFolder(dataDir, say);
  say('starting the database');
  const postgres = await startPostgres({ dataDir });
  try {
    const before = `${DATABASE}_before_${time}`;
    const holds = await holdsClinic(postgres.url('postgres'), postgres.url(DATABASE));
    if (holds && !replace)
      throw new Trouble(
        `The installation in ${dataDir} has a clinic already.`,
        'Restore into another DATA_DIR, or say --replace: what is there is then kept under another name.',
      );
    const fresh = `${DATABASE}_restored_${time}`;
    await postgres.createDatabase(fresh);
    const verified = await fill(postgres.url(fresh));
    await onServer(postgres.url('postgres'), async (client) => {
      const { rows } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
      if (rows.length > 0) await client.query(`ALTER DATABASE ${DATABASE} RENAME TO ${before}`);
      await client.query(`ALTER DATABASE ${fresh} RENAME TO ${DATABASE}`);
    });
    return { verified, kept: holds ? [`database ${before}`] : [] };
  } finally {
    await postgres.stop();
    release();
  }
}

/** @param {string} serverUrl @param {string} databaseUrl */
async function holdsClinic(serverUrl, databaseUrl) {
  const there = await onServer(serverUrl, (client) =>
    client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]),
  );
  if (there.rows.length === 0) return false;
  return onServer(databaseUrl, async (client) => {
    const { rows } = await client.query("SELECT to_regclass('public.clinic') AS found");
    if (rows[0].found === null) return false;
    return (await client.query('SELECT 1 FROM clinic LIMIT 1')).rows.length > 0;
  });
}

/** A key of another installation stays, under another name. @param {string} dataDir @param {Buffer} key @param {string} time */
async function moveOtherKey(dataDir, key, time) {
  const file = join(dataDir, 'keys', 'master.key');
  if (!existsSync(file) || process.env.PLUMBLINE_MASTER_KEY) return [];
  if ((await readFile(file, 'utf8')).trim() === key.toString('hex')) return [];
  const moved = `${file}.before-${time}`;
  await rename(file, moved);
  return [moved];
}
