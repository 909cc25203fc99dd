/** Whose steps for allowing the camera fit this browser. */
export type BlockedHelp = 'iphone' | 'android' | 'safari' | 'firefox' | 'chrome';

/** A browser by what it says of itself. iPads call themselves Macs; only they have touch. */
export function blockedHelp(userAgent: string, touchPoints: number): BlockedHelp {
  const apple = /Macintosh|iPhone|iPad/.test(userAgent);
  if (/iPhone|iPad/.test(userAgent) || (apple && touchPoints > 1)) return 'iphone';
  if (/Firefox\//.test(userAgent)) return 'firefox';
  if (/Android/.test(userAgent)) return 'android';
  return apple && !/Chrome\/|Edg\//.test(userAgent) ? 'safari' : 'chrome';
}
