// @ts-check

/** Runs one step of the start and says so: a line when it begins, its seconds when it is done. @template T @param {string} name @param {(say: (line: string) => void) => Promise<T> | T} work @returns {Promise<T>} */
export async function step(name, work) {
  const startedMs = Date.now();
  const live = process.stdout.isTTY;
  const say = (/** @type {string} */ line) => {
    if (live) process.stdout.write(`\r\u001b[2K  … ${name}: ${line}`);
    else console.log(`  … ${name}: ${line}`);
  };
  if (live) process.stdout.write(`  … ${name}`);
  const timer = setInterval(() => say(`${Math.round((Date.now() - startedMs) / 1000)} s`), live ? 1_000 : 30_000);
  try {
    const result = await work(say);
    console.log(`${live ? '\r\u001b[2K' : ''}  ✓ ${name} (${((Date.now() - startedMs) / 1000).toFixed(1)} s)`);
    return result;
  } catch (error) {
    if (live) process.stdout.write('\r\u001b[2K');
    console.log(`  ✗ ${name}`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}
