export * from './exercise.ts';
export * from './exercises.ts';
export * from './tempo.ts';
