import type { z } from 'zod';
import type { AppContext } from '../app-context.ts';
import type { Scope } from '../database/database.ts';

/** One kind of work for later. Its data are ids and codes only: they stand in the queue's table. */
export interface Job<S extends z.ZodType = z.ZodType> {
  name: string;
  data: S;
  /**
   * Runs in one transaction with the note that it was done, so that a job tried again changes nothing twice. What it
   * does outside the database must bear being done again.
   */
  handler: (data: z.infer<S>, scope: Scope, app: AppContext) => Promise<void>;
  /** Asked for by the clock in every clinic: `minute hour day month weekday`, UTC. Its data are then `{}`. */
  every?: string;
}

/** Defines a job; its data are parsed when it runs, since a queue outlives a version of the program. */
export function defineJob<S extends z.ZodType>(job: Job<S>): Job<S> & Job {
  return job as Job<S> & Job;
}
