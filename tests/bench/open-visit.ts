import type { Page } from 'playwright-core';
import { launchBrowser } from '../browser/browser.ts';
import { type MeetingOptions, meetAt, press } from '../browser/meeting.ts';
import { startProduct } from '../browser/product.ts';

export interface OpenVisit {
  tom: Page;
  ana: Page;
  /** Ends browsers and product, and removes what they stored. */
  stop(): Promise<void>;
}

/**
 * The product in a folder of its own, and a visit in it: a set of squats is under way, degrees stand on both screens.
 * `patient.camera` is an .mjpeg of them, or `patient.prepareAna` and `query` give her page something else; `onInterrupt` is told at once how to stop it.
 */
export async function openVisit(
  { camera, ...options }: { camera?: string } & MeetingOptions,
  onInterrupt: (stop: () => Promise<void>) => void,
): Promise<OpenVisit> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (let last = stops.pop(); last; last = stops.pop()) await last();
  };
  onInterrupt(stop);
  try {
    const product = await startProduct();
    stops.push(product.stop);
    const toms = await launchBrowser({ endsWithSignals: false });
    stops.push(() => toms.close());
    const anas = await launchBrowser({ ...(camera ? { camera } : {}), endsWithSignals: false });
    stops.push(() => anas.close());
    const { tom, ana } = await meetAt(product.baseUrl, toms, anas, options);
    await tom.locator('.switch', { hasText: 'Degrees' }).click();
    for (const step of ['open-count', 'exercise-squat', 'start-set']) await press(tom, step);
    // A track plays when the visit is ready for it.
    await ana.evaluate(() => void window.dispatchEvent(new Event('plumbline-play-track')));
    for (const page of [ana, tom]) await page.locator('[data-captured-ms]').waitFor({ timeout: 60_000 });
    return { tom, ana, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
