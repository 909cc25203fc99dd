// @ts-check
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { troubleWithDatabase } from '../installation/database-trouble.mjs';
import { dataFolder } from '../start/folders.mjs';
import { endLiving } from '../start/living.mjs';
import { installPackages } from '../start/prepare.mjs';
import { plainLine, Trouble } from '../start/trouble.mjs';
import { createTeller } from './teller.mjs';

const usage = `Restores a backup into the installation of DATA_DIR, which must not run.

  npm run restore -- FILE [--identity FILE] [--replace]

  --identity FILE   what opens it (DATA_DIR/keys/backup.identity)
  --replace         puts it in the place of what is there, which is kept under another name

With DATABASE_URL it goes into that database, which must be empty. Nothing is touched before the file has been read to
its end; then counts, audit chain and keys are checked.`;

const { say, tell } = createTeller();

async function main() {
  const options = read();
  if (options.help) return say(usage);
  if (!options.file) throw new Trouble('Which backup?', 'npm run restore -- FILE');
  await installPackages(say);
  // The services are TypeScript; what has been loaded stays the same module.
  const { register } = await import('tsx/esm/api');
  register();
  const { restoreInstallation } = await import('./restore-installation.mjs');
  const { identityFile, readIdentity } = await import('./keys.mjs');
  const dataDir = dataFolder();
  const identity = await readIdentity(resolve(options.identity ?? identityFile(dataDir)));
  const archive = { file: resolve(options.file), identity };
  const place = { dataDir, databaseUrl: process.env.DATABASE_URL ?? null };
  const { madeAt, rows, files, kept, verified } = await restoreInstallation(
    place,
    { archive, replace: options.replace },
    tell,
  );
  console.log(`Restored ${rows} rows and ${files} files of ${madeAt} into ${dataDir}.`);
  console.log(
    `Checked: ${verified.clinics} clinics, ${verified.patients} patients, ${verified.auditEntries} audit entries, all as they were.`,
  );
  for (const one of kept) console.log(`What was there before is kept: ${one}.`);
}

function read() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        identity: { type: 'string' },
        replace: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const [file = null] = positionals;
    return { file, identity: values.identity ?? null, replace: values.replace ?? false, help: values.help ?? false };
  } catch (error) {
    throw new Trouble(
      /** @type {Error} */ (error).message.split(/\.\s/)[0] ?? '',
      'npm run restore -- --help tells more.',
    );
  }
}

main().catch(async (error) => {
  await endLiving();
  say(`restore: ${plainLine(troubleWithDatabase(error))}`);
  process.exit(1);
});
