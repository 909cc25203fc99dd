// @ts-check
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { troubleWithDatabase } from '../installation/database-trouble.mjs';
import { endLiving } from '../start/living.mjs';
import { installPackages } from '../start/prepare.mjs';
import { plainLine, Trouble } from '../start/trouble.mjs';
import { createTeller } from './teller.mjs';

const usage = `Backs the installation up into one encrypted file, while it runs.

  npm run backup [-- --to FILE] [--no-verify]

  --to FILE      where to (DATA_DIR/backups/plumbline-<time>.tar.gz.age)
  --no-verify    does not restore it into a scratch database to see that it can be

The file holds the database as it was at one moment, the files and the master key. Only the identity in
DATA_DIR/keys/backup.identity opens it: keep a copy of that elsewhere. With BACKUP_RECIPIENT=age1… another's does.`;

const { say, tell } = createTeller();

async function main() {
  const options = read();
  if (options.help) return say(usage);
  await installPackages(say);
  // The services are TypeScript; what has been loaded stays the same module.
  const { register } = await import('tsx/esm/api');
  register();
  const { openInstallation } = await import('../installation/installation.mjs');
  const { makeBackup } = await import('./make-backup.mjs');
  const installation = await openInstallation(say);
  try {
    const time = new Date().toISOString().replace(/[:.]/g, '-').slice(0, 19);
    const file = resolve(options.to ?? join(installation.dataDir, 'backups', `plumbline-${time}.tar.gz.age`));
    const { bytes, rows, files, verified, why } = await makeBackup(
      installation,
      { file, verify: options.verify },
      tell,
    );
    console.log(`${file}: ${rows} rows and ${files} files, ${(bytes / 1e6).toFixed(1)} MB.`);
    if (verified)
      console.log(
        `Restored for a test: ${verified.clinics} clinics, ${verified.patients} patients, ${verified.auditEntries} audit entries, all as they were.`,
      );
    else console.log(`Not verified: ${why}.`);
    if (!process.env.BACKUP_RECIPIENT)
      console.log(
        `Keep a copy of ${join(installation.dataDir, 'keys', 'backup.identity')} elsewhere: nothing else opens it.`,
      );
  } finally {
    await installation.close();
  }
}

function read() {
  try {
    const { values } = parseArgs({
      options: { to: { type: 'string' }, 'no-verify': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
    return { to: values.to ?? null, verify: !values['no-verify'], help: values.help ?? false };
  } catch (error) {
    throw new Trouble(
      /** @type {Error} */ (error).message.split(/\.\s/)[0] ?? '',
      'npm run backup -- --help tells more.',
    );
  }
}

main().catch(async (error) => {
  await endLiving();
  say(`backup: ${plainLine(troubleWithDatabase(error))}`);
  process.exit(1);
});
