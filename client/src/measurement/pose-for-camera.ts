import type { PublicConfig } from '@plumbline/shared/config';
import { basePath } from '../http/index.ts';
import {
  type CameraSourceOptions,
  type CaptureMsOf,
  createAdaptiveSource,
  createCameraSource,
  type ModelSize,
  ownStorage,
  type PoseSource,
  startPictureFeed,
} from '../pose/index.ts';
import { createFrameClock, type RemoteVideo } from '../room/index.ts';

const ENGINE = 'mediapipe-0.10.35';

type Config = Pick<PublicConfig, 'pose'>;

/** The pose source over a camera track, with the models and the engine of our own origin; which model, the device decides. */
export function poseForCamera(track: MediaStreamTrack, config: Config): PoseSource {
  return poseOver({ track }, config);
}

/** The same over the video that the other side sends. Frames carry the time of their capture on the sender's clock, as far as this page's can tell it. */
export function poseForReceived({ track, stampOf }: RemoteVideo, config: Config): PoseSource {
  return poseOver(
    {
      track,
      startFeed: (video, engine, maxFps) => startPictureFeed(video, engine, maxFps, captureMsFrom(stampOf)),
    },
    config,
  );
}

/** A video without stamps is timed by its arrival. */
function captureMsFrom(stampOf: RemoteVideo['stampOf']): CaptureMsOf {
  const toCaptureMs = createFrameClock();
  return (nowMs, { rtpTimestamp }) => {
    const stampMs = rtpTimestamp === undefined ? null : stampOf(rtpTimestamp);
    if (rtpTimestamp === undefined || stampMs === null) return nowMs;
    return toCaptureMs(rtpTimestamp, stampMs) - performance.timeOrigin;
  };
}

function poseOver(from: Pick<CameraSourceOptions, 'track' | 'startFeed'>, { pose }: Config): PoseSource {
  const root = basePath().replace(/\/$/, '');
  const version = `${ENGINE} ${pose.path}`;
  const sourceWith = (model: ModelSize) => {
    const { file, sha256 } = pose.models[model];
    const assets = {
      wasmBase: `${root}/assets/${ENGINE}`,
      modelUrl: `${root}${pose.path}/${file}`,
      modelSha256: sha256,
    };
    return createCameraSource({ ...from, assets, model, version });
  };
  return createAdaptiveSource({ sourceWith, version, storage: ownStorage() });
}
