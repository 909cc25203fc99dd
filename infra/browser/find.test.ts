import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findFfmpeg } from '../ffmpeg/find.mjs';
import { findBrowser, findOrInstall, findOrInstallBrowser } from './find.mjs';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-browser-'));
  vi.stubEnv('PATH', folder);
  vi.stubEnv('PLUMBLINE_BROWSER', '');
  vi.stubEnv('PLUMBLINE_FFMPEG', '');
  vi.stubEnv('PLAYWRIGHT_BROWSERS_PATH', folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

async function makeProgram(name: string, content = '#!/bin/sh\n'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  await chmod(path, 0o755);
  return path;
}

test('PLUMBLINE_BROWSER comes first', async () => {
  await makeProgram('chromium');
  const mine = await makeProgram('my-browser');
  vi.stubEnv('PLUMBLINE_BROWSER', mine);
  expect(findBrowser()).toBe(mine);
});

test('PLUMBLINE_BROWSER that names nothing is told of, not passed over', async () => {
  await makeProgram('chromium');
  vi.stubEnv('PLUMBLINE_BROWSER', '/nowhere/chrome');
  expect(() => findBrowser()).toThrow('PLUMBLINE_BROWSER names /nowhere/chrome, which does not exist.');
});

test.each(['chromium', 'google-chrome', 'microsoft-edge'])('%s on the PATH is found', async (name) => {
  const path = await makeProgram(name);
  expect(findBrowser()).toBe(path);
});

test('a browser that does not run, such as a stub for a snap, is told of', async () => {
  const stub = await makeProgram('chromium-browser', '#!/bin/sh\nexit 1\n');
  expect(() => findOrInstallBrowser(() => {})).toThrow(`${stub} does not run. Set PLUMBLINE_BROWSER`);
});

test.skipIf(process.platform !== 'linux')('without any browser or ffmpeg there is a line with the way out', () => {
  expect(() => findBrowser()).toThrow('No Chromium, Chrome or Edge was found. Install one, or set PLUMBLINE_BROWSER');
  expect(() => findFfmpeg()).toThrow('ffmpeg was not found. Install it, or set PLUMBLINE_FFMPEG to its path.');
});

test.skipIf(process.platform !== 'linux')('what cannot be installed either is a line, too', () => {
  const missing = () => {
    throw new Error('ffmpeg was not found.');
  };
  expect(() => findOrInstall(missing, 'ffmpeg', () => {})).toThrow(/^ffmpeg was not found\./); // no apt-get on this PATH
});
