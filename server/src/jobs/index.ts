export { defineJob, type Job } from './job.ts';
export { createJobs, type Jobs, migrateQueue } from './jobs.ts';
