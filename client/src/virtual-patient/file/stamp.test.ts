import { expect, test } from 'vitest';
import { readStamp, stampBlocks, stampHeight } from './stamp.ts';

/** A grey picture with the bar code of `frame`, each pixel off by up to `noise`. */
function picture(frame: number, width: number, height: number, noise = 0) {
  const data = new Uint8ClampedArray(width * height * 4).fill(120);
  const blocks = stampBlocks(frame);
  for (let y = height - stampHeight(height); y < height; y++) {
    for (let x = 0; x < width; x++) {
      const light = blocks[Math.floor((x * blocks.length) / width)]! * 255;
      data.fill(light + (((x * 7 + y * 13) % 3) - 1) * noise, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return { data, width, height };
}

test.each([0, 1, 2, 255, 1000, 32767])('reads back the number %i from a noisy picture of any size', (frame) => {
  for (const [width, height] of [
    [640, 480],
    [480, 360],
    [320, 240],
  ] as const) {
    expect(readStamp(picture(frame, width, height, 60))).toBe(frame);
  }
});

test('a picture without a bar code has no number', () => {
  expect(readStamp({ data: new Uint8ClampedArray(320 * 240 * 4).fill(200), width: 320, height: 240 })).toBeNull();
});

test('one wrong block is noticed', () => {
  const { data, width, height } = picture(37, 640, 480);
  for (let y = height - stampHeight(height); y < height; y++)
    data.fill(255, (y * width + 5 * 32) * 4, (y * width + 6 * 32) * 4);
  expect(readStamp({ data, width, height })).toBeNull();
});
