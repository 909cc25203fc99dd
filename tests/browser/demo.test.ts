import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { axeViolations } from './axe.ts';
import { launchBrowser, openPage } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

test('the demo plays a whole measured visit by itself, with the live figure', async () => {
  const { page, foreign } = await openPage(browser, { viewport: { width: 1366, height: 768 } });
  await page.goto(`${inject('baseUrl')}/demo/`);
  await page.getByText('That was a whole visit').waitFor({ timeout: 420_000 });
  const summary = page.frameLocator('iframe').first();
  await summary.getByText('8 of 8').first().waitFor();
  expect(await summary.locator('[data-demo="summary"]').textContent()).toMatch(/\d+° ± \d+/);
  expect(await axeViolations(page)).toEqual([]);
  expect(foreign).toEqual([]);
}, 480_000);
