import { z } from 'zod';

/** The year 9999, which every calendar of ours can still write. */
const LATEST_MS = 253_370_764_800_000;

/** When something happened, as the device knows it. `monotonicMs` counts from `bootId`'s start (a page load); `serverMs` is its estimate of server time (epoch ms), good to ± `uncertaintyMs`. */
export const happenedAt = z.strictObject({
  bootId: z.uuid(),
  monotonicMs: z.number().nonnegative(),
  serverMs: z.number().int().nonnegative().max(LATEST_MS),
  uncertaintyMs: z.number().nonnegative().max(LATEST_MS),
});
export type HappenedAt = z.infer<typeof happenedAt>;
