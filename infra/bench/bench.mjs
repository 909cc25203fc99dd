// @ts-check
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { assertNode } from '../start/options.mjs';
import { installPackages } from '../start/prepare.mjs';
import { plainLine, Trouble } from '../start/trouble.mjs';
import { parseArguments } from './arguments.mjs';
import { PARTS } from './parts.mjs';
import { printTable } from './table.mjs';

const NAMES = Object.keys(PARTS);
const USAGE = `Measures on this machine, and prints figures beside their aims. Nothing is asserted.

  npm run bench                 every part: ${NAMES.join(', ')}
  npm run bench -- PART …       only these
  --minutes N                   how long the visit of the endurance part lasts, 10 by default

The figures behind the tables are kept in .cache/bench/PART.json.`;

const say = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`);
const print = (/** @type {string} */ text) => void process.stdout.write(`${text}\n`);

/** What must be stopped when the bench is. @type {(() => Promise<void>)[]} */
const stops = [];
let interrupted = false;

async function main() {
  assertNode(process.versions.node);
  const asked = parseArguments(process.argv.slice(2), NAMES);
  if (asked.kind === 'help') return print(USAGE);
  await installPackages(say);
  const { createContext } = await import('./context.mjs');
  const context = createContext(
    (line) => say(`  ${line}`),
    (stop) => stops.push(stop),
    asked.minutes,
  );
  for (const name of asked.names) {
    try {
      await runPart(name, context);
    } catch (error) {
      if (interrupted) return;
      say(`bench: ${name} could not be measured. ${firstLine(error)}`);
      process.exitCode = 1;
    }
  }
}

/** @param {string} name @param {import('./context.mjs').Context} context */
async function runPart(name, context) {
  const load = PARTS[name];
  if (!load) return;
  say(`${name} …`);
  const { part } = await load();
  const startedMs = Date.now();
  const machine = { cores: availableParallelism(), node: process.versions.node, platform: process.platform };
  const loadBefore = loadavg()[0] ?? 0;
  const { tables, notes, figures } = await part.run(context);
  const tookS = Math.round((Date.now() - startedMs) / 1000);
  print(`\n${name}: ${part.title}`);
  for (const table of tables) print(`\n${printTable(table)}`);
  print(['', ...notes, busyness(machine.cores, loadBefore)].join('\n'));
  await mkdir(context.cacheFolder, { recursive: true });
  const kept = { part: name, takenAt: new Date(startedMs).toISOString(), tookS, machine, loadBefore, ...figures };
  await writeFile(join(context.cacheFolder, `${name}.json`), `${JSON.stringify(kept, null, 2)}\n`);
}

/** A browser's failures come with its whole log. @param {unknown} error */
function firstLine(error) {
  return error instanceof Trouble ? plainLine(error) : (String(error).split('\n')[0] ?? '');
}

/** @param {number} cores @param {number} load */
function busyness(cores, load) {
  const others = load >= 0.5 ? `, load ${load.toFixed(1)} before it began: others were at work` : '';
  return `${cores} cores, no GPU${others}.`;
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    if (interrupted) return;
    interrupted = true;
    void Promise.allSettled(stops.map((stop) => stop())).finally(() => process.exit(130));
  });
}
main().catch((error) => {
  say(`bench: ${plainLine(error)}`);
  process.exitCode = 2;
});
