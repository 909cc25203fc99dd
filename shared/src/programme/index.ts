export * from './exercise.ts';
export * from './exercises.ts';
