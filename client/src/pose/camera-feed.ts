import type { PoseEngine } from './pose-main.ts';

export interface CameraFeed {
  /** Tells the feed that the engine is free for the next image. */
  onDone(): void;
  stop(): void;
}

/** Brings the newest frames of a camera track to the engine: as a stream of VideoFrames read by the worker, or picture by picture where a browser has no such stream. */
export function startCameraFeed(track: MediaStreamTrack, engine: PoseEngine, maxFps: number): CameraFeed {
  if ('MediaStreamTrackProcessor' in globalThis) {
    const { readable } = new MediaStreamTrackProcessor({ track, maxBufferSize: 1 });
    engine.follow(readable, maxFps);
    return { onDone() {}, stop() {} };
  }
  return startPictureFeed(track, engine, maxFps);
}

/** One picture under way at a time; frames that come meanwhile are never looked at. */
function startPictureFeed(track: MediaStreamTrack, engine: PoseEngine, maxFps: number): CameraFeed {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  let stopped = false;
  let busy = false;
  let nextMs = 0;

  const take = async (captureMs: number) => {
    try {
      const image = await createImageBitmap(video);
      if (stopped) image.close();
      else engine.look(image, captureMs);
    } catch {
      // The element has no picture right now (camera muted or changing): the next frame is taken instead.
      busy = false;
    }
  };
  const onVideoFrame = (nowMs: number, { captureTime }: VideoFrameCallbackMetadata) => {
    if (stopped) return;
    video.requestVideoFrameCallback(onVideoFrame);
    if (busy || nowMs < nextMs) return;
    busy = true;
    nextMs = nowMs + 1_000 / maxFps - 8;
    void take(captureTime ?? nowMs);
  };
  video.requestVideoFrameCallback(onVideoFrame);
  video.play().catch(() => {
    // Refused only while the page is hidden or being left; frames start when it plays.
  });
  return {
    onDone() {
      busy = false;
    },
    stop() {
      stopped = true;
      video.srcObject = null;
    },
  };
}
