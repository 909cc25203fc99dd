import type { Problem } from '@plumbline/shared/http';

/** A refusal that the caller may hear: a code, the field, and the HTTP status that goes with it. */
export class ProblemError extends Error {
  readonly problem: Problem;
  readonly status: number;

  constructor(status: number, code: string, path?: string) {
    super(code);
    this.status = status;
    this.problem = path === undefined ? { code } : { code, path };
  }
}

export const notFound = () => new ProblemError(404, 'not-found');
export const signedOut = () => new ProblemError(401, 'signed-out');
export const notAllowed = () => new ProblemError(403, 'not-allowed');

/** A refusal that leaves what was written before it, such as a counted try; it stands in the audit log. */
export class KeptRefusal extends ProblemError {}
