// @ts-check

/**
 * The value below which this share of the values lies, between neighbours in proportion. NaN without values.
 * @param {readonly number[]} values
 * @param {number} share 0–1
 */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  if (below === undefined || above === undefined) return Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

/** @param {readonly number[]} values */
export function median(values) {
  return quantile(values, 0.5);
}

/**
 * What a row of the bench tells of many values.
 * @typedef {{ count: number, median: number, p95: number, min: number, max: number }} Summary
 * @param {readonly number[]} values
 * @returns {Summary}
 */
export function summaryOf(values) {
  return {
    count: values.length,
    median: median(values),
    p95: quantile(values, 0.95),
    min: quantile(values, 0),
    max: quantile(values, 1),
  };
}
