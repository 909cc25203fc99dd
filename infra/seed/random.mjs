// @ts-check
import { createHash } from 'node:crypto';

/** @typedef {ReturnType<typeof createRandom>} Random */

/** A source of chance that the text decides: the same text, the same numbers (sfc32, Doty-Humphrey 2010). @param {string} text */
export function createRandom(text) {
  const hash = createHash('sha256').update(text).digest();
  let [a = 0, b = 0, c = 0, d = 0] = [0, 4, 8, 12].map((at) => hash.readInt32LE(at));

  /** From 0 up to, not including, 1. */
  function next() {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  }

  /** @param {number} least @param {number} most */
  const between = (least, most) => least + (most - least) * next();

  return {
    between,
    /** A whole number, both ends included. @param {number} least @param {number} most */
    whole: (least, most) => Math.floor(between(least, most + 1)),
    /** @param {number} probability */
    chance: (probability) => next() < probability,
    /** @template T @param {readonly T[]} list @returns {T} */
    pick: (list) => /** @type {T} */ (list[Math.floor(next() * list.length)]),
    /** From the bell curve, never further than three deviations. @param {number} mean @param {number} deviation */
    normal: (mean, deviation) => {
      const bell = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return mean + deviation * Math.max(-3, Math.min(3, bell));
    },
    /** A UUIDv7 of that moment, epoch ms; without one a UUIDv4. @param {number} [atMs] */
    uuid: (atMs) => {
      const bytes = Buffer.from(Array.from({ length: 16 }, () => Math.floor(next() * 256)));
      if (atMs !== undefined) bytes.writeUIntBE(Math.floor(atMs), 0, 6);
      bytes[6] = (atMs === undefined ? 0x40 : 0x70) | (bytes.readUInt8(6) & 0x0f);
      bytes[8] = 0x80 | (bytes.readUInt8(8) & 0x3f);
      return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    },
  };
}
