// @ts-check
import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMasterKey, sealAnew } from '../../server/src/crypto/master-sealed.ts';
import { createKey } from '../../server/src/crypto/seal.ts';
import { openDatabase } from '../../server/src/database/database.ts';
import { createLog } from '../../server/src/log.ts';
import { Trouble } from '../start/trouble.mjs';

/**
 * Gives an installation another master key: everything that stood under the old one is sealed anew in one transaction.
 * The new key is on the disk before that, as `master.key.next`; cut short at any moment, the next run finds out which
 * key holds and ends what was begun. The former key stays as `master.key.former` for older backups.
 * @param {{ databaseUrl: string, dataDir: string }} place
 * @returns {Promise<{ sealed: number }>}
 */
export async function rotateMasterKey({ databaseUrl, dataDir }) {
  const file = join(dataDir, 'keys', 'master.key');
  const next = `${file}.next`;
  if (!existsSync(file) && existsSync(next)) {
    await rename(next, file); // cut short between the two renamings below
    return { sealed: 0 };
  }
  const former = keyOf(await readFile(file, 'utf8'));
  const isBegun = existsSync(next);
  if (!isBegun) await writeFile(next, `${createKey().toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  const fresh = keyOf(await readFile(next, 'utf8'));
  const db = openDatabase(databaseUrl, createLog('silent'));
  try {
    const sealed = await db.withSystem(async (tx) => {
      if (await isMasterKey(tx, former)) return sealAnew(tx, former, fresh);
      if (isBegun && (await isMasterKey(tx, fresh))) return 0; // sealed before it was cut short
      if (!isBegun) await rm(next);
      throw new Trouble('Neither key opens this database.', `Put the right one into ${file}; nothing was changed.`);
    });
    await rename(file, `${file}.former`);
    await rename(next, file);
    return { sealed };
  } finally {
    await db.close();
  }
}

/** @param {string} text */
function keyOf(text) {
  return Buffer.from(text.trim(), 'hex');
}
