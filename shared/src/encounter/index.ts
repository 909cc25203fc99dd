export * from './bodies.ts';
export * from './contract.ts';
export * from './events.ts';
export * from './happened-at.ts';
export * from './next.ts';
export * from './state.ts';
