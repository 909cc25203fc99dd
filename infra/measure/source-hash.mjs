// @ts-check
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rootFolder } from '../start/folders.mjs';

/**
 * A short hash that changes with any of these files, and with any file in these folders, tests apart.
 * @param {readonly string[]} paths within the checkout
 */
export async function hashOfSources(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of await filesUnder(join(rootFolder, path)))
      hash.update(file.slice(rootFolder.length)).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 16);
}

/** @param {string} path @returns {Promise<string[]>} */
async function filesUnder(path) {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => null);
  if (!entries) return [path];
  return entries
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
