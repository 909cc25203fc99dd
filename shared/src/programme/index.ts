export * from './exercise.ts';
export * from './exercises.ts';
export * from './tempo.ts';
export * from './timed-norms.ts';
export * from './timed-tests.ts';
