/** Bits of a frame's number in its bar code, and one more for even parity. */
const NUMBER_BITS = 15;

/** The largest number a bar code holds; larger ones start again at 0. */
export const STAMP_LIMIT = 2 ** NUMBER_BITS;

/** The blocks of a bar code from left to right, 1 white: white, black, the number (highest bit first), parity, white, black. */
export function stampBlocks(frame: number): number[] {
  const number = Array.from({ length: NUMBER_BITS }, (_, i) => (frame >> (NUMBER_BITS - 1 - i)) & 1);
  const parity = number.reduce((a, b) => a ^ b, 0);
  return [1, 0, ...number, parity, 1, 0];
}

/** Height in pixels of the strip at the bottom edge of a picture. */
export function stampHeight(pictureHeight: number): number {
  return Math.max(8, Math.round(pictureHeight * 0.05));
}

/** Reads the number from a picture with a bar code at its bottom edge (any size, RGBA rows from the top); null if there is none. */
export function readStamp({
  data,
  width,
  height,
}: {
  data: ArrayLike<number>;
  width: number;
  height: number;
}): number | null {
  const blocks = stampBlocks(0).length;
  const y = Math.floor(height - stampHeight(height) / 2);
  const bits = Array.from({ length: blocks }, (_, i) => {
    let light = 0;
    for (const share of [0.35, 0.5, 0.65]) {
      const at = (y * width + Math.floor(((i + share) * width) / blocks)) * 4;
      light += (data[at]! + data[at + 1]! + data[at + 2]!) / 3;
    }
    return light / 3 > 128 ? 1 : 0;
  });
  const frame = bits.slice(2, 2 + NUMBER_BITS).reduce<number>((value, bit) => value * 2 + bit, 0);
  return stampBlocks(frame).every((bit, i) => bit === bits[i]) ? frame : null;
}
