import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptSecret } from './secret.mjs';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-secret-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a secret is made once and readable by its owner alone', async () => {
  const file = join(folder, 'keys', 'one');
  expect(await keptSecret(file, () => 'first')).toBe('first');
  expect(await keptSecret(file, () => 'second')).toBe('first');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('a file that a full disk left empty is no secret', async () => {
  const file = join(folder, 'one');
  await writeFile(file, '');
  expect(await keptSecret(file, () => 'made')).toBe('made');
});
