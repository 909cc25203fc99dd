import type { LandmarkFrame } from '@plumbline/shared/measurement';
import type { LivePacket } from '../measurement/index.ts';
import { grabPicture } from '../pose/index.ts';
import { createFrameClock, type RemoteVideo } from '../room/index.ts';
import { drawPose, fitInside } from './draw.ts';
import { frameToShow, type Match, matchPose } from './frame-match.ts';
import type { Goniometer } from './skeleton.ts';

/** Frames are held at most this long for their landmarks. */
const RING_MS = 250;
const POSES_MS = 1_500;
/** Landmarks older than this are not shown at all. */
const GONE_MS = 1_200;
/** Video takes about this much longer than data; only where frames carry no stamp. */
const VIDEO_LAG_MS = 60;
const LATE_OPACITY = 0.35;

export interface StageLook {
  skeleton: boolean;
  goniometer: Goniometer | null;
}

export interface StageStatus {
  /** none: no landmarks come. live: on their frame. delayed: later than the ring. approximate: the video carries no stamps. */
  overlay: 'none' | 'live' | 'delayed' | 'approximate';
}

interface HeldFrame {
  atMs: number;
  receivedMs: number;
  picture: VideoFrame | ImageBitmap;
}

/** Tells what was drawn, for the test that compares frame and overlay. */
export type OnDrawn = (drawn: {
  frameAtMs: number;
  match: Match['kind'] | null;
  points: Match['points'] | null;
  /** What drawing took. */
  drawMs: number;
}) => void;

/** Plays a remote video on a canvas with its landmarks drawn on the frame they were measured on. Framework-free. */
export class StagePlayer {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #video: HTMLVideoElement;
  readonly #remote: RemoteVideo;
  readonly #onStatus: (status: StageStatus) => void;
  readonly #onDrawn: OnDrawn | undefined;
  readonly #toCaptureMs = createFrameClock();
  #look: StageLook = { skeleton: true, goniometer: null };
  #frames: HeldFrame[] = [];
  #poses: LandmarkFrame[] = [];
  #intervalMs = 40;
  #offsetMs: number | null = null;
  #stamped = true;
  #status: StageStatus['overlay'] = 'none';
  #callback = 0;
  #stopped = false;

  constructor(options: {
    canvas: HTMLCanvasElement;
    video: HTMLVideoElement;
    remote: RemoteVideo;
    onStatus: (status: StageStatus) => void;
    onDrawn?: OnDrawn;
  }) {
    this.#canvas = options.canvas;
    this.#video = options.video;
    this.#remote = options.remote;
    this.#onStatus = options.onStatus;
    this.#onDrawn = options.onDrawn;
    const context = options.canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('This browser cannot draw.');
    this.#context = context;
    this.#video.srcObject = new MediaStream([options.remote.track]);
    void this.#video.play().catch(() => {});
    this.#listen();
  }

  set look(look: StageLook) {
    this.#look = look;
  }

  /** Takes in landmarks; `frame.captureMs` in the sender's epoch ms. */
  add({ frame, receivedMs }: LivePacket): void {
    // How the sender's clock and ours differ, transport included: only for video without stamps.
    const offset = receivedMs - frame.captureMs;
    this.#offsetMs = this.#offsetMs === null ? offset : Math.min(offset, this.#offsetMs + 0.02);
    this.#poses = [...this.#poses.filter((pose) => pose.captureMs > frame.captureMs - POSES_MS), frame];
  }

  stop(): void {
    this.#stopped = true;
    this.#video.cancelVideoFrameCallback?.(this.#callback);
    this.#video.srcObject = null;
    for (const { picture } of this.#frames) picture.close();
    this.#frames = [];
  }

  #listen(): void {
    this.#callback = this.#video.requestVideoFrameCallback((nowMs, metadata) => {
      void this.#take(nowMs, metadata).finally(() => {
        if (!this.#stopped) this.#listen();
      });
    });
  }

  async #take(nowMs: number, { rtpTimestamp, width, height }: VideoFrameCallbackMetadata): Promise<void> {
    if (this.#stopped || width === 0 || height === 0) return;
    const stampMs = rtpTimestamp === undefined ? null : this.#remote.stampOf(rtpTimestamp);
    this.#stamped = stampMs !== null;
    const atMs =
      rtpTimestamp !== undefined && stampMs !== null
        ? this.#toCaptureMs(rtpTimestamp, stampMs)
        : nowMs - VIDEO_LAG_MS - (this.#offsetMs ?? 0);
    const picture = await grabPicture(this.#video, nowMs);
    if (!picture) return;
    if (this.#stopped) {
      picture.close();
      return;
    }
    const last = this.#frames.at(-1);
    if (last && atMs > last.atMs && atMs - last.atMs < 200)
      this.#intervalMs += 0.1 * (atMs - last.atMs - this.#intervalMs);
    this.#frames.push({ atMs, receivedMs: nowMs, picture });
    while (this.#frames[0] && this.#frames[0].receivedMs < nowMs - RING_MS) this.#release(this.#frames.shift());
    this.#draw();
  }

  #draw(): void {
    const fresh = this.#poses.filter((pose) => (this.#frames.at(-1)?.atMs ?? 0) - pose.captureMs < GONE_MS);
    const frame = frameToShow(this.#frames, fresh, this.#intervalMs);
    if (!frame) return;
    // Nothing older is shown again.
    while (this.#frames[0] && this.#frames[0] !== frame) this.#release(this.#frames.shift());
    const match = fresh.length > 0 ? matchPose(fresh, frame.atMs, this.#intervalMs) : null;
    const startedMs = performance.now();
    this.#paint(frame, match);
    const drawMs = performance.now() - startedMs;
    this.#onDrawn?.({ frameAtMs: frame.atMs, match: match?.kind ?? null, points: match?.points ?? null, drawMs });
    const late = match?.kind === 'late';
    this.#tell(!match ? 'none' : !this.#stamped ? 'approximate' : late ? 'delayed' : 'live');
  }

  #paint({ picture }: HeldFrame, match: Match | null): void {
    const { clientWidth, clientHeight } = this.#canvas;
    const ratio = Math.min(window.devicePixelRatio || 1, 1.5);
    const [width, height] = [Math.round(clientWidth * ratio), Math.round(clientHeight * ratio)];
    if (width === 0 || height === 0) return;
    if (this.#canvas.width !== width || this.#canvas.height !== height) Object.assign(this.#canvas, { width, height });
    const size = 'displayWidth' in picture ? { width: picture.displayWidth, height: picture.displayHeight } : picture;
    const fit = fitInside(size, { width, height });
    this.#context.fillStyle = '#26323b';
    this.#context.fillRect(0, 0, width, height);
    this.#context.drawImage(picture, fit.x, fit.y, fit.width, fit.height);
    if (!match) return;
    const opacity = match.kind === 'late' ? LATE_OPACITY : 1;
    drawPose(this.#context, match.points, fit, { ...this.#look, opacity, unit: ratio });
  }

  #release(frame: HeldFrame | undefined): void {
    frame?.picture.close();
  }

  #tell(overlay: StageStatus['overlay']): void {
    if (overlay === this.#status) return;
    this.#status = overlay;
    this.#onStatus({ overlay });
  }
}
