// @ts-check
import { troubleWithDatabase } from '../installation/database-trouble.mjs';
import { dataFolder } from '../start/folders.mjs';
import { endLiving } from '../start/living.mjs';
import { findLauncher } from '../start/lock.mjs';
import { installPackages } from '../start/prepare.mjs';
import { plainLine, Trouble } from '../start/trouble.mjs';

const say = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`);

async function main() {
  if (process.env.PLUMBLINE_MASTER_KEY)
    throw new Trouble(
      'The master key is one of the environment.',
      'Unset PLUMBLINE_MASTER_KEY, put it into DATA_DIR/keys/master.key, rotate, and take the new one from there.',
    );
  const pid = await findLauncher(dataFolder());
  if (pid !== null)
    throw new Trouble(`Plumbline runs from ${dataFolder()} (process ${pid}).`, 'Stop it first: it holds the old key.');
  await installPackages(say);
  const { register } = await import('tsx/esm/api');
  register();
  const { openInstallation } = await import('../installation/installation.mjs');
  const { rotateMasterKey } = await import('./rotate.mjs');
  const installation = await openInstallation(say);
  try {
    const { sealed } = await rotateMasterKey(installation);
    console.log(
      `There is another master key, and ${sealed} keys stand under it now. Make a backup; then delete master.key.former.`,
    );
  } finally {
    await installation.close();
  }
}

main().catch(async (error) => {
  await endLiving();
  say(`keys:rotate: ${plainLine(troubleWithDatabase(error))}`);
  process.exit(1);
});
