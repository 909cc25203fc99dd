import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CodecError, decodeFrames, encodeFrame } from './codec.ts';
import { makeFrame } from './make-frame.ts';

/** Frames, or a CodecError; nothing else, whatever the bytes. */
function decodeAny(bytes: Uint8Array): number {
  try {
    const packets = decodeFrames(bytes);
    for (const { frame } of packets) {
      expect(Number.isFinite(frame.captureMs)).toBe(true);
      for (const point of [...(frame.image ?? []), ...(frame.world ?? [])]) {
        expect(Object.values(point).every(Number.isFinite)).toBe(true);
      }
    }
    return packets.length;
  } catch (error) {
    expect(error).toBeInstanceOf(CodecError);
    return 0;
  }
}

test('bytes of any kind are frames of finite numbers, or a CodecError', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 900 }), (bytes) => void decodeAny(bytes)),
    { numRuns: 4_000, seed: 1 },
  );
});

test('a frame with some bytes changed, cut off or added is the same', () => {
  const whole = [true, false].map((track) => encodeFrame(makeFrame({}), { track }));
  let read = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...whole),
      fc.array(fc.tuple(fc.nat(700), fc.nat(255)), { maxLength: 12 }),
      fc.option(fc.nat(700)),
      fc.uint8Array({ maxLength: 30 }),
      (frame, changes, cutAt, more) => {
        const bytes = new Uint8Array([...frame.slice(0, cutAt ?? frame.length), ...more]);
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        read += decodeAny(bytes);
      },
    ),
    { numRuns: 4_000, seed: 2 },
  );
  // Not everything is refused at its first byte.
  expect(read).toBeGreaterThan(100);
});
