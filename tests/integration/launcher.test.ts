import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityOf } from '@plumbline/infra/start/identity.mjs';
import { freePort } from '@plumbline/infra/start/port.mjs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

const START = join(import.meta.dirname, '..', '..', 'infra', 'start', 'start.mjs');

let folder = '';
let dataDir = '';
let port = 0;
let launcher: Launcher;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-launcher-'));
  await chmod(folder, 0o755);
  dataDir = join(folder, 'data');
  port = await freePort();
  launcher = launch();
  await launcher.says('Ctrl-C stops everything.');
}, 240_000);
afterAll(async () => {
  launcher?.child.kill('SIGTERM');
  await launcher?.ended;
  await rm(folder, { recursive: true, force: true });
});

interface Launcher {
  child: ChildProcess;
  output: () => string;
  says: (text: string) => Promise<void>;
  ended: Promise<number | null>;
}

/** `npm start`, without npm. */
function launch(env: Record<string, string> = {}): Launcher {
  const own = { DATA_DIR: dataDir, PORT: String(port), NODE_ENV: 'production', ...env };
  const child = spawn(process.execPath, [START], { env: { ...process.env, ...own } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const heard = (text: string) => vi.waitFor(() => expect(output).toContain(text), { timeout: 230_000, interval: 100 });
  const over = (text: string) =>
    ended.then(() => {
      if (!output.includes(text)) throw new Error(`It ended without saying "${text}": ${output}`);
    });
  const says = (text: string) => Promise.race([heard(text), over(text)]);
  return { child, output: () => output, says, ended };
}

/** Database, video and server, as the launcher notes them. */
async function children(): Promise<number[]> {
  const record = JSON.parse(await readFile(join(dataDir, 'launcher.json'), 'utf8')) as { children: { pid: number }[] };
  return record.children.map(({ pid }) => pid);
}

async function answers(): Promise<void> {
  const page = await fetch(`http://localhost:${port}/`);
  expect(await page.text()).toContain('<html');
}

test('its last lines hold the address, and the page is there', async () => {
  expect(launcher.output()).toContain(`\nPlumbline is ready: http://localhost:${port}\n`);
  await answers();
  expect(await children()).toHaveLength(3);
});

test('a second one on the same folder is refused in one line', async () => {
  const second = launch({ PORT: String(await freePort()) });
  expect(await second.ended).toBe(1);
  expect(second.output().trim()).toMatch(
    new RegExp(
      `^Plumbline did not start. Plumbline runs from this folder already \\(process ${launcher.child.pid}\\).*$`,
    ),
  );
});

test('a port in use is told in one line with the way out', async () => {
  const second = launch({ DATA_DIR: join(folder, 'other') });
  expect(await second.ended).toBe(1);
  expect(second.output().trim()).toBe(
    `Plumbline did not start. Port ${port} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
  );
});

test('database, video and server come back when they are killed', async () => {
  const before = await children();
  for (const pid of before) process.kill(pid, 'SIGKILL');
  for (const name of ['The database', 'The video server', 'The server']) await launcher.says(`${name} is back`);
  const after = await children();
  expect(after).toHaveLength(3);
  expect(after.filter((pid) => before.includes(pid))).toEqual([]);
  await answers();
});

test('what a killed launcher left running does not keep the next one from starting', async () => {
  const left = await children();
  launcher.child.kill('SIGKILL');
  await launcher.ended;
  launcher = launch();
  await launcher.says('Ctrl-C stops everything.');
  await answers();
  expect(left.filter((pid) => identityOf(pid) !== null)).toEqual([]);
});

test('Ctrl-C, which arrives twice through npm, stops every child', async () => {
  const pids = await children();
  launcher.child.kill('SIGINT');
  launcher.child.kill('SIGINT');
  expect(await launcher.ended).toBe(0);
  expect(pids.filter((pid) => identityOf(pid) !== null)).toEqual([]);
  expect(launcher.output()).toContain('Stopping …');
});
