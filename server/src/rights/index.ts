import type { Job } from '../jobs/index.ts';
import { retentionJob } from './retention-job.ts';

export { rightsRoutes } from './routes.ts';
export const rightsJobs: readonly Job[] = [retentionJob];
