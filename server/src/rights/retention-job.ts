import { z } from 'zod';
import { defineJob } from '../jobs/index.ts';
import { runSchedule } from './retention.ts';

/** Every night, in every clinic. */
export const retentionJob = defineJob({
  name: 'rights.retention',
  data: z.strictObject({}),
  handler: (_data, scope, app) => runSchedule(scope, app),
  every: '15 2 * * *',
});
