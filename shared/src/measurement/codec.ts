import { LANDMARK_COUNT, type Landmark, type LandmarkFrame } from './landmarks.ts';
import { type LiveReading, REFUSALS } from './results.ts';
import { type LikeLast, SET_UP_CUES } from './set-up-guide.ts';

/**
 * One frame: version and flags, sequence, capture time (float64 ms), width, height, people, luma; then 33 image points
 * (x, y int16 in 1/16384 of the frame, visibility byte; z too in a track), 33 world points (int16 in 0.25 mm), and a
 * reading. Little-endian. A live packet carries image and reading: about 200 bytes.
 */
const VERSION = 1;
const HAS = { image: 1, depth: 2, world: 4, reading: 8 } as const;
const HEADER_BYTES = 20;
const IMAGE_SCALE = 16_384;
const DEPTH_SCALE = 8_192;
const WORLD_SCALE = 4_000;
const STEPS: readonly LiveReading['step'][] = ['get-ready', 'hold-still', 'move', 'hold-end', 'done', 'moving'];
const READING_BYTES = 14;
const NO_LUMA = 255;
const NONE = -32_768;

/** What a packet cannot be read for. */
export class CodecError extends Error {}

export interface Packet {
  frame: LandmarkFrame;
  reading: LiveReading | null;
}

/** Bytes of one frame. `track` keeps depth and world points; a live packet leaves them out. */
export function encodeFrame(
  frame: LandmarkFrame,
  { track, reading = null }: { track: boolean; reading?: LiveReading | null },
): Uint8Array {
  const { image, world } = frame;
  const flags =
    (image ? HAS.image : 0) |
    (image && track ? HAS.depth : 0) |
    (world && track ? HAS.world : 0) |
    (reading ? HAS.reading : 0);
  const bytes = new Uint8Array(sizeOf(flags));
  const view = new DataView(bytes.buffer);
  view.setUint8(0, VERSION);
  view.setUint8(1, flags);
  view.setUint32(2, frame.sequence >>> 0, true);
  view.setFloat64(6, frame.captureMs, true);
  view.setUint16(14, frame.widthPx, true);
  view.setUint16(16, frame.heightPx, true);
  view.setUint8(18, Math.min(255, frame.people));
  view.setUint8(19, frame.luma === null ? NO_LUMA : Math.max(0, Math.min(NO_LUMA - 1, Math.round(frame.luma))));
  let at = HEADER_BYTES;
  if (image) at = writeImage(view, at, image, track);
  if (world && track) at = writeWorld(view, at, world);
  if (reading) writeReading(view, at, reading);
  return bytes;
}

/** The frames in these bytes, one after the other. Throws CodecError for anything else. */
export function decodeFrames(bytes: Uint8Array): Packet[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const packets: Packet[] = [];
  for (let at = 0; at < bytes.byteLength; ) {
    const { packet, size } = decodeOne(view, at);
    packets.push(packet);
    at += size;
  }
  return packets;
}

function decodeOne(view: DataView, from: number): { packet: Packet; size: number } {
  const left = view.byteLength - from;
  if (left < HEADER_BYTES) throw new CodecError('the header is cut short');
  if (view.getUint8(from) !== VERSION) throw new CodecError(`version ${view.getUint8(from)} is not known`);
  const flags = view.getUint8(from + 1);
  if (flags > 15 || (flags & HAS.depth && !(flags & HAS.image))) throw new CodecError('the flags are not ours');
  const size = sizeOf(flags);
  if (left < size) throw new CodecError('the points are cut short');
  const captureMs = view.getFloat64(from + 6, true);
  if (!Number.isFinite(captureMs)) throw new CodecError('the time is not a number');
  const widthPx = view.getUint16(from + 14, true);
  const heightPx = view.getUint16(from + 16, true);
  if (widthPx === 0 || heightPx === 0) throw new CodecError('the frame has no size');
  const luma = view.getUint8(from + 19);
  let at = from + HEADER_BYTES;
  const image = flags & HAS.image ? readImage(view, at, (flags & HAS.depth) > 0) : null;
  if (flags & HAS.image) at += imageBytes(flags);
  const world = flags & HAS.world ? readWorld(view, at) : null;
  if (flags & HAS.world) at += 6 * LANDMARK_COUNT;
  const reading = flags & HAS.reading ? readReading(view, at, captureMs) : null;
  const frame: LandmarkFrame = {
    sequence: view.getUint32(from + 2, true),
    captureMs,
    widthPx,
    heightPx,
    image,
    world: world && image ? world.map((point, i) => ({ ...point, visibility: image[i]?.visibility ?? 0 })) : world,
    people: view.getUint8(from + 18),
    luma: luma === NO_LUMA ? null : luma,
  };
  return { packet: { frame, reading }, size };
}

function imageBytes(flags: number): number {
  return (flags & HAS.depth ? 7 : 5) * LANDMARK_COUNT;
}

function sizeOf(flags: number): number {
  return (
    HEADER_BYTES +
    (flags & HAS.image ? imageBytes(flags) : 0) +
    (flags & HAS.world ? 6 * LANDMARK_COUNT : 0) +
    (flags & HAS.reading ? READING_BYTES : 0)
  );
}

function short(value: number, scale: number): number {
  return Math.max(-32_767, Math.min(32_767, Math.round(value * scale)));
}

function writeImage(view: DataView, from: number, points: readonly Landmark[], depth: boolean): number {
  let at = from;
  for (let i = 0; i < LANDMARK_COUNT; i++) {
    const { x = 0, y = 0, z = 0, visibility = 0 } = points[i] ?? {};
    view.setInt16(at, short(x, IMAGE_SCALE), true);
    view.setInt16(at + 2, short(y, IMAGE_SCALE), true);
    view.setUint8(at + 4, Math.round(Math.max(0, Math.min(1, visibility)) * 255));
    if (depth) view.setInt16(at + 5, short(z, DEPTH_SCALE), true);
    at += depth ? 7 : 5;
  }
  return at;
}

function readImage(view: DataView, from: number, depth: boolean): Landmark[] {
  const size = depth ? 7 : 5;
  return Array.from({ length: LANDMARK_COUNT }, (_, i) => {
    const at = from + i * size;
    return {
      x: view.getInt16(at, true) / IMAGE_SCALE,
      y: view.getInt16(at + 2, true) / IMAGE_SCALE,
      z: depth ? view.getInt16(at + 5, true) / DEPTH_SCALE : 0,
      visibility: view.getUint8(at + 4) / 255,
    };
  });
}

function writeWorld(view: DataView, from: number, points: readonly Landmark[]): number {
  let at = from;
  for (let i = 0; i < LANDMARK_COUNT; i++) {
    const { x = 0, y = 0, z = 0 } = points[i] ?? {};
    for (const value of [x, y, z]) {
      view.setInt16(at, short(value, WORLD_SCALE), true);
      at += 2;
    }
  }
  return at;
}

function readWorld(view: DataView, from: number): Landmark[] {
  return Array.from({ length: LANDMARK_COUNT }, (_, i) => {
    const at = from + i * 6;
    const [x, y, z] = [0, 2, 4].map((offset) => view.getInt16(at + offset, true) / WORLD_SCALE) as [
      number,
      number,
      number,
    ];
    return { x, y, z, visibility: 1 };
  });
}

function writeReading(view: DataView, at: number, reading: LiveReading): void {
  const tenths = (value: number | null) => (value === null ? NONE : short(value, 10));
  view.setInt16(at, tenths(reading.angleDegrees), true);
  view.setInt16(at + 2, tenths(reading.uncertaintyDegrees), true);
  view.setUint16(at + 4, Math.min(65_535, reading.count), true);
  view.setUint8(at + 6, STEPS.indexOf(reading.step));
  view.setUint8(at + 7, reading.likeLast ? writeLikeLast(reading.likeLast) : 0);
  view.setInt16(at + 8, reading.progress === null ? NONE : short(reading.progress, 10_000), true);
  const bits = reading.refusals.reduce((sum, code) => sum | (1 << REFUSALS.indexOf(code)), 0);
  view.setUint32(at + 10, bits >>> 0, true);
}

/** Likeness in tenths plus one, and the cue by its place plus one, four bits each; 0 is none. */
function writeLikeLast({ likeness, cue }: LikeLast): number {
  const tenths = Math.max(0, Math.min(10, Math.round(likeness * 10)));
  return (tenths + 1) | ((cue ? SET_UP_CUES.indexOf(cue) + 1 : 0) << 4);
}

function readLikeLast(byte: number): LikeLast | null {
  const tenths = (byte & 15) - 1;
  if (byte === 0) return null;
  if (tenths < 0 || tenths > 10 || byte >> 4 > SET_UP_CUES.length) throw new CodecError('the set-up is not known');
  return { likeness: tenths / 10, cue: SET_UP_CUES[(byte >> 4) - 1] ?? null };
}

function readReading(view: DataView, at: number, captureMs: number): LiveReading {
  const number = (offset: number, scale: number) => {
    const value = view.getInt16(at + offset, true);
    return value === NONE ? null : value / scale;
  };
  const step = STEPS[view.getUint8(at + 6)];
  if (!step) throw new CodecError('the step is not known');
  const bits = view.getUint32(at + 10, true);
  const likeLast = readLikeLast(view.getUint8(at + 7));
  return {
    captureMs,
    angleDegrees: number(0, 10),
    uncertaintyDegrees: number(2, 10),
    refusals: REFUSALS.filter((_, i) => bits & (1 << i)),
    count: view.getUint16(at + 4, true),
    step,
    progress: number(8, 10_000),
    ...(likeLast ? { likeLast } : {}),
  };
}
