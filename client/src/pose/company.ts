import type { Pick } from './person.ts';

/** Alone this long, the person is looked at without searching for others in every frame. */
const ALONE_MS = 4_000;
/** How often it is then asked whether somebody has come in. */
const CHECK_EVERY_MS = 3_000;

/** How many people the engine is asked to follow. Following a second one costs 40 % more time on a CPU, even when there is none. */
export type Company = 'one' | 'two';

export interface CompanyPlan {
  readonly following: Company;
  /** True when it is time to count the people in this frame by the slower way. */
  wantsCheck(captureMs: number): boolean;
  /** Takes the result of such a check; returns what to follow from this frame on. */
  checked(people: number, captureMs: number): Company;
  /** Takes what was seen in a frame; returns what to follow from the next frame on. */
  seen(pick: Pick, captureMs: number): Company;
}

/** Decides when it is worth following a second person: at the start, while there is company, and when the first one is lost. */
export function createCompanyPlan(): CompanyPlan {
  let following: Company = 'two';
  let aloneSinceMs: number | null = null;
  let checkedMs = 0;
  return {
    get following() {
      return following;
    },
    wantsCheck: (captureMs) => following === 'one' && captureMs - checkedMs >= CHECK_EVERY_MS,
    checked(people, captureMs) {
      checkedMs = captureMs;
      if (people > 1) {
        following = 'two';
        aloneSinceMs = null;
      }
      return following;
    },
    seen({ index, people }, captureMs) {
      const alone = people === 1 && index !== null;
      if (!alone) {
        following = 'two';
        aloneSinceMs = null;
        return following;
      }
      aloneSinceMs ??= captureMs;
      if (following === 'two' && captureMs - aloneSinceMs >= ALONE_MS) {
        following = 'one';
        checkedMs = captureMs;
      }
      return following;
    },
  };
}
