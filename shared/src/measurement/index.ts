export * from './landmarks.ts';
export * from './results.ts';
