import type { AppContext } from '../../app-context.ts';

/**
 * Whether a clinic asks all of its staff for a second factor. Where its administrator has not decided: yes, except while
 * it is tried out on its own machine's loopback address. The demo never does: anybody is signed in there.
 */
export function asksSecondFactor(
  { config, demo }: Pick<AppContext, 'config' | 'demo'>,
  decided: 'required' | 'optional' | null,
): boolean {
  if (demo) return false;
  return (decided ?? (config.simulation ? 'optional' : 'required')) === 'required';
}
