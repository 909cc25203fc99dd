import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { axeViolations } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { makeTrack } from './make-track.ts';
import { rows } from './rows.ts';
import { type Meeting, meet, named, press, shown } from './visit.ts';

const TRACK = makeTrack('squat', { repetitions: 12, tempo: '1-1-1-1', leadInMs: 2_000 }, 52);

let browser: Browser;
let meeting: Meeting;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

beforeEach(async () => {
  meeting = await meet(browser, browser, {
    query: '?track=/test-track.json',
    prepareAna: async (page) => {
      // By its path: the visit's own address names the track in its query.
      const isTrack = ({ pathname }: URL) => pathname === '/test-track.json';
      await page.route(isTrack, (route) => route.fulfill({ body: TRACK, contentType: 'application/json' }));
    },
  });
  return () => Promise.all(meeting.contexts.map((context) => context.close()));
});

const play = (ana: Page) => ana.evaluate(() => void window.dispatchEvent(new Event('plumbline-play-track')));
const ledgerRows = (page: Page) => page.locator('table.ledger tbody tr:not(.ledger__partial)');

async function startSquats({ tom, ana }: Meeting): Promise<void> {
  await press(tom, 'open-count');
  await press(tom, 'exercise-squat');
  await press(tom, 'start-set');
  await ana.locator('.visit-cue').waitFor();
  await play(ana);
}

function ledger(encounterId: string) {
  return rows<{ index: number; validity: string }>(
    'SELECT r.index, r.validity FROM repetition r JOIN exercise_set s ON s.id = r.set_id WHERE s.encounter_id = $1 ORDER BY r.index',
    [encounterId],
  );
}

describe('in the middle of a set', () => {
  test("the patient's page reloads: nothing counted is lost or doubled, the repetition under way is interrupted", async () => {
    const { tom, ana, encounterId } = meeting;
    await startSquats(meeting);
    await expect.poll(() => ledgerRows(tom).count(), { timeout: 60_000 }).toBeGreaterThanOrEqual(2);
    // At the bottom of the next one.
    await ana.waitForFunction(() => {
      const percent = /(\d+)\s*%/.exec(
        document.querySelector('.target-arc svg')?.getAttribute('aria-label') ?? '',
      )?.[1];
      return Number(document.querySelector('.visit-count b')?.textContent) >= 2 && Number(percent) >= 95;
    });
    await ana.reload();
    await ana.locator('.visit-cue').waitFor({ timeout: 60_000 });
    const before = (await ledger(encounterId)).filter((row) => row.validity === 'complete').length;
    expect(before).toBeGreaterThanOrEqual(2);
    expect(await ana.locator('.visit-count b').textContent()).toBe(String(before));
    await play(ana);
    await expect
      .poll(async () => (await ledger(encounterId)).filter((row) => row.validity === 'complete').length, {
        timeout: 60_000,
      })
      .toBeGreaterThanOrEqual(before + 2);
    await press(tom, 'end-set');
    await shown(tom, 'open-measure');
    const stored = await ledger(encounterId);
    expect(stored.map((row) => row.index)).toEqual(stored.map((_, i) => i + 1));
    expect(stored.filter((row) => row.validity === 'interrupted')).toHaveLength(1);
  });

  test("the therapist's page reloads: visit, set and count are back", async () => {
    const { tom } = meeting;
    await startSquats(meeting);
    await expect.poll(() => ledgerRows(tom).count(), { timeout: 60_000 }).toBeGreaterThanOrEqual(2);
    expect(await axeViolations(tom)).toEqual([]);
    expect(await axeViolations(meeting.ana)).toEqual([]);
    await tom.reload();
    await shown(tom, 'end-set');
    await expect.poll(() => ledgerRows(tom).count(), { timeout: 60_000 }).toBeGreaterThanOrEqual(3);
  });

  test('the video server is killed: it comes back, the visit goes on, nothing counted is lost', async () => {
    const { tom, encounterId } = meeting;
    await startSquats(meeting);
    await expect.poll(() => ledgerRows(tom).count(), { timeout: 60_000 }).toBeGreaterThanOrEqual(1);
    await killLiveKit();
    await expect
      .poll(async () => (await ledger(encounterId)).filter((row) => row.validity === 'complete').length, {
        timeout: 60_000,
      })
      .toBeGreaterThanOrEqual(3);
    await tom.locator('.stage-canvas:visible').waitFor({ timeout: 60_000 });
    const indices = (await ledger(encounterId)).map((row) => row.index);
    expect(indices).toEqual(indices.map((_, i) => i + 1));
  });
});

describe('STOP', () => {
  test('works with the network gone: the set stops on the device at once, and the therapist is told when it is back', async () => {
    const { tom, ana } = meeting;
    await startSquats(meeting);
    await expect.poll(() => ledgerRows(tom).count(), { timeout: 60_000 }).toBeGreaterThanOrEqual(1);
    await ana.context().setOffline(true);
    await ana.locator('.stop-bar .button--stop').click();
    await ana.locator('.stopped').waitFor({ timeout: 5_000 });
    await ana.context().setOffline(false);
    await shown(tom, 'end-stopped-set', 60_000);
    await press(tom, 'resume');
    await named(tom, 'end-set').waitFor();
  });

  test('is any key', async () => {
    const { tom, ana } = meeting;
    await startSquats(meeting);
    await ana.keyboard.press('k');
    await ana.locator('.stopped').waitFor({ timeout: 5_000 });
    await shown(tom, 'end-stopped-set');
    expect(await axeViolations(tom)).toEqual([]);
    expect(await axeViolations(ana)).toEqual([]);
  });
});

/** SIGKILL to the video server of this installation; the launcher starts it again. */
async function killLiveKit(): Promise<void> {
  const config = join(inject('dataDir'), 'livekit.json');
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (command.split('\0').includes(config)) process.kill(Number(pid), 'SIGKILL');
  }
}
