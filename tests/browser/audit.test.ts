import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { axeViolations } from './axe.ts';
import { LAPTOP, launchBrowser, openPage, PHONE } from './browser.ts';
import { Clinic, TOM } from './clinic.ts';
import { press, shown } from './visit.ts';

const CANARY = 'Xochitl Canary';
let browser: Browser;
let clinic: Clinic;
beforeAll(async () => {
  browser = await launchBrowser();
  clinic = await new Clinic(inject('baseUrl')).signIn();
});
afterAll(() => browser?.close());

async function expectGood(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const folder = process.env.SCREENSHOTS;
  if (folder) {
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }
  expect(await axeViolations(page)).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
}

describe.each([
  ['phone', PHONE],
  ['laptop', LAPTOP],
] as const)('on a %s', (size, viewport) => {
  test('the administrator reads, filters and exports the log', async () => {
    const { encounterId } = await clinic.planVisit({ patientName: `${CANARY} of ${size}` });
    await clinic.call('GET', `/api/encounters/${encounterId}`);
    const { page, context, complaints, foreign } = await openPage(browser, { viewport });
    await context.addCookies(clinic.cookies);
    await page.goto(`${inject('baseUrl')}/administration/log`);
    await page
      .getByRole('cell', { name: `Visit of ${CANARY} of ${size}` })
      .first()
      .waitFor();
    await page.getByText('Conducts the visit').first().waitFor();
    await expectGood(page, `log-${size}`);
    // One patient, then one deed, by keyboard.
    await page
      .getByRole('button', { name: new RegExp(`${CANARY} of ${size} ?, show only`) })
      .first()
      .press('Enter');
    await page.getByText(`Only this record: ${CANARY} of ${size}`).waitFor();
    await page.getByLabel('What', { exact: true }).selectOption('encounter.read');
    await expect.poll(() => page.locator('.audit__table tbody tr').count()).toBe(1);
    await expectGood(page, `log-filtered-${size}`);
    expect(page.url()).not.toContain('Canary');
    expect(await page.title()).not.toContain('Canary');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export as CSV' }).click();
    const text = await readFile(await (await saving).path(), 'utf8');
    expect(text.trim().split('\r\n')).toHaveLength(2);
    await page.getByText('The export stands in the log').waitFor();
    expect([complaints, foreign]).toEqual([[], []]);
    await context.close();
  });

  test('the patient sees who looked at their record', async () => {
    const { encounterId, link } = await clinic.planVisit({ patientName: `${CANARY} at home` });
    await clinic.call('GET', `/api/encounters/${encounterId}`);
    const { page, context, foreign } = await openPage(browser, { viewport });
    await page.goto(`${inject('baseUrl')}/my-record`);
    await page.getByText('Open the link to your visit').waitFor();
    await page.goto(link);
    await press(page, 'continue');
    await shown(page, 'name-yes');
    await page.goto(`${inject('baseUrl')}/my-record`);
    await page.getByText(TOM.displayName).first().waitFor();
    await page.getByText('Read a visit').waitFor();
    await page.getByText('Holds your visit.').first().waitFor();
    await expectGood(page, `my-record-${size}`);
    expect(foreign).toEqual([]);
    await context.close();
  });
});

test('a request to another origin is refused by the browser, on a page and in a worker, and would be seen', async () => {
  const { page, context, complaints, foreign } = await openPage(browser);
  await page.goto(`${inject('baseUrl')}/sign-in`);
  const tried = await page.evaluate(() =>
    fetch('https://third.example/').then(
      () => 'reached',
      () => 'refused',
    ),
  );
  expect(tried).toBe('refused');
  expect([...foreign, ...complaints].join()).toContain('third.example');
  const assets = await page.evaluate(() => [...document.scripts].map((script) => script.src).filter(Boolean));
  const { headers } = await fetch(assets[0] ?? '');
  expect(headers.get('content-security-policy')).toContain("connect-src 'self'");
  await context.close();
});

test('no log of the product names a patient, tells a password or keeps a link', async () => {
  const { link } = await clinic.planVisit({ patientName: `${CANARY} of the logs` });
  await clinic.call('GET', `/api/visits?day=${encodeURIComponent(CANARY)}&timeZone=UTC`).catch(() => {});
  const folder = inject('dataDir');
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.log'));
  expect(names.length).toBeGreaterThan(1);
  for (const name of names) {
    const log = await readFile(join(folder, name), 'utf8');
    for (const secret of [CANARY, 'Ana Ruiz', TOM.password, TOM.email, link.split('#')[1] ?? '-', 'access_token=ey']) {
      expect(log.includes(secret), `${name} holds ${secret}`).toBe(false);
    }
  }
});
