import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { axeViolations } from './axe.ts';
import { LAPTOP, launchBrowser, openPage, PHONE } from './browser.ts';
import { Clinic, TOM } from './clinic.ts';
import { press, shown } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** No rule of accessibility is broken, and nothing is wider than the page. */
async function expectGood(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  expect(await axeViolations(page)).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
}

const SIZES = [
  ['phone', PHONE],
  ['laptop', LAPTOP],
] as const;

describe.each(SIZES)("the therapist's pages on a %s", (_name, viewport) => {
  test('sign-in, the day, planning', async () => {
    const { page, context, foreign } = await openPage(browser, { viewport });
    await page.goto(`${inject('baseUrl')}/`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectGood(page);
    await page.getByLabel('Email').fill(TOM.email);
    await page.getByLabel('Password', { exact: true }).fill('wrong password here');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('alert').waitFor();
    await expectGood(page);
    await page.getByLabel('Password', { exact: true }).fill(TOM.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL(/visits/);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectGood(page);
    expect(foreign).toEqual([]);
    await context.close();
  });
});

describe.each(SIZES)("the patient's way in on a %s", (_name, viewport) => {
  test.each(['en-GB', 'es-ES'])('in %s, from the link to the waiting room', async (locale) => {
    const { encounterId, link } = await (await new Clinic(inject('baseUrl')).signIn()).planVisit();
    const { page, context, foreign } = await openPage(browser, {
      viewport,
      locale,
      permissions: ['camera', 'microphone'],
    });
    await page.goto(link);
    await shown(page, 'continue');
    await expectGood(page);
    await press(page, 'continue');
    await shown(page, 'name-yes');
    expect(await page.title()).not.toContain('Ana');
    await expectGood(page);
    await press(page, 'name-yes');
    await shown(page, 'allow');
    await expectGood(page);
    await press(page, 'allow');
    await shown(page, 'go-wait');
    await expectGood(page);
    await press(page, 'go-wait');
    await page.locator('.calm-page video').waitFor();
    await expectGood(page);
    expect(page.url()).not.toContain(encounterId);
    expect(foreign).toEqual([]);
    await context.close();
  });
});

describe('a link', () => {
  test('that was opened elsewhere says so', async () => {
    const { link } = await (await new Clinic(inject('baseUrl')).signIn()).planVisit();
    const first = await openPage(browser, { viewport: PHONE });
    await first.page.goto(link);
    await press(first.page, 'continue');
    await shown(first.page, 'name-yes');
    const second = await openPage(browser, { viewport: PHONE });
    await second.page.goto(link);
    await second.page.getByRole('heading', { name: 'This link was opened on another device' }).waitFor();
    await expectGood(second.page);
    await first.page.goto('about:blank');
    await first.page.goto(link);
    await first.page.getByRole('heading', { name: 'Welcome back' }).waitFor();
    await Promise.all([first.context.close(), second.context.close()]);
  });

  test('that is cut short says so', async () => {
    const { page, context } = await openPage(browser, { viewport: PHONE });
    await page.goto(`${inject('baseUrl')}/visit#abc`);
    await page.getByRole('heading', { name: 'This link is not complete' }).waitFor();
    await expectGood(page);
    await context.close();
  });
});

test('whoever says no to the camera hears how to allow it, and can come in without', async () => {
  const without = await launchBrowser({ allowCamera: false });
  const { link } = await (await new Clinic(inject('baseUrl')).signIn()).planVisit();
  const { page } = await openPage(without, { viewport: PHONE, permissions: [] });
  await page.goto(link);
  for (const step of ['continue', 'name-yes', 'allow']) await press(page, step);
  await page.getByText('The camera is blocked').waitFor();
  await expectGood(page);
  await press(page, 'go-wait');
  await page.getByRole('heading', { name: 'You are in the waiting room' }).waitFor();
  await without.close();
});
