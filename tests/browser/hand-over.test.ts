import { renderClip } from '@plumbline/infra/virtual-patient/render.mjs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { rows } from './rows.ts';
import { type Meeting, meet, press, shown } from './visit.ts';

/** Squats without an end: the file loops. */
const CLIP = {
  script: [{ id: 'squat', options: { repetitions: 6, tempo: '2-0-2-1' } }],
  fps: 10,
  width: 480,
  height: 360,
  format: 'mjpeg',
  quality: 'live',
} as const;

let browsers: Browser[] = [];
let meeting: Meeting;

beforeAll(async () => {
  const { path } = await renderClip(CLIP, {});
  browsers = [await launchBrowser(), await launchBrowser({ camera: path })];
  const [toms, anas] = browsers as [Browser, Browser];
  meeting = await meet(toms, anas, { prepareAna: withoutModel });
}, 600_000);
afterAll(() => Promise.all(browsers.map((browser) => browser.close())));

/** Her device never gets what measures. */
async function withoutModel(page: Page): Promise<void> {
  await page.context().route(/\.task$/, (route) => route.fulfill({ status: 404, body: '' }));
}

const sources = (encounterId: string) =>
  rows<{ source: string; validity: string }>(
    `SELECT r.provenance->>'source' AS source, r.validity FROM repetition r
     JOIN exercise_set s ON s.id = r.set_id WHERE s.encounter_id = $1 ORDER BY r.index`,
    [encounterId],
  );

test("where the patient's device cannot measure, one click measures in the therapist's browser: both see it, the record says so, STOP stops it", async () => {
  const { tom, ana, encounterId } = meeting;
  await shown(tom, 'measure-here');
  expect(await axeViolations(tom)).toEqual([]);
  await press(tom, 'measure-here');
  for (const step of ['open-count', 'exercise-squat', 'start-set']) await press(tom, step);

  const counted = async () =>
    (await sources(encounterId)).filter(({ validity }) => validity === 'complete').map(({ source }) => source);
  await expect.poll(counted, { timeout: 60_000 }).toEqual(['therapist-browser', 'therapist-browser']);
  // The patient sees the count, and the arc moves with what is measured elsewhere.
  await ana.waitForFunction(
    () =>
      Number(document.querySelector('.visit-count b')?.textContent) >= 2 &&
      /\d+ ?%/.test(document.querySelector('.target-arc svg')?.getAttribute('aria-label') ?? ''),
  );

  await tom.reload();
  await shown(tom, 'measure-there');
  const before = (await counted()).length;
  await expect.poll(async () => (await counted()).length, { timeout: 60_000 }).toBeGreaterThan(before);

  await ana.keyboard.press('k');
  await shown(tom, 'end-stopped-set');
  await press(tom, 'end-stopped-set');
  await press(tom, 'measure-there');
  await shown(tom, 'measure-here');
}, 180_000);
