export * from './exercises.ts';
