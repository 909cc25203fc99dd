// @ts-check

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {object} Observed
 * @property {Map<number, number>} shownAtMs when the number of a reading was on the screen, epoch ms of this page, by the reading's capture time
 * @property {number[]} longTasksMs tasks of 50 ms and more on the main thread
 */

/**
 * Watches a page of the product for the numbers it shows: both screens tell in `data-captured-ms` which frame a number
 * was measured on.
 * @param {Page} page
 * @returns {Promise<() => Promise<Observed>>} what has been seen since
 */
export async function observePage(page) {
  const observation = await page.evaluateHandle(inPage);
  return async () => {
    const { shown, longTasksMs } = await observation.jsonValue();
    return { shownAtMs: new Map(shown), longTasksMs };
  };
}

function inPage() {
  /** @type {[number, number][]} */
  const shown = [];
  /** @type {number[]} */
  const longTasksMs = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longTasksMs.push(entry.duration);
  }).observe({ type: 'longtask' });
  let last = Number.NaN;
  new MutationObserver(() => {
    const element = /** @type {HTMLElement | null} */ (document.querySelector('[data-captured-ms]'));
    const captureMs = Number(element?.dataset.capturedMs);
    if (!Number.isFinite(captureMs) || captureMs === last) return;
    last = captureMs;
    requestAnimationFrame(() => {
      // A message from an animation frame is handled after that frame has been painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => shown.push([captureMs, performance.timeOrigin + performance.now()]);
      port2.postMessage(null);
    });
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-captured-ms'] });
  return { shown, longTasksMs };
}

/**
 * How far the page's clock is ahead of this process's, and within what: from the quickest of some questions.
 * @param {Page} page
 * @returns {Promise<{ aheadMs: number, withinMs: number }>}
 */
export async function readClock(page) {
  const now = () => performance.timeOrigin + performance.now();
  let best = { aheadMs: 0, withinMs: Number.POSITIVE_INFINITY };
  for (let i = 0; i < 40; i++) {
    const askedMs = now();
    const theirsMs = await page.evaluate(() => performance.timeOrigin + performance.now());
    const withinMs = (now() - askedMs) / 2;
    if (withinMs < best.withinMs) best = { aheadMs: theirsMs - askedMs - withinMs, withinMs };
  }
  return best;
}
