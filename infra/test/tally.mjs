// @ts-check

/**
 * @typedef {{ passed: number, failed: number, left: string[] }} Tally how many tests passed and failed; the names of those that were left out
 */

/**
 * Reads a Vitest JSON report. A file that broke before its first test counts as one failed test.
 * @param {unknown} report
 * @returns {Tally}
 */
export function tallyOf(report) {
  const { testResults = [] } =
    /** @type {{ testResults?: { status: string, assertionResults?: { status: string, fullName: string }[] }[] }} */ (
      report
    );
  /** @type {Tally} */
  const tally = { passed: 0, failed: 0, left: [] };
  for (const file of testResults) {
    const tests = file.assertionResults ?? [];
    for (const test of tests) {
      if (test.status === 'passed') tally.passed++;
      else if (test.status === 'failed') tally.failed++;
      else tally.left.push(test.fullName);
    }
    if (file.status === 'failed' && !tests.some((test) => test.status === 'failed')) tally.failed++;
  }
  return tally;
}

/** @param {readonly Tally[]} tallies @returns {Tally} */
export function sumOf(tallies) {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
    left: tallies.flatMap(({ left }) => left),
  };
}
