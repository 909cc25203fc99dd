import { z } from 'zod';

/** When something happened, as the device knows it. `monotonicMs` counts from `bootId`'s start (a page load); `serverMs` is its estimate of server time (epoch ms), good to ± `uncertaintyMs`. */
export const happenedAt = z.strictObject({
  bootId: z.uuid(),
  monotonicMs: z.number().nonnegative(),
  serverMs: z.number().int().nonnegative(),
  uncertaintyMs: z.number().nonnegative(),
});
export type HappenedAt = z.infer<typeof happenedAt>;
