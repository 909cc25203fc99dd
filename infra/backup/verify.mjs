// @ts-check
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyAudit } from '../../server/src/audit/index.ts';
import { open } from '../../server/src/crypto/seal.ts';
import { openDatabase } from '../../server/src/database/database.ts';
import { createLog } from '../../server/src/log.ts';
import { Trouble } from '../start/trouble.mjs';

/**
 * Whether a restored database is what it was: every clinic's audit chain is whole, and the master key opens every
 * patient's key. Throws a Trouble that says what is not.
 * @param {string} databaseUrl @param {Buffer} masterKey
 * @returns {Promise<{ clinics: number, patients: number, auditEntries: number }>}
 */
export async function verifyRestored(databaseUrl, masterKey) {
  const db = openDatabase(databaseUrl, createLog('silent'));
  try {
    return await db.withSystem(async (tx) => {
      const clinics = await tx.selectFrom('clinic').select('id').execute();
      let auditEntries = 0;
      for (const { id } of clinics) {
        const verdict = await verifyAudit(tx, id);
        if (!verdict.whole)
          throw new Trouble(
            `The audit log of a clinic is ${verdict.why} from entry ${verdict.seq} on.`,
            'It was so when the backup was made: npm run audit:verify tells more.',
          );
        auditEntries += verdict.entries;
      }
      const keys = await tx.selectFrom('patient_key').select(['patient_id', 'wrapped_key']).execute();
      for (const { patient_id, wrapped_key } of keys) {
        try {
          open(masterKey, wrapped_key, `patient-key ${patient_id}`);
        } catch {
          throw new Trouble(
            'The master key does not open the patients’ keys.',
            'It is the key of another installation.',
          );
        }
      }
      return { clinics: clinics.length, patients: keys.length, auditEntries };
    });
  } finally {
    await db.close();
  }
}

/** The key of an installation: of the environment, else of its folder. @param {string} dataDir @returns {Promise<Buffer>} */
export async function masterKeyOf(dataDir) {
  const { PLUMBLINE_MASTER_KEY: given } = process.env;
  if (given) return Buffer.from(given, 'hex');
  const text = await readFile(join(dataDir, 'keys', 'master.key'), 'utf8').catch(() => {
    throw new Trouble(
      'The backup holds no master key.',
      'Set PLUMBLINE_MASTER_KEY as it was when the backup was made.',
    );
  });
  return Buffer.from(text.trim(), 'hex');
}
