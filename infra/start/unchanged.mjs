// @ts-check
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const PASSED_OVER = new Set(['node_modules', 'dist', '.cache', '.data', '.git']);

/** SHA-256 over the names and contents of files and folders, those passed over left out, and over the Node version. @param {readonly string[]} paths */
export async function hashOf(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths) await add(hash, path);
  return hash.digest('hex');
}

/** @param {import('node:crypto').Hash} hash @param {string} path */
async function add(hash, path) {
  const info = await stat(path).catch(() => null);
  if (!info) return;
  if (info.isFile()) {
    hash.update(`${path}\0${info.size}\0`).update(await readFile(path));
    return;
  }
  for (const name of (await readdir(path)).sort()) if (!PASSED_OVER.has(name)) await add(hash, join(path, name));
}

/**
 * Does the work unless it was done for the same inputs before; everything in `made` must exist for it to count as done.
 * Work that fails counts as not done. Returns whether it was done now.
 * @param {{ stamp: string, inputs: readonly string[], made: readonly string[] }} what
 * @param {() => Promise<unknown>} work
 */
export async function unlessUnchanged({ stamp, inputs, made }, work) {
  const hash = await hashOf(inputs);
  const known = await readFile(stamp, 'utf8').catch(() => '');
  if (known === hash && (await allExist(made))) return false;
  await rm(stamp, { force: true });
  await work();
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, hash);
  return true;
}

/** @param {readonly string[]} paths */
async function allExist(paths) {
  const found = await Promise.all(paths.map((path) => stat(path).catch(() => null)));
  return found.every(Boolean);
}
