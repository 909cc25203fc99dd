import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { makeTrack } from './make-track.ts';
import { rows } from './rows.ts';
import { type Meeting, meet, press, shown } from './visit.ts';

/** Two seconds on the chair, then up and down every two seconds: the fifth stand is eleven seconds from the start. */
const TRACK = makeTrack('sit-to-stand', { repetitions: 6, tempo: '1-0-1-0', leadInMs: 2_000 }, 14);
const FIFTH_STAND_S = 11;

let browser: Browser;
let meeting: Meeting;

beforeAll(async () => {
  browser = await launchBrowser();
  meeting = await meet(browser, browser, {
    query: '?track=/test-track.json',
    prepareAna: async (page) => {
      const isTrack = ({ pathname }: URL) => pathname === '/test-track.json';
      await page.route(isTrack, (route) => route.fulfill({ body: TRACK, contentType: 'application/json' }));
    },
  });
});
afterAll(() => browser?.close());

const stored = () =>
  rows<{ test: string; status: string; value: number | null; uncertainty_seconds: number | null; timed_by: string }>(
    'SELECT test, status, value, uncertainty_seconds, timed_by FROM timed_test WHERE encounter_id = $1 ORDER BY armed_at',
    [meeting.encounterId],
  );

test('five stands are timed from “Go” on the patient’s device and accepted, without a key for their end', async () => {
  const { tom, ana } = meeting;
  await tom.keyboard.press('t');
  await tom.keyboard.press('2');
  for (const condition of ['a', 'b', 'c']) await tom.keyboard.press(condition);
  expect(await axeViolations(tom)).toEqual([]);
  await tom.keyboard.press('Enter');
  await ana.getByText('Wait for “Go”').first().waitFor();
  await tom.keyboard.press('Enter');
  await shown(ana, 'timed-clock');
  await ana.evaluate(() => void window.dispatchEvent(new Event('plumbline-play-track')));
  await shown(tom, 'timed-reading');
  expect(await axeViolations(ana)).toEqual([]);
  await shown(tom, 'accept-timed', 30_000);
  expect(await axeViolations(tom)).toEqual([]);
  await tom.keyboard.press('Enter');
  await expect.poll(async () => (await stored())[0]?.status).toBe('accepted');
  const [five] = await stored();
  expect(five).toMatchObject({ test: 'five-times-sit-to-stand@1', timed_by: 'camera' });
  // The track was started a little after "Go".
  expect((five?.value ?? 0) - FIFTH_STAND_S).toBeGreaterThan(-0.4);
  expect((five?.value ?? 0) - FIFTH_STAND_S).toBeLessThan(3);
  expect(five?.uncertainty_seconds).toBeCloseTo(1 / 15, 1);
}, 90_000);

test('a reload in the middle leaves exactly one interrupted row', async () => {
  const { tom, ana } = meeting;
  await tom.keyboard.press('t');
  await press(tom, 'timed-timed-up-and-go');
  await press(tom, 'falls-no-risk');
  for (const condition of ['a', 'b', 'c', 'd']) await tom.keyboard.press(condition);
  await press(tom, 'arm-timed');
  await press(tom, 'call-timed');
  await shown(ana, 'timed-clock');
  await ana.reload();
  await expect.poll(async () => (await stored())[1]?.status, { timeout: 30_000 }).toBe('interrupted');
  await shown(tom, 'open-timed');
  expect(await stored()).toMatchObject([{ status: 'accepted' }, { status: 'interrupted', value: null }]);
}, 90_000);
