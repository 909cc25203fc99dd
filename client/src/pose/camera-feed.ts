import { grabPicture } from './grab-picture.ts';
import { createPace } from './pace.ts';
import type { PoseEngine } from './pose-main.ts';

export interface CameraFeed {
  /** Tells the feed that the engine is free for the next image, and how long the last one took. */
  onDone(detectMs: number): void;
  stop(): void;
}

/** When a picture of a video was captured, on the page's clock, ms. */
export type CaptureMsOf = (nowMs: number, metadata: VideoFrameCallbackMetadata) => number;

/** Brings the newest frames of a camera track to the engine: as a stream of VideoFrames read by the worker, or picture by picture where a browser has no such stream. */
export function startCameraFeed(track: MediaStreamTrack, engine: PoseEngine, maxFps: number): CameraFeed {
  if ('MediaStreamTrackProcessor' in globalThis) {
    // A track of our own: ending it ends the stream, and frames on their way still reach the worker, which closes them.
    const own = track.clone();
    const { readable } = new MediaStreamTrackProcessor({ track: own, maxBufferSize: 1 });
    engine.follow(readable, maxFps);
    return { onDone() {}, stop: () => own.stop() };
  }
  return startPictureFeed(track, engine, maxFps, (nowMs, { captureTime }) => captureTime ?? nowMs);
}

/** One picture under way at a time; frames that come meanwhile are never looked at. */
export function startPictureFeed(
  track: MediaStreamTrack,
  engine: PoseEngine,
  maxFps: number,
  captureMsOf: CaptureMsOf,
): CameraFeed {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  const pace = createPace(maxFps);
  let stopped = false;
  let busy = false;
  let nextMs = 0;

  const take = async (nowMs: number, captureMs: number) => {
    const image = await grabPicture(video, nowMs);
    // No picture right now (camera muted or changing): the next frame is taken instead.
    if (!image) busy = false;
    else if (stopped) image.close();
    else engine.look(image, captureMs);
  };
  const onVideoFrame = (nowMs: number, metadata: VideoFrameCallbackMetadata) => {
    if (stopped) return;
    video.requestVideoFrameCallback(onVideoFrame);
    // Asked for every frame: what tells the time of capture needs to see them all.
    const captureMs = captureMsOf(nowMs, metadata);
    if (busy || nowMs < nextMs) return;
    busy = true;
    nextMs = nowMs + pace.periodMs - 8;
    void take(nowMs, captureMs);
  };
  video.requestVideoFrameCallback(onVideoFrame);
  video.play().catch(() => {
    // Refused only while the page is hidden or being left; frames start when it plays.
  });
  return {
    onDone(detectMs) {
      busy = false;
      pace.looked(detectMs);
    },
    stop() {
      stopped = true;
      video.srcObject = null;
    },
  };
}
