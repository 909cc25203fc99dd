import type { AngleName } from './angles.ts';
import type { Side } from './landmarks.ts';
import type { FrameOptions } from './make-frame.ts';

/** A body with one joint of one side at these degrees and the rest straight, seen as a protocol would have it. */
export function makeMovement(angle: AngleName, side: Side, degrees: number): FrameOptions {
  const view = side === 'left' ? 'side-left' : 'side-right';
  switch (angle) {
    case 'shoulder-abduction':
      return { [side]: { shoulderAbduction: degrees } };
    case 'shoulder-flexion':
      return { view, [side]: { shoulderFlexion: degrees } };
    case 'shoulder-extension':
      return { view, [side]: { shoulderFlexion: -degrees } };
    case 'elbow-flexion':
      return { view, [side]: { elbowFlexion: degrees } };
    case 'hip-flexion':
      return { view, [side]: { hipFlexion: degrees, kneeFlexion: degrees } };
    case 'hip-extension':
      return { view, [side]: { hipFlexion: -degrees } };
    case 'hip-abduction':
      return { [side]: { hipAbduction: degrees } };
    case 'knee-flexion':
      return { view, [side]: { kneeFlexion: degrees } };
    case 'ankle-dorsiflexion':
      return { view, [side]: { ankleDorsiflexion: degrees } };
    case 'ankle-plantarflexion':
      return { view, [side]: { ankleDorsiflexion: -degrees } };
    case 'trunk-inclination':
      return { view, trunkInclination: degrees, hipFlexion: degrees };
    case 'trunk-side-bend':
      return { trunkSideBend: side === 'left' ? degrees : -degrees };
    case 'neck-side-bend':
      return { neckSideBend: side === 'left' ? degrees : -degrees };
  }
}

/** How an exercise is performed before the camera: body and view at one angle, where it rests, how far people go. */
export interface Performed {
  pose: (degrees: number) => FrameOptions;
  rest: number;
  peak: number;
}

/** One performance for each exercise; limbs of one side are the left's. */
export const PERFORMED = {
  squat: {
    pose: (knee) => ({ view: 'side-right', kneeFlexion: knee, hipFlexion: knee, trunkInclination: 0.3 * knee }),
    rest: 6,
    peak: 95,
  },
  'sit-to-stand': {
    pose: (knee) => ({ view: 'side-left', kneeFlexion: knee, hipFlexion: knee }),
    rest: 88,
    peak: 6,
  },
  'arm-raise': {
    pose: (shoulder) => ({ left: { shoulderAbduction: shoulder }, right: { shoulderAbduction: 6 } }),
    rest: 8,
    peak: 115,
  },
  'elbow-curl': { pose: (elbow) => ({ view: 'side-left', left: { elbowFlexion: elbow } }), rest: 14, peak: 130 },
  'push-up': {
    pose: (elbow) => ({
      view: 'side-right',
      trunkInclination: 80 + 0.08 * elbow,
      shoulderFlexion: 85 - 0.6 * elbow,
      elbowFlexion: elbow,
      at: { x: 0.2, y: 0.8 },
    }),
    rest: 10,
    peak: 85,
  },
  'overhead-triceps-extension': {
    pose: (elbow) => ({
      view: 'side-left',
      left: { shoulderFlexion: 170, elbowFlexion: elbow },
      scale: 0.36,
    }),
    rest: 112,
    peak: 18,
  },
  'hip-hinge': {
    pose: (hip) => ({ view: 'side-left', hipFlexion: hip, trunkInclination: 0.9 * hip, kneeFlexion: 0.15 * hip }),
    rest: 4,
    peak: 80,
  },
} as const satisfies Record<string, Performed>;

/** Two legs and two arms at one moment of walking, half a step apart; a double step takes `strideMs`. */
export function makeStride(atMs: number, strideMs = 1_100): FrameOptions {
  const phase = (2 * Math.PI * atMs) / strideMs;
  const limbs = (at: number) => ({
    hipFlexion: 12 + 22 * Math.sin(at),
    kneeFlexion: 8 + 50 * Math.max(0, Math.sin(at + 1.2)) ** 2,
    shoulderFlexion: -18 * Math.sin(at),
    elbowFlexion: 18 - 10 * Math.sin(at),
  });
  return { left: limbs(phase), right: limbs(phase + Math.PI), trunkInclination: 4 };
}
