// @ts-check
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const rootFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** What may be made again is kept here: LiveKit, pose models, pnpm. `PLUMBLINE_CACHE_DIR` moves it. */
export function cacheFolder() {
  const base =
    process.env.PLUMBLINE_CACHE_DIR ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'plumbline');
  return base;
}

/** What must not be lost: database, keys, files. `DATA_DIR` moves it. */
export function dataFolder() {
  return process.env.DATA_DIR ?? join(rootFolder, '.data');
}
