// @ts-check
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const rootFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** What may be made again is kept here: LiveKit, pose models, pnpm. `PLUMBLINE_CACHE_DIR` moves it. */
export function cacheFolder() {
  const { PLUMBLINE_CACHE_DIR: given, XDG_CACHE_HOME: caches } = process.env;
  return given ? resolve(given) : join(caches || join(homedir(), '.cache'), 'plumbline');
}

/** What must not be lost: database, keys, files. `DATA_DIR` moves it. */
export function dataFolder() {
  const { DATA_DIR: given } = process.env;
  return given ? resolve(given) : join(rootFolder, '.data');
}
