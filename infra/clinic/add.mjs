// @ts-check
import { endLiving } from '../start/living.mjs';
import { installPackages } from '../start/prepare.mjs';
import { plainLine, Trouble } from '../start/trouble.mjs';

const say = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`);

const USAGE = `Prints a one-time link that adds a clinic to this installation, wholly separate from those that are there.

  npm run clinic:add

Run it where Plumbline runs, with the same DATA_DIR, DATABASE_URL, PUBLIC_URL and PORT. The link works once, within a day.`;

async function main() {
  if (process.argv.length > 2) {
    if (['-h', '--help'].includes(process.argv[2] ?? '')) return say(USAGE);
    throw new Trouble(`${process.argv[2]} is not known.`, 'It takes nothing; npm run clinic:add -- --help tells more.');
  }
  await installPackages(say);
  // The services are TypeScript.
  const { register } = await import('tsx/esm/api');
  register();
  const { openInstallation } = await import('../installation/installation.mjs');
  const installation = await openInstallation(say);
  try {
    console.log(`Set up another clinic: ${await addClinic(installation)}  (works once, within a day)`);
  } finally {
    await installation.close();
  }
}

/** @param {import('../installation/installation.mjs').Installation} installation */
async function addClinic(installation) {
  const { createClinicLink } = await import('../../server/src/people/index.ts');
  const { openServices } = await import('../installation/services.mjs');
  const app = await openServices(installation);
  try {
    return await createClinicLink(app);
  } finally {
    await app.db.close();
  }
}

main().catch(async (error) => {
  await endLiving();
  say(`clinic:add: ${plainLine(error)}`);
  process.exit(1);
});
