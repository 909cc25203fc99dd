// @ts-check
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { keptSecret } from '../start/secret.mjs';
import { Trouble } from '../start/trouble.mjs';

/** Where the identity that opens this installation's backups is kept, unless BACKUP_RECIPIENT names another's. @param {string} dataDir */
export function identityFile(dataDir) {
  return join(dataDir, 'keys', 'backup.identity');
}

/**
 * Who can open the backups: the public key in BACKUP_RECIPIENT (`age1…`, whose identity is kept elsewhere: this machine
 * then cannot open its own backups), else an identity of this installation, made at the first backup.
 * @param {string} dataDir
 * @returns {Promise<{ recipient: string, identity: string | null }>}
 */
export async function backupKeys(dataDir) {
  const { BACKUP_RECIPIENT: given } = process.env;
  if (given) {
    if (!/^age1[0-9a-z]{20,}$/.test(given))
      throw new Trouble('BACKUP_RECIPIENT is no public key of age.', 'It begins with age1; age-keygen makes one.');
    return { recipient: given, identity: null };
  }
  const fresh = await generateX25519Identity();
  const identity = identityOf(await keptSecret(identityFile(dataDir), () => fresh));
  return { recipient: await identityToRecipient(identity), identity };
}

/** The identity in a file. @param {string} file @returns {Promise<string>} */
export async function readIdentity(file) {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Trouble(
      `There is no identity in ${file}.`,
      'Name the file that was kept for this backup with --identity FILE.',
    );
  });
  return identityOf(text);
}

/** @param {string} text a file of age: comments, and one secret key */
function identityOf(text) {
  const line = text
    .split('\n')
    .map((one) => one.trim())
    .find((one) => one.startsWith('AGE-SECRET-KEY-'));
  if (!line) throw new Trouble('The identity holds no AGE-SECRET-KEY.', 'Name the right file with --identity FILE.');
  return line;
}
