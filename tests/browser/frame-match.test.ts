import type { Browser } from 'playwright-core';
import { v4 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openPage } from './browser.ts';
import { startFrameLab } from './frame-match-stand.ts';

/** What client/src/overlay/lab puts on its page. */
interface FrameLab {
  sendCodedFrames(options: { encounterId: string; fps: number; lookMs: number }): Promise<void>;
  watchStage(options: { encounterId: string; count: number }): Promise<{
    drawn: { frame: number | null; landmarks: number | null; match: 'exact' | 'between' | 'late' | null }[];
    statuses: string[];
    longestDrawMs: number;
  }>;
}

let lab: Awaited<ReturnType<typeof startFrameLab>>;
let browser: Browser;

beforeAll(async () => {
  lab = await startFrameLab();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await lab?.close();
});

describe("the therapist's overlay", () => {
  test('lies on the frame it was measured on, in at least 95 of 100 frames', async () => {
    const encounterId = uuid();
    const patient = await openPage(browser);
    const therapist = await openPage(browser);
    await Promise.all([patient, therapist].map(({ page }) => page.goto(lab.origin)));
    await patient.page.evaluate((id) => {
      const { frameLab } = globalThis as unknown as { frameLab: FrameLab };
      void frameLab.sendCodedFrames({ encounterId: id, fps: 15, lookMs: 90 });
    }, encounterId);
    const { drawn } = await therapist.page.evaluate((id) => {
      const { frameLab } = globalThis as unknown as { frameLab: FrameLab };
      return frameLab.watchStage({ encounterId: id, count: 300 });
    }, encounterId);

    const read = drawn.filter((one) => one.frame !== null && one.landmarks !== null);
    const full = read.filter((one) => one.match !== 'late');
    const same = full.filter((one) => Math.abs((one.landmarks ?? 0) - (one.frame ?? 0)) < 0.5);
    const tally = { drawn: drawn.length, read: read.length, full: full.length, same: same.length };
    console.info(`frame match: ${JSON.stringify(tally)}`);
    expect(same.length / full.length, JSON.stringify(tally)).toBeGreaterThanOrEqual(0.95);
    // Landmarks later than the ring are faded and called delayed; on a working line that is the exception.
    expect(full.length, JSON.stringify(tally)).toBeGreaterThan(drawn.length / 2);
  });
});
