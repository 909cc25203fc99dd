// @ts-check

/** Something the person at the keyboard can mend: printed as one line, without a stack. */
export class Trouble extends Error {
  /** @param {string} what what is wrong @param {string} wayOut what to do about it */
  constructor(what, wayOut) {
    super(`${what} ${wayOut}`);
    this.name = 'Trouble';
  }
}

/** One plain line for any failure; known causes come with the way out. @param {unknown} error */
export function plainLine(error) {
  if (error instanceof Trouble) return error.message;
  const { code, message, path } = /** @type {NodeJS.ErrnoException} */ (error);
  if (code === 'ENOSPC' || /no space left/i.test(message ?? '')) {
    return `The disk is full${path ? ` (${path})` : ''}. Free some space and start again; nothing stored is lost.`;
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return `${path ?? 'A file'} cannot be read or written. Give this account the right to it, or set DATA_DIR and PLUMBLINE_CACHE_DIR.`;
  }
  return message || String(error);
}
