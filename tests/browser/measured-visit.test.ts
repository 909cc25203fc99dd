import { renderClip } from '@plumbline/infra/virtual-patient/render.mjs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readStamp } from '../../client/src/virtual-patient/file/stamp.ts';
import { axeViolations } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { rows } from './rows.ts';
import { type Meeting, meet, press, shown } from './visit.ts';

const FPS = 10;
const IDLE_MS = 20_000;
const PEAK = 95;

/** Ana's whole morning: idle, eight squats, idle, three raises of the right arm to 95°, idle; it loops. */
const CLIP = {
  script: [
    { idleMs: IDLE_MS },
    { id: 'squat', options: { repetitions: 8, tempo: '2-1-2-1' } },
    { idleMs: IDLE_MS },
    { id: 'shoulder-abduction', options: { side: 'right', repetitions: 3, tempo: '3-1-3-2', peakDegrees: PEAK } },
    { idleMs: 6_000 },
  ],
  fps: FPS,
  width: 480,
  height: 360,
  format: 'mjpeg',
  barCode: true,
  quality: 'live',
} as const;

let browsers: Browser[] = [];
let meeting: Meeting;

beforeAll(async () => {
  const { path } = await renderClip(CLIP, {});
  browsers = [await launchBrowser(), await launchBrowser({ camera: path })];
  const [toms, anas] = browsers as [Browser, Browser];
  meeting = await meet(toms, anas);
}, 600_000);
afterAll(() => Promise.all(browsers.map((browser) => browser.close())));

/** Where in the clip Ana's camera is now, ms; read from the bar code in her own preview. */
async function clipMs(page: Page): Promise<number | null> {
  const picture = await page.evaluate(() => {
    const video = [...document.querySelectorAll('video')].find((one) => /self-view/.test(one.className));
    if (!video?.videoWidth) return null;
    const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
    const context = canvas.getContext('2d');
    context?.drawImage(video, 0, 0);
    const image = context?.getImageData(0, 0, canvas.width, canvas.height);
    return image
      ? { strip: [...image.data.slice(-canvas.width * 4 * 24)], width: canvas.width, height: canvas.height }
      : null;
  });
  if (!picture) return null;
  const { strip, width, height } = picture;
  const data = new Uint8ClampedArray(width * height * 4);
  data.set(strip, data.length - strip.length);
  const frame = readStamp({ data, width, height });
  return frame === null ? null : (frame * 1000) / FPS;
}

/** Waits until the clip is within this window. */
async function untilClipIs(page: Page, fromMs: number, toMs: number): Promise<void> {
  await expect
    .poll(
      async () => {
        const ms = await clipMs(page);
        return ms !== null && ms >= fromMs && ms <= toMs;
      },
      { timeout: 200_000, interval: 250 },
    )
    .toBe(true);
}

test('eight squats seen over the real call are eight rows, and the kept range holds the truth within its ±', async () => {
  const { tom, ana, encounterId } = meeting;
  await press(tom, 'open-count');
  await press(tom, 'exercise-squat');
  await untilClipIs(ana, 0, IDLE_MS - 8_000);
  await press(tom, 'start-set');
  await shown(tom, 'target-reached', 180_000);
  await press(tom, 'end-set');

  const squatsMs = 8 * 6_000;
  await press(tom, 'open-measure');
  await press(tom, 'protocol-shoulder-abduction');
  await press(tom, 'side-right');
  await untilClipIs(ana, IDLE_MS + squatsMs + 4_000, 2 * IDLE_MS + squatsMs - 6_000);
  await press(tom, 'arm-trial');
  await shown(tom, 'keep', 120_000);
  await press(tom, 'keep');
  await shown(tom, 'open-measure');

  const ledger = await rows<{ index: number; validity: string }>(
    'SELECT r.index, r.validity FROM repetition r JOIN exercise_set s ON s.id = r.set_id WHERE s.encounter_id = $1 ORDER BY r.index',
    [encounterId],
  );
  expect(ledger.filter((row) => row.validity === 'complete')).toHaveLength(8);
  expect(await tom.locator('table.ledger tbody tr:not(.ledger__partial)').count()).toBe(8);

  const kept = await rows<{ status: string; value_degrees: number; uncertainty_degrees: number; provenance: object }>(
    'SELECT status, value_degrees, uncertainty_degrees, provenance FROM trial WHERE encounter_id = $1',
    [encounterId],
  );
  expect(kept).toHaveLength(1);
  // On a slow machine the device turns to the lite model; the record says which.
  expect(kept[0]).toMatchObject({ status: 'kept', provenance: { source: 'patient-browser' } });
  expect(kept[0]?.provenance).toHaveProperty('model', expect.stringMatching(/^(full|lite)$/));
  const { value_degrees: value, uncertainty_degrees: uncertainty } = kept[0] ?? {
    value_degrees: 0,
    uncertainty_degrees: 0,
  };
  expect(uncertainty).toBeLessThanOrEqual(12);
  expect(Math.abs(value - PEAK), `${value} ± ${uncertainty}, truth ${PEAK}`).toBeLessThanOrEqual(uncertainty);

  await press(tom, 'end-visit');
  await press(tom, 'confirm-end-visit');
  await shown(tom, 'summary');
  await ana.getByText('You did 8 squats.').waitFor({ timeout: 30_000 });
  expect(await axeViolations(tom)).toEqual([]);
  expect(await axeViolations(ana)).toEqual([]);
}, 600_000);

test('nothing of it was asked from anybody else', () => {
  expect(meeting.foreign).toEqual([]);
});
