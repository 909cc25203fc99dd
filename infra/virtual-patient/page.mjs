// @ts-check
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const source = join(root, 'client/src/virtual-patient');

/** Where rendered clips are kept. */
export const clipFolder = join(root, '.cache/clips');

/** A hash that changes whenever the figure, its motions or its rendering change. */
export async function codeVersion() {
  const names = await readdir(source, { recursive: true });
  const hash = createHash('sha256');
  for (const name of names.filter((n) => /(?<!\.test)\.tsx?$/.test(n)).sort()) {
    hash.update(name).update(await readFile(join(source, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** Builds the page's script: everything in one file, so that no server is needed. */
async function bundle() {
  const { build } = await import('vite');
  const built = await build({
    configFile: false,
    root: join(root, 'client'),
    logLevel: 'error',
    build: { write: false, lib: { entry: join(source, 'file/page.ts'), formats: ['iife'], name: 'page' } },
  });
  const output = /** @type {{ output: { code: string }[] }} */ (
    /** @type {unknown} */ (Array.isArray(built) ? built[0] : built)
  );
  return output.output[0]?.code ?? '';
}

/**
 * Opens a headless browser with the renderer in it, lets `work` use the page, and closes it.
 * @template T
 * @param {string} browser path of a Chromium
 * @param {(page: import('playwright-core').Page) => Promise<T>} work
 * @param {(page: import('playwright-core').Page) => Promise<void>} [prepare] before the renderer is loaded, such as going to a page
 */
export async function withRenderer(browser, work, prepare) {
  const [{ chromium }, script] = await Promise.all([import('playwright-core'), bundle()]);
  const program = await chromium.launch({ executablePath: browser, args: flags() });
  try {
    const page = await program.newPage();
    await prepare?.(page);
    await page.addScriptTag({ content: script });
    return await work(page);
  } finally {
    await program.close();
  }
}

/** Without a GPU: the same clip on every machine. */
function flags() {
  const own = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [...root, ...own, '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];
}
