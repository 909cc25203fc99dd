/** Deeper than anything of ours; what walks a value recursively is safe below it. */
const DEEPEST = 32;
/** Longer than any name of a field of ours. */
const LONGEST_KEY = 200;

/** A UTF-16 surrogate without its partner: no text, and not to be stored as such. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * The path of the first value that no database and no other program would take, null where all is fit: text with NUL or
 * half a character, a number that is none, nesting without end, a key that reaches for a prototype. Does not recurse.
 */
export function findUnfit(value: unknown): string[] | null {
  const left: { value: unknown; path: string[] }[] = [{ value, path: [] }];
  for (let one = left.pop(); one; one = left.pop()) {
    const { value: here, path } = one;
    if (typeof here === 'string' && !isText(here)) return path;
    if (typeof here === 'number' && !Number.isFinite(here)) return path;
    if (typeof here !== 'object' || here === null) continue;
    if (path.length >= DEEPEST) return path;
    for (const [key, inner] of Object.entries(here)) {
      if (key === '__proto__' || key.length > LONGEST_KEY || !isText(key)) return path;
      left.push({ value: inner, path: [...path, key] });
    }
  }
  return null;
}

function isText(text: string): boolean {
  return !text.includes('\u0000') && !LONE_SURROGATE.test(text);
}
