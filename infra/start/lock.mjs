// @ts-check
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Trouble } from './trouble.mjs';

/** Takes the data folder for this launcher; two on one folder would fight over the database. Returns the release. @param {string} dataDir */
export async function takeFolder(dataDir) {
  const file = join(dataDir, 'launcher.pid');
  await mkdir(dataDir, { recursive: true });
  const pid = Number(await readFile(file, 'utf8').catch(() => ''));
  if (pid && pid !== process.pid && (await isLauncher(pid))) {
    throw new Trouble(
      `Plumbline runs from this folder already (process ${pid}).`,
      'Use that one, or stop it first with Ctrl-C.',
    );
  }
  await writeFile(file, String(process.pid));
  return () => rm(file, { force: true });
}

/** @param {number} pid */
async function isLauncher(pid) {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  if (command !== null) return command.includes('start.mjs');
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux';
  } catch {
    return false;
  }
}

/** Throws a Trouble if somebody listens there. @param {number} port @param {string} host @returns {Promise<void>} */
export function assertPortFree(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code === 'EADDRINUSE')
        reject(
          new Trouble(`Port ${port} is in use.`, `Stop what uses it, or choose another: PORT=${port + 1} npm start`),
        );
      else if (code === 'EACCES')
        reject(new Trouble(`Port ${port} needs special rights.`, 'Choose one above 1023: PORT=3000 npm start'));
      else reject(error);
    });
    server.listen(port, host, () => server.close(() => resolve()));
  });
}
