// @ts-check
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { tablesInOrder } from './tables.mjs';

/** The version of what stands in an archive. */
export const FORMAT = 1;
const CHUNK_BYTES = 4_000_000;

/**
 * @typedef {object} Manifest The last entry of an archive: without it the backup is not whole.
 * @property {number} format
 * @property {string} madeAt
 * @property {readonly string[]} migrations
 * @property {readonly { name: string, into: string, rows: number }[]} tables in the order they are filled
 * @property {number} files
 * @property {'inside' | 'environment'} masterKey
 */

/**
 * Puts the whole of an installation into an archive as it is at one moment, while it runs. `say` is told how far it is.
 * @param {{ databaseUrl: string, dataDir: string }} place
 * @param {import('./archive.mjs').Put} put
 * @param {(line: string) => void} say
 * @returns {Promise<Manifest>}
 */
export async function dumpInstallation({ databaseUrl, dataDir }, put, say) {
  const madeAt = new Date().toISOString();
  const { migrations, tables } = await dumpDatabase(databaseUrl, put, say);
  // Files are written before the row that names them, so that those of the moment are all there.
  const names = await filesUnder(join(dataDir, 'files'));
  for (const [i, name] of names.entries()) {
    if (i % 200 === 0) say(`files: ${i} of ${names.length}`);
    const bytes = await readFile(join(dataDir, 'files', name)).catch(() => null);
    if (bytes) await put(`files/${name}`, bytes); // else it was erased meanwhile
  }
  const key = process.env.PLUMBLINE_MASTER_KEY ? null : await readFile(join(dataDir, 'keys', 'master.key'));
  if (key) await put('keys/master.key', key);
  const anchors = await readFile(join(dataDir, 'audit-anchors.jsonl')).catch(() => null);
  if (anchors) await put('audit-anchors.jsonl', anchors);
  const manifest = /** @type {Manifest} */ ({
    format: FORMAT,
    madeAt,
    migrations,
    tables,
    files: names.length,
    masterKey: key ? 'inside' : 'environment',
  });
  await put('manifest.json', Buffer.from(JSON.stringify(manifest, null, 1)));
  return manifest;
}

/** @param {string} databaseUrl @param {import('./archive.mjs').Put} put @param {(line: string) => void} say */
async function dumpDatabase(databaseUrl, put, say) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await client.query('SELECT name FROM schema_migration ORDER BY run_on, id');
    const tables = [];
    const listed = await tablesInOrder(client);
    for (const [i, table] of listed.entries()) {
      say(`tables: ${i} of ${listed.length} (${table.name})`);
      tables.push({ name: table.name, into: table.into, rows: await dumpTable(client, table, put) });
    }
    await client.query('COMMIT');
    return { migrations: rows.map(({ name }) => /** @type {string} */ (name)), tables };
  } finally {
    await client.end();
  }
}

/** Pieces of a table that each end at a row's end. @param {import('pg').Client} client @param {import('./tables.mjs').Table} table @param {import('./archive.mjs').Put} put */
async function dumpTable(client, { name, from }, put) {
  const stream = client.query(copyTo(`COPY ${from} TO STDOUT`));
  /** @type {Buffer[]} */
  let held = [];
  let size = 0;
  let pieces = 0;
  const flush = async () => {
    pieces += 1;
    await put(`database/${name}/${String(pieces).padStart(6, '0')}`, Buffer.concat(held));
    held = [];
    size = 0;
  };
  for await (const chunk of stream) {
    held.push(chunk);
    size += chunk.length;
    if (size >= CHUNK_BYTES) await flush();
  }
  if (size > 0) await flush();
  return stream.rowCount;
}

/** @param {string} folder @returns {Promise<string[]>} names with slashes, oldest folder names first */
async function filesUnder(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
