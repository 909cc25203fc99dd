import type { PublicConfig } from '@plumbline/shared/config';
import { basePath } from '../http/index.ts';
import { createCameraSource, type ModelSize, type PoseSource } from '../pose/index.ts';

const ENGINE = 'mediapipe-0.10.35';

/** The pose source over a camera track, with the models and the engine of our own origin. */
export function poseForCamera(
  track: MediaStreamTrack,
  { pose }: Pick<PublicConfig, 'pose'>,
  model: ModelSize = 'full',
): PoseSource {
  const { file, sha256 } = pose.models[model];
  const root = basePath().replace(/\/$/, '');
  return createCameraSource({
    track,
    assets: {
      wasmBase: `${root}/assets/${ENGINE}`,
      modelUrl: `${root}${pose.path}/${file}`,
      modelSha256: sha256,
    },
    model,
    version: `${ENGINE} ${pose.path}`,
  });
}
