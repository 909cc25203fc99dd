import { basePath } from '../http/index.ts';

/** What a reload must not ask again: which visit, and that the name was right. This tab only, no names. */
interface Remembered {
  encounterId: string;
  nameIsRight: boolean;
}

const key = () => `plumbline${basePath()}visit`;

export function recallVisit(): Remembered | null {
  try {
    const known = JSON.parse(sessionStorage.getItem(key()) ?? 'null') as Partial<Remembered> | null;
    return known && typeof known.encounterId === 'string'
      ? { encounterId: known.encounterId, nameIsRight: known.nameIsRight === true }
      : null;
  } catch {
    return null;
  }
}

export function rememberVisit(visit: Remembered): void {
  try {
    sessionStorage.setItem(key(), JSON.stringify(visit));
  } catch {
    // A browser that keeps nothing asks again after a reload; the link still works.
  }
}

export function forgetVisit(): void {
  try {
    sessionStorage.removeItem(key());
  } catch {
    // Nothing was kept.
  }
}
