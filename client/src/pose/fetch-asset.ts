import type { PoseFailure } from './source.ts';

/** A failure of the pose engine with the code that the page shows words for. */
export class PoseError extends Error {
  constructor(
    readonly code: PoseFailure,
    detail: string,
  ) {
    super(detail);
    this.name = 'PoseError';
  }
}

/** Fetches a file whole, telling how many bytes have come. Throws a PoseError with the given code. */
export async function fetchAsset(
  url: string,
  code: PoseFailure,
  onBytes: (received: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = await fetch(url);
    if (!response.ok || !response.body) throw new Error(`${url}: HTTP ${response.status}`);
    const chunks: Uint8Array[] = [];
    let received = 0;
    const reader = response.body.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      chunks.push(next.value);
      received += next.value.length;
      onBytes(received);
    }
    return join(chunks, received);
  } catch (cause) {
    throw new PoseError(code, cause instanceof Error ? cause.message : String(cause));
  }
}

/** Throws a PoseError `model-damaged` unless the bytes have this SHA-256 (lower-case hex). */
export async function assertSha256(bytes: Uint8Array<ArrayBuffer>, expected: string): Promise<void> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const actual = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (actual !== expected) throw new PoseError('model-damaged', `model has hash ${actual}, expected ${expected}`);
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
