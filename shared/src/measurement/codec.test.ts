import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CodecError, decodeFrames, encodeFrame } from './codec.ts';
import { LANDMARK_COUNT, type Landmark, type LandmarkFrame } from './landmarks.ts';
import { makeFrame } from './make-frame.ts';
import { type LiveReading, REFUSALS } from './results.ts';
import { SET_UP_CUES } from './set-up-guide.ts';
import { joined } from './track.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const points = (most: number): fc.Arbitrary<Landmark[]> =>
  fc.array(
    fc.record({ x: number(-most, most), y: number(-most, most), z: number(-most, most), visibility: number(0, 1) }),
    {
      minLength: LANDMARK_COUNT,
      maxLength: LANDMARK_COUNT,
    },
  );
const anyFrame: fc.Arbitrary<LandmarkFrame> = fc.record({
  sequence: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  captureMs: number(0, 1e12),
  widthPx: fc.integer({ min: 1, max: 65_535 }),
  heightPx: fc.integer({ min: 1, max: 65_535 }),
  image: fc.option(points(1.99)),
  world: fc.option(points(3.9)),
  people: fc.integer({ min: 0, max: 255 }),
  luma: fc.option(fc.integer({ min: 0, max: 254 })),
});
const anyReading: fc.Arbitrary<LiveReading> = fc.record({
  captureMs: fc.constant(0),
  angleDegrees: fc.option(number(-180, 180)),
  uncertaintyDegrees: fc.option(number(0, 90)),
  refusals: fc.subarray([...REFUSALS]),
  count: fc.integer({ min: 0, max: 65_535 }),
  step: fc.constantFrom('get-ready', 'hold-still', 'move', 'hold-end', 'done', 'moving'),
  progress: fc.option(number(0, 1.2)),
});
const anyLikeLast = fc.record({
  likeness: fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
  cue: fc.option(fc.constantFrom(...SET_UP_CUES)),
});

/** The largest difference between two sets of points, of the coordinates named. */
function difference(
  a: readonly Landmark[] | null,
  b: readonly Landmark[] | null,
  keys: readonly (keyof Landmark)[],
): number {
  if (!a || !b) return a === b ? 0 : Number.POSITIVE_INFINITY;
  return Math.max(...a.flatMap((point, i) => keys.map((key) => Math.abs(point[key] - (b[i]?.[key] ?? Number.NaN)))));
}

function decodeOne(bytes: Uint8Array) {
  const [packet, ...more] = decodeFrames(bytes);
  if (!packet || more.length > 0) throw new Error('not one packet');
  return packet;
}

describe('a frame', () => {
  test('in a track comes back whole: image within 1/32768 of it, depth 1/16384, metres 0.125 mm, visibility 1/510', () => {
    fc.assert(
      fc.property(anyFrame, (frame) => {
        const { frame: back, reading } = decodeOne(encodeFrame(frame, { track: true }));
        expect(reading).toBeNull();
        expect({ ...back, image: null, world: null }).toEqual({ ...frame, image: null, world: null });
        expect(difference(frame.image, back.image, ['x', 'y'])).toBeLessThanOrEqual(1 / 32_768 + 1e-12);
        expect(difference(frame.image, back.image, ['z'])).toBeLessThanOrEqual(1 / 16_384 + 1e-12);
        expect(difference(frame.image, back.image, ['visibility'])).toBeLessThanOrEqual(1 / 510 + 1e-12);
        expect(difference(frame.world, back.world, ['x', 'y', 'z'])).toBeLessThanOrEqual(0.000_125 + 1e-12);
      }),
    );
  });

  test('in a live packet brings the image and the reading in no more than 200 bytes', () => {
    fc.assert(
      fc.property(anyFrame, anyReading, (frame, reading) => {
        const bytes = encodeFrame(frame, { track: false, reading });
        expect(bytes.length).toBeLessThanOrEqual(200);
        const back = decodeOne(bytes);
        expect(back.frame.world).toBeNull();
        expect(difference(frame.image, back.frame.image, ['x', 'y'])).toBeLessThanOrEqual(1 / 32_768 + 1e-12);
        const { angleDegrees, uncertaintyDegrees, progress, ...exact } = reading;
        expect(back.reading).toMatchObject({ ...exact, captureMs: frame.captureMs });
        for (const [was, is, step] of [
          [angleDegrees, back.reading?.angleDegrees, 0.05],
          [uncertaintyDegrees, back.reading?.uncertaintyDegrees, 0.05],
          [progress, back.reading?.progress, 0.000_05],
        ] as const) {
          if (was === null) expect(is).toBeNull();
          else expect(Math.abs((is ?? Number.NaN) - was)).toBeLessThanOrEqual(step + 1e-9);
        }
      }),
    );
  });

  test('tells on the way how alike the set-up is to last time’s, in tenths, and what mends it', () => {
    fc.assert(
      fc.property(anyFrame, anyReading, anyLikeLast, (frame, reading, likeLast) => {
        const bytes = encodeFrame(frame, { track: false, reading: { ...reading, likeLast } });
        expect(decodeOne(bytes).reading?.likeLast).toEqual(likeLast);
        expect(decodeOne(encodeFrame(frame, { track: false, reading })).reading).not.toHaveProperty('likeLast');
      }),
    );
  });

  test('written again after reading has the same bytes', () => {
    fc.assert(
      fc.property(anyFrame, (frame) => {
        const bytes = encodeFrame(frame, { track: true });
        // Without an image there is nowhere to keep the visibility of the metres.
        expect(encodeFrame(decodeOne(bytes).frame, { track: true })).toEqual(bytes);
      }),
    );
  });

  test('one after the other come back in their order, read from the middle of a larger buffer', () => {
    fc.assert(
      fc.property(fc.array(anyFrame, { maxLength: 5 }), fc.nat({ max: 9 }), (frames, offset) => {
        const pieces = frames.map((frame) => encodeFrame(frame, { track: true }));
        const whole = joined([new Uint8Array(offset), ...pieces, new Uint8Array(3)]);
        const back = decodeFrames(whole.subarray(offset, whole.length - 3));
        expect(back.map(({ frame }) => frame.sequence)).toEqual(frames.map(({ sequence }) => sequence));
      }),
    );
  });

  test('beyond what a number holds is kept at its edge, not wrapped round', () => {
    const far = makeFrame({ at: { x: 40, y: -40 }, people: 900, luma: 400 });
    const { frame } = decodeOne(encodeFrame(far, { track: true }));
    expect(frame.image?.[0]?.x).toBeCloseTo(2, 3);
    expect(frame.image?.[0]?.y).toBeCloseTo(-2, 3);
    expect(frame).toMatchObject({ people: 255, luma: 254 });
  });
});

describe('bytes that are not ours', () => {
  function expectPacketsOrCodecError(bytes: Uint8Array): void {
    try {
      for (const { frame } of decodeFrames(bytes)) expect(Number.isFinite(frame.captureMs)).toBe(true);
    } catch (error) {
      expect(error).toBeInstanceOf(CodecError);
    }
  }
  const anyPacket = fc
    .tuple(anyFrame, fc.option(anyReading), fc.boolean())
    .map(([frame, reading, track]) => encodeFrame(frame, { track, reading }));

  test('cut short anywhere, they are refused', () => {
    fc.assert(
      fc.property(anyPacket, fc.nat(), (bytes, cut) => {
        const length = 1 + (cut % (bytes.length - 1));
        expect(() => decodeFrames(bytes.subarray(0, length))).toThrow(CodecError);
      }),
      { numRuns: 600 },
    );
  });

  test('garbled anywhere, they are refused as such or read as some frame', () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(anyPacket, flips, (bytes, changes) => {
        const garbled = Uint8Array.from(bytes);
        for (const [at, value] of changes) garbled[at % garbled.length] = value;
        expectPacketsOrCodecError(garbled);
      }),
      { numRuns: 600 },
    );
  });

  test('of any kind, they are refused as such or read as some frame', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 600 }), expectPacketsOrCodecError), { numRuns: 600 });
    const likely = fc
      .uint8Array({ minLength: 18, maxLength: 500 })
      .map((rest) => Uint8Array.from([1, (rest[0] ?? 0) & 15, ...rest]));
    fc.assert(fc.property(likely, expectPacketsOrCodecError), { numRuns: 600 });
  });

  test.each<[string, (bytes: Uint8Array, view: DataView) => void]>([
    ['another version', (bytes) => void bytes.fill(2, 0, 1)],
    ['unknown flags', (bytes) => void bytes.fill(16, 1, 2)],
    ['depth without an image', (bytes) => void bytes.fill(2, 1, 2)],
    ['a time that is no number', (_, view) => view.setFloat64(6, Number.NaN, true)],
    ['a frame without width', (_, view) => view.setUint16(14, 0, true)],
    ['a step we do not know', (bytes) => void bytes.fill(9, bytes.length - 8, bytes.length - 7)],
  ])('%s is refused', (_, spoil) => {
    const reading: LiveReading = { ...NO_READING, step: 'move' };
    const bytes = encodeFrame(makeFrame(), { track: true, reading });
    spoil(bytes, new DataView(bytes.buffer));
    expect(() => decodeFrames(bytes)).toThrow(CodecError);
  });

  test('no bytes are no frames', () => {
    expect(decodeFrames(new Uint8Array())).toEqual([]);
  });
});

const NO_READING: LiveReading = {
  captureMs: 0,
  angleDegrees: null,
  uncertaintyDegrees: null,
  refusals: [],
  count: 0,
  step: 'get-ready',
  progress: null,
};
