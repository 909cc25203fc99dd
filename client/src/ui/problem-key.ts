import { isProblem } from '../http/index.ts';
import { common } from '../i18n/en/common.ts';

export type ProblemKey = keyof typeof common.problem;

/** The text for a failed request; `unknown` where there is none for its code. */
export function problemKey(error: unknown): ProblemKey {
  if (!isProblem(error)) return 'unknown';
  return Object.hasOwn(common.problem, error.code) ? (error.code as ProblemKey) : 'unknown';
}
