// @ts-check

import { troubleWithDatabase } from '../installation/database-trouble.mjs';
import { endLiving } from '../start/living.mjs';
import { installPackages } from '../start/prepare.mjs';
import { plainLine, Trouble } from '../start/trouble.mjs';
import { parseArguments, usage } from './arguments.mjs';

const TOLD_EVERY_MS = 2_000;

const say = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`);

async function main() {
  const options = parseArguments(process.argv.slice(2));
  if (options.kind === 'help') return say(usage);
  if (process.env.PLUMBLINE_MODE === 'production') {
    throw new Trouble(
      'PLUMBLINE_MODE is production: synthetic people do not belong among patients.',
      'Fill an installation that is for trying things out.',
    );
  }
  await installPackages(say);
  // The services are TypeScript; what has been loaded stays the same module.
  const { register } = await import('tsx/esm/api');
  register();
  const { openInstallation } = await import('../installation/installation.mjs');
  const { fill } = await import('./fill.mjs');

  const stopping = stopOnSignal();
  const installation = await openInstallation(say);
  const startedMs = Date.now();
  say(`inventing ${options.patients} people`);
  try {
    const { people, visits, events, therapist } = await fill(installation, options, {
      signal: stopping,
      onPassword: ({ email, password }) =>
        console.log(`Made a clinic. Sign in as ${email} with ${password} (shown once).`),
      onProgress: progressTeller(),
    });
    const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
    console.log(`${therapist} has ${people} more people with ${visits} visits (${events} events, ${seconds} s).`);
  } finally {
    await installation.close();
  }
}

/** Ctrl-C lets the visits under way end and the database close; twice is no more than once (npm passes it on). */
function stopOnSignal() {
  const stopping = new AbortController();
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => stopping.abort());
  return stopping.signal;
}

/** @typedef {import('./fill.mjs').Tally} Tally */

function progressTeller() {
  let toldMs = Date.now();
  return (/** @type {Tally} */ done, /** @type {Tally} */ all) => {
    if (Date.now() - toldMs < TOLD_EVERY_MS) return;
    toldMs = Date.now();
    say(`${done.visits} of ${all.visits} visits, ${done.people} of ${all.people} people`);
  };
}

main().catch(async (error) => {
  await endLiving();
  say(`seed: ${plainLine(troubleWithDatabase(error))}`);
  process.exit(1);
});
