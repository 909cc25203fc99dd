/** Share of the time the engine may work, so that the device stays cool and its page fluid. */
const DUTY = 0.6;
/** That share is given up before the rate falls below this, pictures a second: a movement must still be followed. */
const LEAST_FPS = 6;
const WEIGHT = 0.2;

/** When the next picture is looked at. */
export interface Pace {
  /** The pause between the beginnings of two looks, ms. */
  readonly periodMs: number;
  /** Takes in how long a look took. */
  looked(detectMs: number): void;
}

/** As many pictures a second as asked for, fewer where the engine would work more than six tenths of the time; Infinity is no limit at all, for the bench. */
export function createPace(maxFps: number): Pace {
  let usualMs: number | null = null;
  return {
    get periodMs() {
      const wanted = 1_000 / maxFps;
      if (usualMs === null || wanted === 0) return wanted;
      return Math.max(wanted, Math.min(usualMs / DUTY, Math.max(1_000 / LEAST_FPS, usualMs)));
    },
    looked(detectMs) {
      usualMs = usualMs === null ? detectMs : usualMs + WEIGHT * (detectMs - usualMs);
    },
  };
}
