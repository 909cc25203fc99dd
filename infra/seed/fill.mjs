// @ts-check
import { encounterScope } from '../../server/src/encounter/index.ts';
import { listPatients, signOut } from '../../shared/src/people/index.ts';
import { openServices } from '../installation/services.mjs';
import { Trouble } from '../start/trouble.mjs';
import { firstEncounterId, planClinic } from './plan.mjs';
import { playPerson } from './play.mjs';
import { signInTherapist } from './therapist.mjs';

/**
 * @typedef {import('../../server/src/app-context.ts').AppContext} AppContext
 * @typedef {import('./plan.mjs').PlannedPerson} PlannedPerson
 *
 * @typedef {object} Surroundings
 * @property {number} [nowMs]
 * @property {string} [timeZone] the clinic's
 * @property {AbortSignal} [signal] stops after the visits under way
 * @property {(account: { email: string, password: string }) => void} onPassword told once, where a clinic was made
 * @property {(done: Tally, all: Tally) => void} [onProgress]
 *
 * @typedef {{ people: number, visits: number, events: number }} Tally
 */

/** People at a time: the database's pool holds them all, and one clinic's audit chain takes one entry at a time anyway. */
const AT_ONCE = 6;

/**
 * Fills the clinic of an installation. Throws a Trouble for what can be mended.
 * @param {import('../installation/services.mjs').Place} place
 * @param {Omit<import('./arguments.mjs').SeedOptions, 'kind'>} options
 * @param {Surroundings} surroundings
 * @returns {Promise<Tally & { therapist: string }>} what was added
 */
export async function fill(place, { patients, years, seed, therapist: email }, surroundings) {
  const { nowMs = Date.now(), onPassword, onProgress = () => {}, signal } = surroundings;
  const timeZone = surroundings.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC';
  const app = await openServices(place);
  try {
    const therapist = await signInTherapist(app, { email, onPassword });
    const plan = { patients, years, seed, nowMs, timeZone, idSpace: therapist.clinicId };
    try {
      await assertNewSeed(app, plan);
      await assertKeyFits(therapist);
      const done = await playClinic(app, therapist, plan, { onProgress, signal });
      return { ...done, therapist: therapist.displayName };
    } finally {
      await therapist.browser.call(signOut, { body: {} });
    }
  } finally {
    await app.db.close();
  }
}

/**
 * @param {AppContext} app @param {import('./therapist.mjs').Therapist} therapist
 * @param {import('./plan.mjs').ClinicPlan} plan
 * @param {{ onProgress: (done: Tally, all: Tally) => void, signal: AbortSignal | undefined }} surroundings
 * @returns {Promise<Tally>}
 */
async function playClinic(app, therapist, plan, { onProgress, signal }) {
  const people = planClinic(plan);
  const done = { people: 0, visits: 0, events: 0 };
  const all = tallyOf(people);
  await inLanes(people, async (person) => {
    await playPerson(app, therapist, person, {
      timeZone: plan.timeZone,
      beforeVisit: () => {
        if (signal?.aborted) throw new Trouble('Stopped.', 'What is there stays; another --seed adds other people.');
      },
      afterVisit: ({ events }) => {
        done.visits += 1;
        done.events += events.length;
        onProgress(done, all);
      },
    });
    done.people += 1;
  });
  return done;
}

/** @param {AppContext} app @param {{ seed: number, idSpace: string }} plan */
async function assertNewSeed({ db }, plan) {
  const system = { kind: /** @type {const} */ ('system'), clinicId: plan.idSpace };
  const known = await db.withActor(system, (scope) => encounterScope(scope, firstEncounterId(plan)));
  if (!known) return;
  throw new Trouble(
    `The clinic has the people of seed ${plan.seed} already.`,
    `Another seed adds others: --seed ${plan.seed + 1}.`,
  );
}

/** Names are sealed with the installation's key: with another one nobody could read them. @param {import('./therapist.mjs').Therapist} therapist */
async function assertKeyFits({ browser }) {
  await browser.call(listPatients, {}).catch((error) => {
    if (!/authenticate/i.test(error.message)) throw error;
    throw new Trouble(
      'The master key is not the one of this database.',
      'Set DATA_DIR (or PLUMBLINE_MASTER_KEY) and DATABASE_URL as the server has them.',
    );
  });
}

/** @param {readonly PlannedPerson[]} people @returns {Tally} */
function tallyOf(people) {
  const visits = people.flatMap((person) => person.visits);
  const events = visits.reduce((sum, visit) => sum + visit.events.length, 0);
  return { people: people.length, visits: visits.length, events };
}

/** Works through a list, a few at a time; the first failure stops the others at their next step. @template T @param {readonly T[]} list @param {(one: T) => Promise<void>} work */
async function inLanes(list, work) {
  const rest = [...list];
  let failed = false;
  const lane = async () => {
    for (let one = rest.shift(); one !== undefined && !failed; one = rest.shift()) {
      await work(one).catch((error) => {
        failed = true;
        throw error;
      });
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, lane));
  const broken = ends.find((end) => end.status === 'rejected');
  if (broken) throw broken.reason;
}
