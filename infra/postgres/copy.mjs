// @ts-check
import { chmod, cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Copies a folder of programs so that every account can read and run them, whole or not at all. @param {string} from @param {string} to */
export async function copyReadable(from, to) {
  const part = `${to}.${process.pid}.part`;
  try {
    await mkdir(dirname(to), { recursive: true });
    await chmod(dirname(to), 0o755);
    await cp(from, part, { recursive: true, verbatimSymlinks: true });
    await openUp(part);
    await rename(part, to);
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}

/** @param {string} folder */
async function openUp(folder) {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openUp(path);
    else if (entry.isFile()) await chmod(path, 0o755);
  }
}
