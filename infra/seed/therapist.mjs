// @ts-check
import { randomBytes } from 'node:crypto';
import { createSetUpLink, hasClinic, startSession } from '../../server/src/people/index.ts';
import { getMe, setUpClinic } from '../../shared/src/people/index.ts';
import { Trouble } from '../start/trouble.mjs';
import { Browser } from './browser.mjs';
import { MARK } from './names.mjs';

/**
 * @typedef {import('../../server/src/app-context.ts').AppContext} AppContext
 * @typedef {{ browser: Browser, clinicId: string, deviceId: string, displayName: string }} Therapist signed in
 */

const CLINIC = {
  clinicName: `Hill Road Physiotherapy ${MARK}`,
  displayName: 'Tom Weber',
  email: 'tom@hill-road.example',
};

/**
 * Signs a therapist of the clinic in: the one with that email address, or the only one. Where nothing has been set up,
 * a clinic with its therapist is made; `onPassword` is told how to sign in, before anything else is done.
 * @param {AppContext} app
 * @param {{ email: string | null, onPassword: (account: { email: string, password: string }) => void }} wanted
 * @returns {Promise<Therapist>}
 */
export async function signInTherapist(app, { email, onPassword }) {
  const browser = new Browser(app, 'staff');
  if (!email && !(await app.db.withSystem(hasClinic))) {
    const password = randomBytes(15).toString('base64url');
    const token = (await createSetUpLink(app))?.split('#')[1];
    await browser.call(setUpClinic, { body: { ...CLINIC, password, token } });
    onPassword({ email: CLINIC.email, password });
  } else {
    const account = chooseAccount(await listTherapists(app), email);
    await startSession(await browser.exchange(), account, { hasSecondFactor: true, action: 'seed.sign-in' });
  }
  const me = await browser.call(getMe, {});
  if (me.kind !== 'staff') throw new Error('The therapist is not signed in.');
  return { browser, clinicId: me.clinicId, deviceId: me.deviceId, displayName: me.displayName };
}

/** @param {AppContext} app */
async function listTherapists({ db }) {
  const accounts = await db.withSystem((tx) =>
    tx
      .selectFrom('account')
      .select(['clinic_id as clinicId', 'id as accountId', 'email', 'roles'])
      .orderBy('created_at')
      .execute(),
  );
  return accounts.filter(({ roles }) => roles.includes('therapist'));
}

/** @template {{ email: string }} A @param {readonly A[]} accounts @param {string | null} email @returns {A} */
function chooseAccount(accounts, email) {
  const found = accounts.filter((one) => !email || one.email.toLowerCase() === email.toLowerCase());
  const [first] = found;
  const known = accounts.map((one) => one.email).join(', ');
  if (!first && email)
    throw new Trouble(`No therapist here has the address ${email}.`, `There are: ${known || 'none'}.`);
  if (!first) throw new Trouble('The clinic has no therapist.', 'Add one first: visits need somebody who holds them.');
  if (found.length > 1)
    throw new Trouble(
      `The clinic has ${found.length} therapists.`,
      `Say whose visits they are: --therapist EMAIL (${known}).`,
    );
  return first;
}
