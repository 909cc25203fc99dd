// @ts-check

/**
 * @typedef {{ name: string, pid: number, tid: number, dur?: number, tdur?: number, args?: { name?: string } }} TraceEvent
 */

/**
 * Traces the tasks of a page's main thread. Beside how long they lasted, that tells how long the thread ran in them: on
 * a machine with too few cores a task lasts while others run.
 * @param {import('playwright-core').Page} page the only one of its browser
 * @returns {Promise<() => Promise<number>>} ends it; the most that any one task ran, ms
 */
export async function traceTasks(page) {
  const browser = page.context().browser();
  if (!browser) throw new Error('this page has no browser of its own');
  await browser.startTracing(page, { categories: ['toplevel'] });
  return async () => {
    const trace = await browser.stopTracing();
    return busiestTaskMs(JSON.parse(trace.toString('utf8')).traceEvents);
  };
}

/** A browser has pages of its own: the thread that ran most is the page's. @param {readonly TraceEvent[]} events */
export function busiestTaskMs(events) {
  const thread = (/** @type {TraceEvent} */ { pid, tid }) => `${pid} ${tid}`;
  const mains = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(thread),
  );
  /** @type {Map<string, { ranMs: number, busiestMs: number }>} */
  const threads = new Map();
  for (const event of events) {
    if (!event.name.endsWith('RunTask') || !mains.has(thread(event))) continue;
    const ranMs = (event.tdur ?? 0) / 1000;
    const before = threads.get(thread(event)) ?? { ranMs: 0, busiestMs: 0 };
    threads.set(thread(event), { ranMs: before.ranMs + ranMs, busiestMs: Math.max(before.busiestMs, ranMs) });
  }
  const [pages] = [...threads.values()].sort((a, b) => b.ranMs - a.ranMs);
  return pages?.busiestMs ?? Number.NaN;
}
