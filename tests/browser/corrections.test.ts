import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { makeTrack } from './make-track.ts';
import { rows } from './rows.ts';
import { type Meeting, meet, press, shown } from './visit.ts';

const PEAK = 95;
const TRACK = makeTrack(
  'shoulder-abduction',
  { side: 'left', repetitions: 2, tempo: '3-1-3-2', peakDegrees: PEAK, leadInMs: 3_000 },
  24,
);

let browser: Browser;
let meeting: Meeting;

/** Her camera sees the track, from when it is played. */
const withTrack = {
  query: '?track=/test-track.json',
  prepareAna: async (page: Page) => {
    const isTrack = ({ pathname }: URL) => pathname === '/test-track.json';
    await page.route(isTrack, (route) => route.fulfill({ body: TRACK, contentType: 'application/json' }));
  },
};

beforeAll(async () => {
  browser = await launchBrowser();
  meeting = await meet(browser, browser, withTrack);
});
afterAll(() => browser?.close());

const play = () => meeting.ana.evaluate(() => void window.dispatchEvent(new Event('plumbline-play-track')));
const trials = () =>
  rows<{ status: string; value_degrees: number; final_degrees: number; method: string; irritable: boolean }>(
    'SELECT status, value_degrees, final_degrees, method, irritable FROM trial WHERE encounter_id = $1',
    [meeting.encounterId],
  );

test('a screen goes on by itself, and its values are hollow until one key accepts them all', async () => {
  const { tom, ana, encounterId } = meeting;
  await tom.getByText('Irritable: one trial').click();
  await tom.keyboard.press('s');
  await tom.keyboard.press('r');
  await tom.keyboard.press('Enter');
  await ana.getByText('Next: Lift your left arm').waitFor();
  // Nobody presses anything: the first movement is asked for after its rest.
  await shown(tom, 'pain-P1', 60_000);
  await play();
  await shown(tom, 'repeat-step', 60_000);
  expect(await trials()).toMatchObject([{ status: 'unreviewed', irritable: true }]);
  await tom.keyboard.press('e');
  await shown(tom, 'accept-screen');
  await tom.locator('.screen-table .unreviewed').waitFor();
  expect(await axeViolations(tom)).toEqual([]);
  await tom.keyboard.press('Enter');
  await shown(tom, 'open-measure');
  await expect.poll(async () => (await trials())[0]?.status).toBe('kept');
  expect(await rows('SELECT screen, status FROM screen WHERE encounter_id = $1', [encounterId])).toEqual([
    { screen: 'shoulder@1', status: 'accepted' },
  ]);
}, 180_000);

test('a kept value is overridden with a reason, and the recorded one stays beside it', async () => {
  const { tom } = meeting;
  await tom.getByRole('button', { name: 'Correct trial 1' }).click();
  await tom.locator('.chooser input').first().fill('80');
  await press(tom, 'reason-compensation');
  await press(tom, 'save-amendment');
  await tom.locator('.trials').getByText('by eye').first().waitFor();
  await expect.poll(async () => (await trials())[0]?.method).toBe('by-eye');
  const [trial] = await trials();
  expect(trial?.final_degrees).toBe(80);
  expect(Math.abs((trial?.value_degrees ?? 0) - PEAK)).toBeLessThan(10);
});

test('a value is entered by hand and saved from its field with Enter', async () => {
  const { tom, encounterId } = meeting;
  await tom.keyboard.press('h');
  await tom.keyboard.press('6');
  await press(tom, 'measure-fingertip-to-floor');
  await tom.locator('.chooser input').first().fill('12.5');
  await tom.keyboard.press('Enter');
  await tom.locator('.by-hand').getByText('12.5 cm').waitFor();
  await expect
    .poll(() =>
      rows(
        'SELECT v.value, v.method, v.side, m.protocol FROM manual_value v JOIN measurement m ON m.id = v.measurement_id WHERE v.encounter_id = $1',
        [encounterId],
      ),
    )
    .toEqual([{ value: 12.5, method: 'tape', side: null, protocol: 'fingertip-to-floor@1' }]);
});

test('a repetition is added and removed in the ledger, each by one event', async () => {
  const { tom, encounterId } = meeting;
  const added = () =>
    rows<{ reason: string }>(
      'SELECT a.reason FROM added_repetition a JOIN exercise_set s ON s.id = a.set_id WHERE s.encounter_id = $1',
      [encounterId],
    );
  await press(tom, 'open-count');
  await press(tom, 'exercise-squat');
  await press(tom, 'start-set');
  await tom.getByRole('button', { name: 'Add one' }).click();
  await tom.getByRole('button', { name: 'the camera missed it' }).click();
  await tom.locator('.ledger__added').waitFor();
  await expect.poll(added).toEqual([{ reason: 'missed-by-camera' }]);
  await tom.getByRole('button', { name: 'Remove the added row' }).click();
  await expect.poll(added).toEqual([]);
  await press(tom, 'end-set');
});

test('a wrong side that is found after the visit is corrected in the record', async () => {
  const { tom, encounterId } = meeting;
  const side = async () =>
    (await rows<{ side: string }>('SELECT side FROM trial WHERE encounter_id = $1', [encounterId]))[0]?.side;
  expect(await side()).toBe('left');
  await press(tom, 'end-visit');
  await press(tom, 'confirm-end-visit');
  await press(tom, 'review');
  await press(tom, 'review-correct');
  await press(tom, 'amend-side');
  await press(tom, 'save-amendment');
  await expect.poll(side).toBe('right');
  await press(tom, 'review-done');
  await tom.getByText('recorded as left').waitFor();
});

test('the next visit leads her to where she stood, tells last time beside the value, and calls a small difference too close', async () => {
  // The camera's value stands again, on its side.
  await press(meeting.tom, 'review');
  await press(meeting.tom, 'review-correct');
  await press(meeting.tom, 'amend-as-recorded');
  await press(meeting.tom, 'save-amendment');
  await expect.poll(async () => (await trials())[0]?.method).toBe('camera');
  const [visit] = await rows<{ patient_id: string }>('SELECT patient_id FROM encounter WHERE id = $1', [
    meeting.encounterId,
  ]);
  for (const context of meeting.contexts) await context.close();
  meeting = await meet(browser, browser, { ...withTrack, patientId: visit?.patient_id ?? '' });
  const { tom, ana } = meeting;
  await press(tom, 'open-measure');
  await press(tom, 'side-left');
  await tom.locator('.chooser .beside').getByText('Last time').waitFor();
  await press(tom, 'arm-trial');
  await ana.locator('.ghost').waitFor();
  expect(await axeViolations(ana)).toEqual([]);
  await play();
  await shown(tom, 'keep', 60_000);
  await ana.locator('.ghost').waitFor({ state: 'detached' });
  await press(tom, 'keep');
  await tom.locator('.verdict').getByText('too close to call').waitFor();
  await tom.locator('.trend__table summary').click();
  expect(await tom.locator('.trend__table tbody tr').count()).toBe(2);
  expect(await axeViolations(tom)).toEqual([]);
}, 180_000);
