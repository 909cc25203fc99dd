export { actAs, actingAs, basePath, type Side } from './base.ts';
export { ApiProblem, call, isProblem } from './call.ts';
