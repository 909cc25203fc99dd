// @ts-check

/** Something the person at the keyboard can mend: printed as one line, without a stack. */
export class Trouble extends Error {
  /** @param {string} what what is wrong @param {string} wayOut what to do about it */
  constructor(what, wayOut) {
    super(`${what} ${wayOut}`);
    this.name = 'Trouble';
  }
}

/**
 * The Trouble to throw for a step that failed: the step's own words, unless the cause is one that has its own way out
 * (a Trouble already, a full disk).
 * @param {unknown} error @param {string} what @param {string} wayOut
 */
export function troubleOf(error, what, wayOut) {
  if (error instanceof Trouble || isDiskFull(error)) return error;
  return new Trouble(`${what}: ${oneLine(/** @type {Error} */ (error).message)}`, wayOut);
}

/** One plain line for any failure; known causes come with the way out. @param {unknown} error */
export function plainLine(error) {
  if (error instanceof Trouble) return oneLine(error.message);
  const { code, message, path } = /** @type {NodeJS.ErrnoException} */ (error);
  if (isDiskFull(error)) {
    return `The disk is full${path ? ` (${path})` : ''}. Free some space and start again; nothing stored is lost.`;
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `${path ?? 'A file'} cannot be read or written. Give this account the right to it, or set DATA_DIR and PLUMBLINE_CACHE_DIR.`;
  }
  return oneLine(message || String(error));
}

/** Whether a failure comes from a full disk, told by its code, its words or its cause. @param {unknown} error @returns {boolean} */
export function isDiskFull(error) {
  const { code, message, cause } = /** @type {NodeJS.ErrnoException} */ (error);
  if (cause && isDiskFull(cause)) return true;
  return code === 'ENOSPC' || code === 'EDQUOT' || /ENOSPC|EDQUOT|no space left|quota exceeded/i.test(message ?? '');
}

/** @param {string} text */
function oneLine(text) {
  return text.trim().replace(/\s*\n\s*/g, ' / ');
}
