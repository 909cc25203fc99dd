import { z } from 'zod';
import { CodecError, decodeFrames, encodeFrame } from './codec.ts';
import type { LandmarkFrame } from './landmarks.ts';

/** A landmark track in a file: what made it, and segments of at most 10 s in the codec's bytes (base64). */
export const trackFile = z.strictObject({
  format: z.literal('plumbline-track'),
  version: z.literal(1),
  meta: z.strictObject({
    source: z.string().max(500),
    model: z.enum(['lite', 'full', 'heavy']),
    modelSha256: z.string().max(80),
    poseFps: z.number().nonnegative(),
    durationS: z.number().nonnegative(),
  }),
  segments: z.array(z.base64()).max(100_000),
});
export type TrackFile = z.infer<typeof trackFile>;

export const SEGMENT_MS = 10_000;

/** A file's content from frames in the order of their times. */
export function toTrack(frames: readonly LandmarkFrame[], meta: TrackFile['meta']): TrackFile {
  const segments: string[] = [];
  let from = 0;
  for (let i = 0; i <= frames.length; i++) {
    const first = frames[from];
    const frame = frames[i];
    if (first && (!frame || frame.captureMs - first.captureMs >= SEGMENT_MS)) {
      segments.push(toBase64(joined(frames.slice(from, i).map((one) => encodeFrame(one, { track: true })))));
      from = i;
    }
  }
  return { format: 'plumbline-track', version: 1, meta, segments };
}

/** The frames of a file's content. Throws CodecError or a ZodError where it is not a track. */
export function framesOf(content: unknown): { meta: TrackFile['meta']; frames: LandmarkFrame[] } {
  const { meta, segments } = trackFile.parse(content);
  const frames = segments.flatMap((segment) => decodeFrames(fromBase64(segment)).map(({ frame }) => frame));
  const disorder = frames.findIndex((frame, i) => i > 0 && frame.captureMs <= (frames[i - 1]?.captureMs ?? 0));
  if (disorder > 0) throw new CodecError(`frame ${disorder} is not later than the one before it`);
  return { meta, frames };
}

/** Pieces one after the other. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

// Every browser and Node have them; the language's own library does not name them.
declare function btoa(text: string): string;
declare function atob(text: string): string;

const CHUNK = 8_192;

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from([...atob(text)], (character: string) => character.charCodeAt(0));
}
