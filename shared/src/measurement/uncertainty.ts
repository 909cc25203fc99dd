import type { AngleName } from './angles.ts';

/**
 * 95 % half-widths in degrees in the protocol's plane, and how much each degree off the plane adds. Estimated from
 * simulation: chosen on the fit trials of `npm run bench -- accuracy`, judged on the held-out ones (decision 0005); they
 * widen a value's ±, they never shift it. To be confirmed on people.
 */
const CALIBRATION: Record<AngleName, { base: number; perDegreeOffPlane: number }> = {
  'shoulder-abduction': { base: 6.5, perDegreeOffPlane: 0.12 },
  'shoulder-flexion': { base: 6.8, perDegreeOffPlane: 0.12 },
  'shoulder-extension': { base: 6.5, perDegreeOffPlane: 0.12 },
  'elbow-flexion': { base: 7.8, perDegreeOffPlane: 0.15 },
  'hip-flexion': { base: 6.5, perDegreeOffPlane: 0.15 },
  'hip-extension': { base: 6.5, perDegreeOffPlane: 0.15 },
  'hip-abduction': { base: 6.5, perDegreeOffPlane: 0.15 },
  'knee-flexion': { base: 8.4, perDegreeOffPlane: 0.25 },
  'ankle-dorsiflexion': { base: 24.8, perDegreeOffPlane: 0.2 },
  'ankle-plantarflexion': { base: 29.3, perDegreeOffPlane: 0.2 },
  'trunk-inclination': { base: 7.7, perDegreeOffPlane: 0.15 },
  'trunk-side-bend': { base: 6.5, perDegreeOffPlane: 0.15 },
  'neck-side-bend': { base: 11.7, perDegreeOffPlane: 0.2 },
};

export interface ErrorSources {
  angle: AngleName;
  offPlaneDegrees: number;
  /** Standard deviation of single frames, degrees. */
  jitterDegrees: number;
  /** Least visibility of the points used, 0–1. */
  visibility: number;
  poseFps: number;
  /** Speed at the value, degrees a second. */
  speed: number;
  /** How much further the limb may have gone where it was not seen, degrees. */
  unseenDegrees?: number;
}

/** The 95 % half-width of an angle, degrees. */
export function uncertaintyOf({
  angle,
  offPlaneDegrees,
  jitterDegrees,
  visibility,
  poseFps,
  speed,
  unseenDegrees = 0,
}: ErrorSources): number {
  const { base, perDegreeOffPlane } = CALIBRATION[angle];
  const view = perDegreeOffPlane * offPlaneDegrees;
  const hidden = visibility >= 0.8 ? 0 : (0.8 - visibility) * 12;
  // Between two frames the limb may have gone this much further than was seen.
  const between = poseFps > 0 ? Math.min(15, Math.abs(speed) / poseFps / 4) : 15;
  const jitter = (1.96 * jitterDegrees) / Math.sqrt(Math.max(1, poseFps * 0.3));
  return Math.hypot(base, view, hidden, between, jitter, unseenDegrees);
}
