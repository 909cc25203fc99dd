import { expect, test } from 'vitest';
import { plainLine, Trouble, troubleOf } from './trouble.mjs';

const diskFull = Object.assign(new Error('ENOSPC: no space left on device, write'), {
  code: 'ENOSPC',
  path: '/data/x',
});

test('a full disk is told with the way out, wherever it shows', () => {
  expect(plainLine(diskFull)).toBe(
    'The disk is full (/data/x). Free some space and start again; nothing stored is lost.',
  );
  const fromInitdb = new Error('initdb failed (1): could not write to file "base/1": No space left on device');
  expect(plainLine(fromInitdb)).toMatch(/^The disk is full\. Free some space/);
});

test('a step that failed on a full disk tells of the disk, not of the step', () => {
  const inTheBuild = new Error('npm run build failed (1): ENOSPC: no space left on device');
  expect(plainLine(troubleOf(inTheBuild, 'Building the client failed', 'See the log.'))).toMatch(/^The disk is full/);
  expect(plainLine(troubleOf(new Error('exit 2'), 'Building the client failed', 'See the log.'))).toBe(
    'Building the client failed: exit 2 See the log.',
  );
});

test('a folder without rights is told with the way out', () => {
  const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES', path: '/srv/plumbline' });
  expect(plainLine(denied)).toMatch(/^\/srv\/plumbline cannot be read or written\. Give/);
});

test('every failure is one line without a stack', () => {
  expect(plainLine(new Error('first\n  second\nthird'))).toBe('first / second / third');
  expect(plainLine(new Trouble('Port 3000 is in use.', 'Choose another.'))).not.toContain('\n');
});
