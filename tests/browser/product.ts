import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@plumbline/infra/start/port.mjs';
import { Clinic } from './clinic.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Product {
  baseUrl: string;
  dataDir: string;
  stop(): Promise<void>;
}

/** The product as its user starts it, in a folder of its own, with Tom's clinic set up. */
export async function startProduct(): Promise<Product> {
  const dataDir = await mkdtemp(join(tmpdir(), 'plumbline-browser-'));
  await chmod(dataDir, 0o755); // else root's database would live outside it, and stay
  const port = await freePort();
  const launcher = spawn(process.execPath, [join(ROOT, 'infra/start/start.mjs')], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Asked, not killed: it ends what it started itself, also when nobody waits for it any more.
  const ask = () => void launcher.kill('SIGTERM');
  process.once('exit', ask);
  const ended = new Promise<void>((resolve) => launcher.once('close', () => resolve()));
  const token = await new Promise<string>((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk;
      const link = /set-up#([\w-]{43})/.exec(said)?.[1];
      if (link && said.includes('Ctrl-C')) resolve(link);
    };
    launcher.stdout.on('data', hear);
    launcher.stderr.on('data', hear);
    launcher.once('close', () => reject(new Error(`npm start ended:\n${said}`)));
  });
  const baseUrl = `http://localhost:${port}`;
  await new Clinic(baseUrl).setUp(token);
  return {
    baseUrl,
    dataDir,
    async stop() {
      process.off('exit', ask);
      ask();
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
