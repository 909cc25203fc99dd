// @ts-check
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrate, migrationNames } from '../../server/src/database/migrate.ts';
import { createLog } from '../../server/src/log.ts';
import { Trouble } from '../start/trouble.mjs';
import { readArchive } from './archive.mjs';
import { FORMAT } from './dump.mjs';
import { tablesInOrder } from './tables.mjs';

/** @typedef {import('./dump.mjs').Manifest} Manifest */
/** @typedef {{ file: string, identity: string }} Archive */

const FILE_NAME = /^files\/[a-z0-9-]+(\/[a-z0-9-]+)*$/;

/** The archive's manifest. Reads all of it: a file that was cut or changed is told of here, before anything is touched. @param {Archive} archive @param {(line: string) => void} say @returns {Promise<Manifest>} */
export async function readManifest({ file, identity }, say) {
  let manifest = null;
  let entries = 0;
  for await (const { name, bytes } of readArchive(file, identity)) {
    entries += 1;
    if (entries % 200 === 0) say(`reading: ${entries} pieces`);
    if (name === 'manifest.json') manifest = /** @type {Manifest} */ (JSON.parse(bytes.toString()));
  }
  if (!manifest) throw new Trouble(`${file} is not a whole backup.`, 'Take another one.');
  if (manifest.format !== FORMAT) throw newer(file);
  const known = await migrationNames();
  if (manifest.migrations.some((name, i) => known[i] !== name)) throw newer(file);
  return manifest;
}

/** @param {string} file */
function newer(file) {
  return new Trouble(`${file} was made by a later version.`, 'Restore it with that version, or with one after it.');
}

/**
 * Fills an empty database from an archive: the tables as they were then, the rows, and then what later versions changed.
 * Throws where a count is not the one that was written down.
 * @param {Archive} archive @param {Manifest} manifest @param {string} databaseUrl @param {(line: string) => void} say
 */
export async function loadDatabase({ file, identity }, manifest, databaseUrl, say) {
  const log = createLog('silent');
  await migrate(databaseUrl, log, { count: manifest.migrations.length });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await fillTables(client, { file, identity }, manifest, say);
    await client.query('COMMIT');
    await assertCounts(client, manifest);
  } finally {
    await client.end();
  }
  await migrate(databaseUrl, log);
}

/** @param {import('pg').Client} client @param {Archive} archive @param {Manifest} manifest @param {(line: string) => void} say */
async function fillTables(client, { file, identity }, manifest, say) {
  const into = new Map(manifest.tables.map((table) => [table.name, table.into]));
  let at = { name: '', stream: /** @type {import('pg-copy-streams').CopyStreamQuery | null} */ (null) };
  const end = async () => {
    at.stream?.end();
    if (at.stream) await finished(at.stream);
  };
  for await (const { name, bytes } of readArchive(file, identity)) {
    const table = /^database\/([^/]+)\//.exec(name)?.[1];
    if (!table) continue;
    if (at.name !== table) {
      await end();
      const target = into.get(table);
      if (!target) throw new Trouble(`${file} holds a table that its manifest does not name.`, 'Take another backup.');
      say(`table ${table}`);
      at = { name: table, stream: client.query(copyFrom(`COPY ${target} FROM STDIN`)) };
    }
    if (at.stream && !at.stream.write(bytes)) await once(at.stream, 'drain');
  }
  await end();
}

/** @param {import('pg').Client} client @param {Manifest} manifest */
async function assertCounts(client, { tables }) {
  const here = await tablesInOrder(client);
  for (const { name, rows: expected } of tables) {
    const from = here.find((table) => table.name === name)?.from;
    const { rows } = await client.query(`SELECT count(*)::int AS count FROM ${from} AS rows`);
    if (rows[0].count !== expected) {
      throw new Trouble(
        `The table ${name} has ${rows[0].count} rows after restoring; it had ${expected}.`,
        'Take another backup.',
      );
    }
  }
}

/** The master key in an archive; null where it was of the environment. @param {Archive} archive @returns {Promise<Buffer | null>} */
export async function masterKeyIn({ file, identity }) {
  for await (const { name, bytes } of readArchive(file, identity)) {
    if (name === 'keys/master.key') return Buffer.from(bytes.toString().trim(), 'hex');
  }
  return null;
}

/** Puts an archive's files, keys and anchors into a data folder. @param {Archive} archive @param {string} dataDir @param {(line: string) => void} say */
export async function loadFiles({ file, identity }, dataDir, say) {
  let files = 0;
  for await (const { name, bytes } of readArchive(file, identity)) {
    if (FILE_NAME.test(name)) {
      files += 1;
      if (files % 200 === 0) say(`files: ${files}`);
      await writeWhole(join(dataDir, name), bytes);
    }
    if (name === 'keys/master.key') await writeWhole(join(dataDir, 'keys', 'master.key'), bytes);
    if (name === 'audit-anchors.jsonl') await writeWhole(join(dataDir, 'audit-anchors.jsonl'), bytes);
  }
}

/** @param {string} path @param {Buffer} bytes */
async function writeWhole(path, bytes) {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const part = `${path}.${createHash('sha256').update(path).digest('hex').slice(0, 8)}.part`;
  await writeFile(part, bytes, { mode: 0o600 });
  await rename(part, path);
}
