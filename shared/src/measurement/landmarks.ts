/** One BlazePose landmark. Image landmarks: x right and y down as fractions of the frame, never mirrored; z in frame widths. World landmarks: metres, origin mid-hip. */
export interface Landmark {
  x: number;
  y: number;
  z: number;
  /** 0–1: how sure the model is that the point is in the frame and not hidden. */
  visibility: number;
}

/** What the pose worker saw in one video frame. */
export interface LandmarkFrame {
  /** Counts the frames this source looked at, gaps mean dropped frames. */
  sequence: number;
  /** When the frame was captured, in ms on the device's monotonic clock (a file: presentation time). */
  captureMs: number;
  widthPx: number;
  heightPx: number;
  /** 33 landmarks of the person measured, or null when nobody was found. */
  image: readonly Landmark[] | null;
  world: readonly Landmark[] | null;
  /** How many people the detector reported. */
  people: number;
  /** Mean luma 0–255 of the frame, null when it was not sampled. */
  luma: number | null;
}

export type Side = 'left' | 'right';

/** BlazePose indices; left is the patient's left. */
export const POINT = {
  nose: 0,
  leftEye: 2,
  rightEye: 5,
  leftEar: 7,
  rightEar: 8,
  leftShoulder: 11,
  rightShoulder: 12,
  leftElbow: 13,
  rightElbow: 14,
  leftWrist: 15,
  rightWrist: 16,
  leftHip: 23,
  rightHip: 24,
  leftKnee: 25,
  rightKnee: 26,
  leftAnkle: 27,
  rightAnkle: 28,
  leftHeel: 29,
  rightHeel: 30,
  leftToe: 31,
  rightToe: 32,
} as const;

export const LANDMARK_COUNT = 33;
