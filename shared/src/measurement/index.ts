export * from './angles.ts';
export * from './change.ts';
export * from './codec.ts';
export * from './coded-video.ts';
export * from './ghost.ts';
export * from './landmarks.ts';
export * from './manual-measures.ts';
export * from './measure-frames.ts';
export * from './norms.ts';
export * from './protocols.ts';
export * from './results.ts';
export * from './screens.ts';
export * from './set.ts';
export * from './set-up.ts';
export * from './set-up-guide.ts';
export * from './signed-angle.ts';
export * from './timed-fold.ts';
export * from './timed-reading.ts';
export * from './track.ts';
export * from './trial.ts';
export * from './trial-result.ts';
export * from './vectors.ts';
export * from './view.ts';

/** Raised whenever a change to the folds can change a value. */
export const ALGORITHM_VERSION = '2026-11-24.8';
