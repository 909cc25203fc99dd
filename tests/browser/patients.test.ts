import { createHash, randomBytes } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { axeViolations } from './axe.ts';
import { LAPTOP, launchBrowser, openPage, PHONE } from './browser.ts';
import { Clinic } from './clinic.ts';
import { rows } from './rows.ts';

let browser: Browser;
let clinic: Clinic;
beforeAll(async () => {
  browser = await launchBrowser();
  clinic = await new Clinic(inject('baseUrl')).signIn();
});
afterAll(() => browser?.close());

/** No rule of accessibility is broken, nothing is wider than the page, and the tab tells nobody's name. */
async function expectGood(page: Page, name: string): Promise<void> {
  expect(await axeViolations(page)).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  expect(await page.title()).not.toContain(name);
  expect(page.url()).not.toContain(name);
}

async function addPatient(displayName: string, details: object = {}): Promise<string> {
  const body = { displayName, details };
  return (await clinic.call<{ patientId: string }>('POST', '/api/patients', body)).patientId;
}

async function openAs(
  cookies: { name: string; value: string; url: string }[],
  viewport: { width: number; height: number },
): Promise<{ page: Page; context: BrowserContext; foreign: string[] }> {
  const opened = await openPage(browser, { viewport });
  await opened.context.addCookies(cookies);
  return opened;
}

/** A therapist of Tom's clinic, signed in. */
async function makeColleague(displayName: string) {
  const [accountId, deviceId, token] = [uuid(), uuid(), randomBytes(32).toString('base64url')];
  const [clinicRow] = await rows<{ id: string }>('SELECT id FROM clinic LIMIT 1');
  const clinicId = clinicRow?.id;
  await rows(
    `INSERT INTO account (clinic_id, id, email, display_name, roles, password_hash)
     VALUES ($1, $2, $3, $4, '{therapist}', 'none')`,
    [clinicId, accountId, `${accountId}@clinic.test`, displayName],
  );
  await rows('INSERT INTO device (clinic_id, id, account_id) VALUES ($1, $2, $3)', [clinicId, deviceId, accountId]);
  await rows(
    `INSERT INTO staff_session (token_hash, clinic_id, account_id, device_id, expires_at)
     VALUES ($1, $2, $3, $4, now() + interval '1 hour')`,
    [createHash('sha256').update(token).digest(), clinicId, accountId, deviceId],
  );
  return [{ name: 'plumbline-staff', value: token, url: inject('baseUrl') }];
}

describe.each([
  ['phone', PHONE],
  ['laptop', LAPTOP],
] as const)('patients on a %s', (size, viewport) => {
  test('are found as one types, added after a look at who is the same, and written', async () => {
    const name = `Zenobia ${size}`;
    await addPatient(name, { birthDate: '1970-04-03' });
    const { page, context, foreign } = await openAs(clinic.cookies, viewport);
    await page.goto(`${inject('baseUrl')}/patients`);
    await page.getByRole('heading', { level: 1, name: 'Patients' }).waitFor();
    await expectGood(page, name);
    await page.keyboard.press('/');
    await page.keyboard.type(`zeno ${size}`);
    await page.getByRole('link', { name: new RegExp(name) }).waitFor();
    await page.getByText('1 patient', { exact: true }).waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(name);
    await expectGood(page, name);

    await page.getByRole('button', { name: 'Add a patient' }).click();
    await page.getByLabel('Name as they want to be called').fill(name);
    await page.getByLabel('Birth date').fill('1970-04-03');
    await expectGood(page, name);
    await page.getByRole('button', { name: 'Add the patient' }).click();
    await page.getByText('Is it one of these?').waitFor();
    await expectGood(page, name);
    await page
      .locator('.banner')
      .getByRole('link', { name: new RegExp(name) })
      .click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await expectGood(page, name);

    await page.getByRole('button', { name: 'Edit the profile' }).click();
    await expectGood(page, name);
    await page.getByRole('button', { name: 'Add a surgery' }).click();
    await page.getByLabel('What').fill('New knee');
    await page.getByLabel('When').fill('soon');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Something is not right yet').waitFor();
    await expectGood(page, name);
    await page.getByLabel('When').fill('2024-05');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The profile is saved.').waitFor();
    await page.getByText('New knee, 2024-05').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('The profile is as it was before.').waitFor();
    expect(await page.getByText('New knee, 2024-05').count()).toBe(0);
    expect(foreign).toEqual([]);
    await context.close();
  });

  test('of others open with a reason, and those who care are told', async () => {
    const name = `Yolanda ${size}`;
    const patientId = await addPatient(name, { birthDate: '1970-04-03' });
    const colleague = await openAs(await makeColleague(`Eva ${size}`), viewport);
    await colleague.page.goto(`${inject('baseUrl')}/patients/${patientId}`);
    await colleague.page.getByRole('heading', { name: 'This patient is in the care of others' }).waitFor();
    await expectGood(colleague.page, name);
    await colleague.page.getByLabel('In a sentence').fill('Tom is ill today.');
    await colleague.page.getByRole('button', { name: 'Open the chart' }).click();
    await colleague.page.getByText('You opened this chart until').waitFor();
    expect(await colleague.page.getByRole('button', { name: 'Edit the profile' }).count()).toBe(0);
    await expectGood(colleague.page, name);
    const toms = await openAs(clinic.cookies, viewport);
    await toms.page.goto(`${inject('baseUrl')}/visits`);
    const notice = toms.page.locator('.banner', { hasText: `Eva ${size} opened the chart of ${name}` });
    await notice.waitFor();
    await expectGood(toms.page, name);
    await notice.getByRole('button', { name: 'Seen' }).click();
    await notice.waitFor({ state: 'detached' });
    await Promise.all([colleague.context.close(), toms.context.close()]);
  });

  test('are referred to a colleague who accepts', async () => {
    const name = `Xaver ${size}`;
    const patientId = await addPatient(name);
    const cookies = await makeColleague(`Kim ${size}`);
    const toms = await openAs(clinic.cookies, viewport);
    await toms.page.goto(`${inject('baseUrl')}/patients/${patientId}`);
    await toms.page.getByRole('button', { name: 'Refer or transfer' }).click();
    await toms.page.getByRole('button', { name: /To$/ }).click();
    await toms.page.getByRole('option', { name: `Kim ${size}` }).click();
    await toms.page.getByLabel('Reason').fill('Please see the hand.');
    await expectGood(toms.page, name);
    await toms.page.getByRole('button', { name: 'Send' }).click();
    await toms.page.getByText('It is sent').waitFor();
    const kims = await openAs(cookies, viewport);
    await kims.page.goto(`${inject('baseUrl')}/referrals`);
    await kims.page.getByText('Please see the hand.').waitFor();
    await expectGood(kims.page, name);
    await kims.page.getByRole('button', { name: 'Accept' }).click();
    await kims.page.getByRole('link', { name }).click();
    await kims.page.getByRole('button', { name: 'Edit the profile' }).waitFor();
    await Promise.all([toms.context.close(), kims.context.close()]);
  });

  test('with two records become one, and two again', async () => {
    const name = `Wendelin ${size}`;
    await addPatient(name, { phone: '600 700 800' });
    await addPatient(name, { phone: '600 700 800', email: 'w@example.org' });
    const { page, context } = await openAs(clinic.cookies, viewport);
    await page.goto(`${inject('baseUrl')}/duplicates`);
    const pair = page.getByRole('article', { name: `${name}, ${name}` });
    await pair.getByRole('button', { name: 'Keep this one' }).first().click();
    await pair.getByRole('button', { name: 'Make them one' }).waitFor();
    await expectGood(page, name);
    await pair.getByRole('button', { name: 'Make them one' }).click();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByText('There are two records again.').waitFor();
    await expectGood(page, name);
    await context.close();
  });
});
