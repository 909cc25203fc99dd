import { z } from 'zod';

/** Where a value came from, stored beside every value. */
export const provenance = z.strictObject({
  algorithmVersion: z.string().max(40),
  modelHash: z.string().max(80),
  model: z.enum(['lite', 'full', 'heavy']),
  delegate: z.enum(['GPU', 'CPU']),
  source: z.enum(['patient-browser', 'therapist-browser', 'track', 'virtual-patient']),
  view: z.string().max(40),
  poseFps: z.number().nonnegative(),
});
export type Provenance = z.infer<typeof provenance>;
