import { expect, test } from 'vitest';
import { inAppBrowser } from './in-app-browser.ts';

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const ANDROID = 'Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko)';

test.each([
  ['Facebook on Android', `${ANDROID} Chrome/141.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/480.0]`, 'Chrome'],
  ['any app’s window on Android', 'Mozilla/5.0 (Linux; Android 15; Pixel 8; wv) Chrome/141.0 Mobile', 'Chrome'],
  ['WhatsApp on an iPhone', `${IPHONE} Mobile/15E148 WhatsApp/24`, 'Safari'],
  ['a mail app’s window on an iPhone', `${IPHONE} Mobile/15E148`, 'Safari'],
  ['Safari', `${IPHONE} Version/18.1 Mobile/15E148 Safari/604.1`, null],
  ['Chrome on an iPhone', `${IPHONE} CriOS/141.0 Mobile/15E148 Safari/604.1`, null],
  ['Chrome on Android', `${ANDROID} Chrome/141.0.0.0 Mobile Safari/537.36`, null],
])('%s', (_what, userAgent, expected) => {
  expect(inAppBrowser(userAgent)).toBe(expected);
});
