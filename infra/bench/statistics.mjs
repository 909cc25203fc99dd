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

/**
 * The slope of the straight line through the points by least squares, and the half-width of its 95 % interval (normal
 * approximation; points that follow each other are taken as independent). NaN with fewer than three points.
 * @param {readonly { x: number, y: number }[]} points
 * @returns {{ slope: number, halfWidth: number }}
 */
export function slopeOf(points) {
  if (points.length < 3) return { slope: Number.NaN, halfWidth: Number.NaN };
  const mean = (/** @type {(point: { x: number, y: number }) => number} */ read) =>
    points.reduce((sum, point) => sum + read(point), 0) / points.length;
  const [x0, y0] = [mean(({ x }) => x), mean(({ y }) => y)];
  const spread = points.reduce((sum, { x }) => sum + (x - x0) ** 2, 0);
  const slope = points.reduce((sum, { x, y }) => sum + (x - x0) * (y - y0), 0) / spread;
  const rest = points.reduce((sum, { x, y }) => sum + (y - y0 - slope * (x - x0)) ** 2, 0) / (points.length - 2);
  return { slope, halfWidth: 1.96 * Math.sqrt(rest / spread) };
}
