import { findBrowser } from '@plumbline/infra/browser/find.mjs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

export const PHONE = { width: 390, height: 844 };
export const LAPTOP = { width: 1366, height: 768 };

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--autoplay-policy=no-user-gesture-required',
];

interface BrowserOptions {
  /** An .mjpeg that plays in a loop as the camera; without one, Chromium's own test picture. */
  camera?: string;
  /** false: the person says no to camera and microphone. */
  allowCamera?: boolean;
  /** false: it is the caller who closes it when this process is told to end. */
  endsWithSignals?: boolean;
}

/** A real Chromium with a camera and a microphone. */
export function launchBrowser({
  camera,
  allowCamera = true,
  endsWithSignals = true,
}: BrowserOptions = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    handleSIGINT: endsWithSignals,
    handleSIGTERM: endsWithSignals,
    handleSIGHUP: endsWithSignals,
    args: [
      ...QUIET,
      '--use-fake-device-for-media-stream',
      allowCamera ? '--use-fake-ui-for-media-stream' : '--deny-permission-prompts',
      ...(camera ? [`--use-file-for-fake-video-capture=${camera}`] : []),
    ],
  });
}

/** A page in its own context that remembers every error and every request to another origin. */
export async function openPage(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; context: BrowserContext; complaints: string[]; foreign: string[] }> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: LAPTOP, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const foreign: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    const own = page.url().startsWith('http') ? new URL(page.url()).host : host;
    if (/^(http|ws)s?:$/.test(protocol) && host !== own) foreign.push(`${protocol}//${host}`);
  });
  return { page, context, complaints, foreign };
}
