import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CodecError, decodeFrames, encodeFrame } from './codec.ts';
import type { LandmarkFrame } from './landmarks.ts';
import { measureExercise, measureProtocol } from './measure-frames.ts';
import { exerciseNamed, framesOfSet, framesOfTrial, protocolNamed } from './play-frames.ts';
import { framesOf, fromBase64, joined, SEGMENT_MS, type TrackFile, toBase64, toTrack } from './track.ts';

const META: TrackFile['meta'] = {
  source: 'camera',
  model: 'full',
  modelSha256: 'e'.repeat(64),
  poseFps: 15,
  durationS: 14,
};

const squats = framesOfSet('squat', [1, 1, 1], { dropped: 0.2 });

/** What a file holds after it was written and read. */
function throughFile(frames: readonly LandmarkFrame[]) {
  return framesOf(JSON.parse(JSON.stringify(toTrack(frames, META))));
}

function trackOf(frames: readonly LandmarkFrame[]): TrackFile {
  const bytes = joined(frames.map((frame) => encodeFrame(frame, { track: true })));
  return { format: 'plumbline-track', version: 1, meta: META, segments: [toBase64(bytes)] };
}

describe('a track', () => {
  test('brings back what made it, and every frame in its order', () => {
    const { meta, frames } = throughFile(squats);
    expect(meta).toEqual(META);
    expect(frames.map(({ sequence }) => sequence)).toEqual(squats.map(({ sequence }) => sequence));
    expect(frames.map(({ captureMs }) => captureMs)).toEqual(squats.map(({ captureMs }) => captureMs));
  });

  test('written again after reading is the same track', () => {
    const once = toTrack(squats, META);
    expect(toTrack(framesOf(once).frames, META)).toEqual(once);
  });

  test('measures as the frames themselves did', () => {
    const [before, after] = [squats, throughFile(squats).frames].map((frames) =>
      measureExercise(frames, exerciseNamed('squat'), null),
    );
    expect(after?.count).toBe(3);
    expect(after?.rangeOfMotion?.valueDegrees).toBeCloseTo(before?.rangeOfMotion?.valueDegrees ?? 0, 1);
    const trial = framesOfTrial('shoulder-flexion');
    const [was, is] = [trial, throughFile(trial).frames].map((frames) =>
      measureProtocol(frames, protocolNamed('shoulder-flexion'), 'left'),
    );
    expect(is?.rangeOfMotion?.valueDegrees).toBeCloseTo(was?.rangeOfMotion?.valueDegrees ?? 0, 1);
  });

  test('has segments of less than 10 s, whatever the gaps', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 25_000 }), { maxLength: 30 });
    fc.assert(
      fc.property(gaps, (all) => {
        let atMs = 0;
        const frames = all.map((gapMs): LandmarkFrame => {
          atMs += gapMs;
          return { ...(squats[0] as LandmarkFrame), captureMs: atMs };
        });
        const track = toTrack(frames, META);
        const times = track.segments.map((one) => decodeFrames(fromBase64(one)).map(({ frame }) => frame.captureMs));
        expect(times.flat()).toEqual(frames.map(({ captureMs }) => captureMs));
        for (const segment of times) expect((segment.at(-1) ?? 0) - (segment[0] ?? 0)).toBeLessThan(SEGMENT_MS);
      }),
    );
  });

  test('of nothing has no frames', () => {
    expect(throughFile([]).frames).toEqual([]);
  });
});

describe('what is not a track is refused', () => {
  test('frames out of order, or twice at one time', () => {
    const [first, second, third] = squats as [LandmarkFrame, LandmarkFrame, LandmarkFrame];
    expect(() => framesOf(trackOf([first, third, second]))).toThrow(CodecError);
    expect(() => framesOf(trackOf([first, second, second]))).toThrow(CodecError);
    expect(framesOf(trackOf([first, second, third])).frames).toHaveLength(3);
  });

  test('segments in the wrong order', () => {
    const track = toTrack(squats, META);
    expect(track.segments.length).toBeGreaterThan(1);
    expect(() => framesOf({ ...track, segments: [...track.segments].reverse() })).toThrow(CodecError);
  });

  test('a segment that is cut short', () => {
    const bytes = encodeFrame(squats[0] as LandmarkFrame, { track: true });
    expect(() => framesOf({ ...trackOf([]), segments: [toBase64(bytes.subarray(0, 100))] })).toThrow(CodecError);
  });

  test.each<[string, object]>([
    ['another format', { format: 'video' }],
    ['a later version', { version: 2 }],
    ['a segment that is not base64', { segments: ['%%%'] }],
    ['a field that is not ours', { name: 'Ana' }],
    ['no model', { meta: { ...META, model: undefined } }],
  ])('%s', (_, over) => {
    expect(() => framesOf({ ...trackOf([]), ...over })).toThrow();
  });

  test('anything else', () => {
    fc.assert(
      fc.property(fc.anything(), (content) => {
        expect(() => framesOf(content)).toThrow();
      }),
    );
  });
});

test('base64 there and back is the same bytes, however many', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
      expect([...fromBase64(toBase64(bytes))].join()).toBe([...bytes].join());
    }),
  );
  const many = Uint8Array.from({ length: 100_001 }, (_, i) => i % 251);
  expect(fromBase64(toBase64(many)).every((value, i) => value === many[i])).toBe(true);
});
