import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createKey } from './seal.ts';

/** The key that wraps every patient's key: given in the environment, else a file of this installation, made at the first start. */
export async function loadMasterKey(dataDir: string, given: string | null): Promise<Buffer> {
  if (given) return Buffer.from(given, 'hex');
  const folder = join(dataDir, 'keys');
  const file = join(folder, 'master.key');
  if (existsSync(`${file}.next`))
    throw new Error('A rotation of the keys was cut short: run npm run keys:rotate again.');
  const known = await readFile(file, 'utf8').catch(() => null);
  if (known) return Buffer.from(known.trim(), 'hex');
  const key = createKey();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(file, `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  return key;
}
