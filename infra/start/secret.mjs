// @ts-check
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * A secret of this installation: made at the first start, kept in a file that only its owner reads. Written whole or
 * not at all.
 * @param {string} file
 * @param {() => string} make
 * @returns {Promise<string>}
 */
export async function keptSecret(file, make) {
  const known = await readFile(file, 'utf8').catch(() => null);
  if (known) return known.trim();
  const secret = make();
  const part = `${file}.${process.pid}.part`;
  await mkdir(dirname(dirname(file)), { recursive: true }); // the mode below is not for the folders above
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  try {
    await writeFile(part, `${secret}\n`, { mode: 0o600 });
    await rename(part, file);
  } finally {
    await rm(part, { force: true });
  }
  return secret;
}
