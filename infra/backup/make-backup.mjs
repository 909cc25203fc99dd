// @ts-check
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeArchive } from './archive.mjs';
import { dumpInstallation } from './dump.mjs';
import { backupKeys } from './keys.mjs';
import { loadDatabase, readManifest } from './load.mjs';
import { withScratchDatabase } from './scratch.mjs';
import { masterKeyOf, verifyRestored } from './verify.mjs';

/**
 * @typedef {object} Made
 * @property {string} file
 * @property {number} bytes
 * @property {number} rows
 * @property {number} files
 * @property {null | { clinics: number, patients: number, auditEntries: number }} verified null where it was not, `why` says so
 * @property {string | null} why
 */

/**
 * Backs an installation up into a file, while it runs, and restores it into a scratch database to see that it can be.
 * @param {{ databaseUrl: string, dataDir: string }} place
 * @param {{ file: string, verify: boolean }} wanted @param {(line: string) => void} say
 * @returns {Promise<Made>}
 */
export async function makeBackup(place, { file, verify }, say) {
  const { recipient, identity } = await backupKeys(place.dataDir);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  /** @type {import('./dump.mjs').Manifest | null} */
  let manifest = null;
  await writeArchive(file, recipient, async (put) => {
    manifest = await dumpInstallation(place, put, say);
  });
  const { tables, files } = /** @type {import('./dump.mjs').Manifest} */ (/** @type {unknown} */ (manifest));
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const made = { file, bytes: (await stat(file)).size, rows, files };
  if (!verify) return { ...made, verified: null, why: 'as asked' };
  if (!identity) return { ...made, verified: null, why: 'only BACKUP_RECIPIENT’s identity opens it' };
  const verified = await withScratchDatabase(place.databaseUrl, async (scratchUrl) => {
    const archive = { file, identity };
    await loadDatabase(archive, await readManifest(archive, say), scratchUrl, say);
    return verifyRestored(scratchUrl, await masterKeyOf(place.dataDir));
  });
  return { ...made, verified, why: verified ? null : 'this account may not make a scratch database' };
}
