import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unlessUnchanged } from './unchanged.mjs';

let folder = '';
let builds = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-unchanged-'));
  builds = 0;
  await mkdir(join(folder, 'src'));
  await writeFile(join(folder, 'src', 'a.ts'), 'one');
});
afterEach(() => rm(folder, { recursive: true }));

function build(work = () => writeFile(join(folder, 'out.js'), 'built')) {
  const what = { stamp: join(folder, 'stamp'), inputs: [join(folder, 'src')], made: [join(folder, 'out.js')] };
  return unlessUnchanged(what, () => {
    builds++;
    return work();
  });
}

test('what is unchanged is not built again', async () => {
  expect(await build()).toBe(true);
  expect(await build()).toBe(false);
  expect(builds).toBe(1);
});

test.each([
  ['another content', () => writeFile(join(folder, 'src', 'a.ts'), 'two')],
  ['a new file', () => writeFile(join(folder, 'src', 'b.ts'), 'one')],
  ['a file less', () => rm(join(folder, 'src', 'a.ts'))],
  ['a missing result', () => rm(join(folder, 'out.js'))],
])('%s builds again', async (_, change) => {
  await build();
  await change();
  expect(await build()).toBe(true);
});

test('what lies in node_modules and dist is passed over', async () => {
  await build();
  for (const name of ['node_modules', 'dist']) {
    await mkdir(join(folder, 'src', name));
    await writeFile(join(folder, 'src', name, 'x.js'), 'x');
  }
  expect(await build()).toBe(false);
});

test('a build that failed is done again, even back on the inputs of one that had worked', async () => {
  await build();
  await writeFile(join(folder, 'src', 'a.ts'), 'broken');
  await expect(build(() => Promise.reject(new Error('syntax')))).rejects.toThrow('syntax');
  await writeFile(join(folder, 'src', 'a.ts'), 'one');
  expect(await build()).toBe(true);
});
