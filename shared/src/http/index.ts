export * from './route.ts';
export * from './unfit.ts';
