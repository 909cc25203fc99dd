/** The page to show after signing in: the one that was asked for, if it is one of ours. */
export function afterSignIn(wanted: string | null): string {
  return wanted && /^\/(?![/\\])/.test(wanted) ? wanted : '/visits';
}
