// @ts-check

/**
 * Rows of text under headings. The first column is set left, the others right.
 * @typedef {{ headings: readonly string[], rows: readonly (readonly string[])[] }} Table
 */

/** The table's lines, columns two spaces apart, without spaces at their ends. @param {Table} table @returns {string} */
export function printTable({ headings, rows }) {
  const lines = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      widths
        .map((width, column) => {
          const cell = line[column] ?? '';
          return column === 0 ? cell.padEnd(width) : cell.padStart(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/**
 * An aim and whether a figure meets it, as two cells. A figure that could not be had meets nothing.
 * @param {number} figure
 * @param {{ atMost: number } | { below: number } | { atLeast: number }} aim
 * @param {string} [unit]
 * @returns {[string, string]}
 */
export function aimCells(figure, aim, unit = '') {
  const [sign, bound, met] =
    'atMost' in aim
      ? ['≤', aim.atMost, figure <= aim.atMost]
      : 'below' in aim
        ? ['<', aim.below, figure < aim.below]
        : ['≥', aim.atLeast, figure >= aim.atLeast];
  return [`${sign} ${bound}${unit}`, met ? 'met' : 'not met'];
}

/** Whole milliseconds; says so where there is no number. @param {number} ms */
export function inMs(ms) {
  return Number.isFinite(ms) ? `${Math.round(ms)} ms` : 'none';
}
