import { expect, test } from 'vitest';
import { blockedHelp } from './blocked-help.ts';

const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const SAFARI = `${MAC} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15`;
const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0';

test.each([
  ['an iPhone', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile Safari/604.1', 5, 'iphone'],
  ['Chrome on an iPhone', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) CriOS/141.0 Mobile', 5, 'iphone'],
  ['an iPad that calls itself a Mac', SAFARI, 5, 'iphone'],
  ['Safari on a Mac', SAFARI, 0, 'safari'],
  ['Chrome on a Mac', `${MAC} ${CHROME} Safari/537.36`, 0, 'chrome'],
  ['Edge on Windows', `Mozilla/5.0 (Windows NT 10.0) ${CHROME} Safari/537.36 Edg/141.0`, 10, 'chrome'],
  ['Chrome on Android', `Mozilla/5.0 (Linux; Android 15; Pixel 8) ${CHROME} Mobile Safari/537.36`, 5, 'android'],
  ['Firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0', 0, 'firefox'],
] as const)('%s', (_what, userAgent, touchPoints, expected) => {
  expect(blockedHelp(userAgent, touchPoints)).toBe(expected);
});
