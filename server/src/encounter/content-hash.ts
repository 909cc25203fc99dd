import { createHash } from 'node:crypto';
import type { EventEnvelope } from '@plumbline/shared/encounter';

/** SHA-256 of all the device said, independent of the order of keys: the same id with another content is a conflict. */
export function contentHash(event: EventEnvelope): Buffer {
  return createHash('sha256').update(canonical(event)).digest();
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const pairs = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`);
  return `{${pairs.join()}}`;
}
