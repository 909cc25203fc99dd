// @ts-check
const BLOCK = 512;

/**
 * The contents of the first file of that name in an uncompressed tar archive (ustar), or null. The archive's checksum
 * has been verified before.
 * @param {Buffer} tar
 * @param {string} name
 * @returns {Buffer | null}
 */
export function untar(tar, name) {
  for (let at = 0; at + BLOCK <= tar.length; ) {
    const header = tar.subarray(at, at + BLOCK);
    const path = text(header, 0, 100);
    if (!path) return null;
    const size = Number.parseInt(text(header, 124, 12), 8) || 0;
    if (path.split('/').at(-1) === name) {
      if (at + BLOCK + size > tar.length) return null;
      return tar.subarray(at + BLOCK, at + BLOCK + size);
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return null;
}

/** @param {Buffer} header @param {number} from @param {number} length */
function text(header, from, length) {
  return header
    .subarray(from, from + length)
    .toString('latin1')
    .replace(/\0.*$/s, '')
    .trim();
}
