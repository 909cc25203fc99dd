import type { Browser, BrowserContext, Page } from 'playwright-core';
import { LAPTOP, openPage, PHONE } from './browser.ts';
import { Clinic } from './clinic.ts';

const STEP_MS = 60_000;

/** Presses what the page calls by that name. */
export async function press(page: Page, name: string): Promise<void> {
  await page.locator(`[data-demo~="${name}"]:visible`).first().click({ timeout: STEP_MS });
}

export function named(page: Page, name: string) {
  return page.locator(`[data-demo~="${name}"]:visible`).first();
}

/** Waits for something of that name to be shown. */
export async function shown(page: Page, name: string, timeout = STEP_MS): Promise<void> {
  await named(page, name).waitFor({ timeout });
}

export interface Meeting {
  encounterId: string;
  tom: Page;
  ana: Page;
  contexts: BrowserContext[];
  foreign: string[];
}

export interface MeetingOptions {
  /** Added to the patient's address, e.g. `?track=/track.json`. */
  query?: string;
  prepareAna?: (page: Page) => Promise<void>;
  /** Who she is, if she was here before. */
  patientId?: string;
}

/** Tom and Ana in an open visit of this product: she came by her link, he let her in, both are in the video room. */
export async function meetAt(
  baseUrl: string,
  tomsBrowser: Browser,
  anasBrowser: Browser,
  options: MeetingOptions = {},
): Promise<Meeting> {
  const clinic = await new Clinic(baseUrl).signIn();
  const { encounterId, link } = await clinic.planVisit({ patientId: options.patientId });
  const anas = await openPage(anasBrowser, { viewport: PHONE, permissions: ['camera', 'microphone'] });
  const toms = await openPage(tomsBrowser, { viewport: LAPTOP, permissions: ['camera', 'microphone'] });
  await toms.context.addCookies(clinic.cookies);
  await options.prepareAna?.(anas.page);
  const address = new URL(link);
  address.search = options.query ?? '';
  address.host = new URL(baseUrl).host;
  await anas.page.goto(address.href);
  for (const step of ['continue', 'name-yes', 'allow', 'go-wait']) await press(anas.page, step);
  await toms.page.goto(`${baseUrl}/visits/${encounterId}`);
  await press(toms.page, 'admit');
  await shown(toms.page, 'open-measure');
  await toms.page.locator('.stage-canvas:visible').waitFor({ timeout: STEP_MS });
  return {
    encounterId,
    tom: toms.page,
    ana: anas.page,
    contexts: [toms.context, anas.context],
    // Read when it is asked for: the visit goes on after this.
    get foreign() {
      return [...toms.foreign, ...anas.foreign];
    },
  };
}
