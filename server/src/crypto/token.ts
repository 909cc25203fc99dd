import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 bits that is handed out once (43 characters); the database keeps its hash only. */
export function createToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
