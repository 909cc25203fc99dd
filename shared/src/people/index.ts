export * from './contract.ts';
export * from './grounds.ts';
export * from './links-contract.ts';
export * from './media-grants.ts';
export * from './permissions.ts';
export * from './roles.ts';
