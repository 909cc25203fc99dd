// @ts-check
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { rootFolder } from '../start/folders.mjs';
import { hashOfSources } from './source-hash.mjs';

const sources = [
  'client/src/pose',
  'client/mediapipe-files.mjs',
  'shared/src/measurement',
  'pnpm-lock.yaml',
  'infra/measure/lab-build.mjs',
];

/**
 * Builds the page that runs the client's pose worker on given pictures, once for each state of its sources.
 * @returns {Promise<{ folder: string, wasmPath: string }>} the folder to serve, and where in it the engine's files lie
 */
export async function buildLab() {
  const { mediaPipeFiles, mediaPipeFolder } = await import('../../client/mediapipe-files.mjs');
  const shelf = join(rootFolder, '.cache/lab');
  const folder = join(shelf, await hashOfSources(sources));
  if (!existsSync(join(folder, 'index.html'))) {
    const { build } = await import('vite');
    await mkdir(shelf, { recursive: true });
    const draft = `${folder}.${process.pid}`;
    await build({
      configFile: false,
      root: join(rootFolder, 'client/src/pose/lab'),
      base: './',
      logLevel: 'error',
      plugins: [mediaPipeFiles()],
      worker: { format: 'es' },
      build: { outDir: draft, emptyOutDir: true, target: 'es2023', minify: false, reportCompressedSize: false },
    });
    await rename(draft, folder).catch(async (error) => {
      await rm(draft, { recursive: true });
      if (!existsSync(join(folder, 'index.html'))) throw error;
    });
    await sweep(shelf, folder);
  }
  return { folder, wasmPath: mediaPipeFolder };
}

/** @param {string} shelf @param {string} keep */
async function sweep(shelf, keep) {
  const old = (await readdir(shelf)).filter((name) => join(shelf, name) !== keep && !name.includes('.'));
  for (const name of old) await rm(join(shelf, name), { recursive: true, force: true });
}
