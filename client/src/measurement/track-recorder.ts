import { storeSegment } from '@plumbline/shared/encounter';
import { encodeFrame, joined, type LandmarkFrame, SEGMENT_MS, toBase64 } from '@plumbline/shared/measurement';
import { v4 as uuid } from 'uuid';
import type { DeviceDatabase } from '../encounter/index.ts';
import { call, isProblem } from '../http/index.ts';

const RETRY_MS = 15_000;
const REFUSED = [400, 403, 404, 409, 413, 422];

/** Keeps the landmark track of a visit, with the patient's consent: segments of at most ten seconds through a store of their own, each delivered once. */
export class TrackRecorder {
  readonly #db: DeviceDatabase;
  readonly #encounterId: string;
  #pieces: { bytes: Uint8Array; atMs: number }[] = [];
  #delivering = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(db: DeviceDatabase, encounterId: string) {
    this.#db = db;
    this.#encounterId = encounterId;
    this.#timer = setInterval(() => void this.deliver(), RETRY_MS);
  }

  add(frame: LandmarkFrame): void {
    const first = this.#pieces[0];
    if (first && frame.captureMs - first.atMs >= SEGMENT_MS) void this.flush();
    this.#pieces.push({ bytes: encodeFrame(frame, { track: true }), atMs: frame.captureMs });
  }

  /** Closes the segment under way and delivers. */
  async flush(): Promise<void> {
    const pieces = this.#pieces;
    this.#pieces = [];
    const [first, last] = [pieces[0], pieces.at(-1)];
    if (!first || !last) return;
    const bytes = joined(pieces.map((piece) => piece.bytes));
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
    const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    await this.#db.put('segments', {
      segmentId: uuid(),
      encounterId: this.#encounterId,
      startMs: first.atMs,
      endMs: last.atMs,
      sha256,
      bytes: toBase64(bytes),
    });
    await this.deliver();
  }

  /** Sends what waits; the rest is tried again. */
  async deliver(): Promise<void> {
    if (this.#delivering) return;
    this.#delivering = true;
    try {
      for (const segment of await this.#db.getAll('segments')) {
        const { segmentId, encounterId, ...body } = segment;
        try {
          await call(storeSegment, { params: { encounterId, segmentId }, body });
        } catch (error) {
          // Refused for good, for want of consent for one: then it must not be kept here either.
          if (!isProblem(error) || !REFUSED.includes(error.status)) return;
        }
        await this.#db.delete('segments', segmentId);
      }
    } finally {
      this.#delivering = false;
    }
  }

  stop(): void {
    clearInterval(this.#timer);
    void this.flush();
  }
}
