export * from './contract.ts';
export * from './retention.ts';
