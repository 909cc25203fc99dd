export { type AdaptiveSourceOptions, createAdaptiveSource } from './adaptive-source.ts';
export { type CaptureMsOf, startPictureFeed } from './camera-feed.ts';
export { type CameraSourceOptions, createCameraSource } from './camera-source.ts';
export { grabPicture } from './grab-picture.ts';
export { ownStorage } from './own-storage.ts';
export { DOWNLOAD_BYTES, type PoseAssets } from './pose-shared.ts';
export type { Delegate, ModelSize, PoseFailure, PoseInfo, PoseSource, PoseState } from './source.ts';
export { createTrackSource, type TrackSourceOptions } from './track-source.ts';
