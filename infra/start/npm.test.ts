import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { npmCommand } from './npm.mjs';

let folder = '';
let node = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-npm-'));
  node = join(folder, 'bin', 'node');
});
afterEach(() => rm(folder, { recursive: true }));

async function makeScript(...parts: string[]): Promise<string> {
  const path = join(folder, ...parts, 'npm-cli.js');
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, '');
  return path;
}

test('the npm that started us is used', async () => {
  await makeScript('lib', 'node_modules', 'npm', 'bin');
  const started = await makeScript('mine');
  expect(npmCommand({ npm_execpath: started }, node)).toEqual([node, started]);
});

test('another package manager that started us is not npm: the one beside this Node is', async () => {
  const beside = await makeScript('lib', 'node_modules', 'npm', 'bin');
  expect(npmCommand({ npm_execpath: '/usr/lib/pnpm.cjs' }, node)).toEqual([node, beside]);
});

test('else it is looked for on the PATH', () => {
  expect(npmCommand({}, node)).toEqual(['npm']);
});
