/** What this page may remember for its device; null where cookies are blocked: then every start finds out anew. */
export function ownStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
