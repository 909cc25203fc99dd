// @ts-check
import { createWriteStream } from 'node:fs';
import { mkdir, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

const LONGEST_BYTES = 20 * 1024 * 1024;

/**
 * Opens a log to append to; one that has grown past 20 MB is put aside as `.1` first. A log that cannot be written (the
 * disk is full) goes quiet: it must not end what it tells of.
 * @param {string} path
 */
export async function openLog(path) {
  await mkdir(dirname(path), { recursive: true });
  const size = (await stat(path).catch(() => null))?.size ?? 0;
  if (size > LONGEST_BYTES) await rename(path, `${path}.1`);
  const file = createWriteStream(path, { flags: 'a', mode: 0o600 });
  file.on('error', () => {});
  return file;
}
