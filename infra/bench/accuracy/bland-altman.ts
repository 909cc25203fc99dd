import type { Scored } from './score.ts';

const CELL = { width: 300, height: 190, left: 38, top: 26, right: 10, bottom: 26 };
const COLUMNS = 4;
/** Degrees of error from the middle to the top of each plot. */
const REACH = 30;

/** A Bland–Altman plot for each protocol as SVG: error over truth, each point with its ±; outside its ± it is filled. */
export function blandAltman(trials: readonly Scored[]): string {
  const protocols = [...new Set(trials.map(({ protocol }) => protocol))];
  const rows = Math.ceil(protocols.length / COLUMNS);
  const [width, height] = [COLUMNS * CELL.width, rows * CELL.height];
  const cells = protocols.map((protocol, i) => {
    const at = `translate(${(i % COLUMNS) * CELL.width} ${Math.floor(i / COLUMNS) * CELL.height})`;
    return `<g transform="${at}">${cell(
      protocol,
      trials.filter((one) => one.protocol === protocol),
    )}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11"><rect width="${width}" height="${height}" fill="#fff"/>${cells.join('')}</svg>\n`;
}

function cell(protocol: string, trials: readonly Scored[]): string {
  const kept = trials.flatMap(({ truth, value, uncertainty }) =>
    value === null || uncertainty === null ? [] : [{ truth, error: value - truth, uncertainty }],
  );
  const truths = trials.map(({ truth }) => truth);
  const [low, high] = [Math.min(...truths) - 5, Math.max(...truths) + 5];
  const [innerWidth, innerHeight] = [CELL.width - CELL.left - CELL.right, CELL.height - CELL.top - CELL.bottom];
  const x = (truth: number) => CELL.left + ((truth - low) / (high - low)) * innerWidth;
  const y = (error: number) =>
    CELL.top + ((REACH - Math.max(-REACH, Math.min(REACH, error))) / (2 * REACH)) * innerHeight;
  const mean = kept.reduce((sum, { error }) => sum + error, 0) / kept.length;
  const deviation = Math.sqrt(kept.reduce((sum, { error }) => sum + (error - mean) ** 2, 0) / kept.length);
  const line = (error: number, style: string) =>
    Number.isFinite(error)
      ? `<line x1="${CELL.left}" x2="${CELL.width - CELL.right}" y1="${y(error).toFixed(1)}" y2="${y(error).toFixed(1)}" ${style}/>`
      : '';
  const points = kept.map(({ truth, error, uncertainty }) => {
    const isOutside = Math.abs(error) > uncertainty;
    return `<line x1="${x(truth).toFixed(1)}" x2="${x(truth).toFixed(1)}" y1="${y(error - uncertainty).toFixed(1)}" y2="${y(error + uncertainty).toFixed(1)}" stroke="#9bb"/><circle cx="${x(truth).toFixed(1)}" cy="${y(error).toFixed(1)}" r="3" fill="${isOutside ? '#b3261e' : '#fff'}" stroke="#0b6e6e"/>`;
  });
  const ticks = [-20, -10, 0, 10, 20].map(
    (tick) =>
      `<text x="${CELL.left - 6}" y="${(y(tick) + 4).toFixed(1)}" text-anchor="end" fill="#667">${tick}°</text>`,
  );
  return [
    `<text x="${CELL.left}" y="16" font-weight="600">${protocol} (${kept.length} of ${trials.length} kept)</text>`,
    line(0, 'stroke="#ccc"'),
    line(mean, 'stroke="#0b6e6e"'),
    line(mean + 1.96 * deviation, 'stroke="#0b6e6e" stroke-dasharray="4 3"'),
    line(mean - 1.96 * deviation, 'stroke="#0b6e6e" stroke-dasharray="4 3"'),
    ...points,
    ...ticks,
    `<text x="${CELL.left}" y="${CELL.height - 8}" fill="#667">truth ${Math.round(low + 5)}°</text>`,
    `<text x="${CELL.width - CELL.right}" y="${CELL.height - 8}" text-anchor="end" fill="#667">${Math.round(high - 5)}°</text>`,
  ].join('');
}
