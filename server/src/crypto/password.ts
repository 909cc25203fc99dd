import { hash, verify } from '@node-rs/argon2';

/** OWASP's second choice of Argon2id parameters (19 MiB, 2 passes, 1 lane). */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let nobodysHash: Promise<string> | null = null;

export function hashPassword(password: string): Promise<string> {
  return hash(spelt(password), OPTIONS);
}

/** Keyboards spell one letter in several ways. */
function spelt(password: string): string {
  return password.normalize('NFKC');
}

/** Whether it is the password of that hash. Without a hash it takes as long and says no, so that an unknown address looks like a wrong password. */
export async function isPassword(password: string, known: string | null): Promise<boolean> {
  nobodysHash ??= hashPassword('nobody has this password');
  // What is no hash is nobody's password.
  const right = await verify(known ?? (await nobodysHash), spelt(password)).catch(() => false);
  return known !== null && right;
}
