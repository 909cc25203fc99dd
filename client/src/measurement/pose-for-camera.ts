import type { PublicConfig } from '@plumbline/shared/config';
import { basePath } from '../http/index.ts';
import {
  createAdaptiveSource,
  createCameraSource,
  type ModelSize,
  ownStorage,
  type PoseSource,
} from '../pose/index.ts';

const ENGINE = 'mediapipe-0.10.35';

/** The pose source over a camera track, with the models and the engine of our own origin; which model, the device decides. */
export function poseForCamera(track: MediaStreamTrack, { pose }: Pick<PublicConfig, 'pose'>): PoseSource {
  const root = basePath().replace(/\/$/, '');
  const version = `${ENGINE} ${pose.path}`;
  const sourceWith = (model: ModelSize) => {
    const { file, sha256 } = pose.models[model];
    const assets = {
      wasmBase: `${root}/assets/${ENGINE}`,
      modelUrl: `${root}${pose.path}/${file}`,
      modelSha256: sha256,
    };
    return createCameraSource({ track, assets, model, version });
  };
  return createAdaptiveSource({ sourceWith, version, storage: ownStorage() });
}
