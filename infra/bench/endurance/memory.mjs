// @ts-check
import { readFile } from 'node:fs/promises';
import { slopeOf } from '../statistics.mjs';

const MB = 1024 * 1024;

/**
 * @typedef {{ x: number, y: number }} Reading minutes since the beginning, MB
 * @typedef {object} Memory
 * @property {Reading[]} heap what scripts of the page's main thread hold, after a collection
 * @property {Reading[]} process the page's whole process: workers, the pose engine and video too; empty where the system does not tell
 */

/**
 * Reads the memory of a page again and again.
 * @param {import('playwright-core').Page} page
 */
export async function watchMemory(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const pid = await rendererOf(page);
  /** @type {Memory} */
  const memory = { heap: [], process: [] };
  return {
    memory,
    /** @param {number} minutes since the beginning */
    async read(minutes) {
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const used = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
      memory.heap.push({ x: minutes, y: used / MB });
      const own = pid === null ? null : await privateMb(pid);
      if (own !== null) memory.process.push({ x: minutes, y: own });
    },
  };
}

/** The page's own process: the largest one that draws pages. @param {import('playwright-core').Page} page @returns {Promise<number | null>} */
async function rendererOf(page) {
  const browser = page.context().browser();
  if (!browser) return null;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = await Promise.all(
    processInfo
      .filter(({ type }) => type === 'renderer')
      .map(async ({ id }) => ({ id, mb: (await privateMb(id)) ?? 0 })),
  );
  return sizes.sort((a, b) => b.mb - a.mb)[0]?.id ?? null;
}

/** What a process holds for itself, MB; null where /proc does not tell. @param {number} pid @returns {Promise<number | null>} */
async function privateMb(pid) {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => null);
  if (text === null) return null;
  const kb = [...text.matchAll(/^Private_\w+:\s+(\d+) kB/gm)].reduce((sum, [, size]) => sum + Number(size), 0);
  return kb / 1024;
}

/**
 * The slope after the beginning, in which caches and buffers fill: its first quarter is left out.
 * @param {readonly Reading[]} readings
 */
export function growthOf(readings) {
  const lastMinute = readings.at(-1)?.x ?? 0;
  const settled = readings.filter(({ x }) => x >= lastMinute / 4);
  return { ...slopeOf(settled), from: settled[0]?.y ?? Number.NaN, to: settled.at(-1)?.y ?? Number.NaN };
}
