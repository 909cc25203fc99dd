/** Proportions of a figure; 1 is the average adult. */
export interface Body {
  heightM: number;
  /** Thickness of trunk and limbs. */
  girth: number;
  /** Legs against trunk, at the same height. */
  legLength: number;
  armLength: number;
  shoulderWidth: number;
  hipWidth: number;
  /** 0 a flat chest, 1 a full bust. */
  bust: number;
}

export const averageBody: Body = {
  heightM: 1.7,
  girth: 1,
  legLength: 1,
  armLength: 1,
  shoulderWidth: 1,
  hipWidth: 1,
  bust: 0,
};

/** Lengths in metres from which the skeleton is built. Shares of height after Winter, Biomechanics and Motor Control (2009). */
export interface Measures {
  /** Ankle centre above the floor, shoe included. */
  ankleHeight: number;
  shank: number;
  thigh: number;
  hipHalf: number;
  /** Above the hip centres: first lumbar joint, chest joint, neck joint. */
  lumbarUp: number;
  chestUp: number;
  neckUp: number;
  /** Neck joint to head joint. */
  neck: number;
  shoulderUp: number;
  shoulderHalf: number;
  upperArm: number;
  forearm: number;
  hand: number;
  /** Ankle centre to ball of the foot, heel and toe tip, along the foot. */
  ball: number;
  heel: number;
  toe: number;
  seatUp: number;
}

/** Lengths of a body in metres. */
export function measure(body: Body): Measures {
  const h = body.heightM;
  const leg = 0.491 * h * body.legLength;
  const trunk = 0.285 * h + (0.491 * h - leg);
  return {
    ankleHeight: 0.05 * h,
    shank: leg * 0.5,
    thigh: leg * 0.5,
    hipHalf: 0.0515 * h * body.hipWidth,
    lumbarUp: trunk * 0.22,
    chestUp: trunk * 0.47,
    neckUp: trunk,
    neck: 0.052 * h,
    shoulderUp: trunk * 0.885,
    shoulderHalf: 0.1 * h * body.shoulderWidth,
    upperArm: 0.172 * h * body.armLength,
    forearm: 0.148 * h * body.armLength,
    hand: 0.106 * h,
    ball: 0.078 * h,
    heel: 0.036 * h,
    toe: 0.118 * h,
    seatUp: 0.05 * h * (0.5 + 0.5 * body.girth),
  };
}
