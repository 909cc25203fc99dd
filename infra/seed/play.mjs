// @ts-check
import { randomUUID } from 'node:crypto';
import { planVisit } from '../../shared/src/appointments/index.ts';
import { appendEvents } from '../../shared/src/encounter/contract.ts';
import { CURRENT_VERSION } from '../../shared/src/encounter/events.ts';
import { addPatient, inviteToVisit, redeemInvitation } from '../../shared/src/people/index.ts';
import { Browser } from './browser.mjs';
import { pagesOpenedMs } from './visit-script.mjs';

/**
 * @typedef {import('../../server/src/app-context.ts').AppContext} AppContext
 * @typedef {import('./plan.mjs').PlannedPerson} PlannedPerson
 * @typedef {import('./plan.mjs').PlannedVisit} PlannedVisit
 * @typedef {import('./visit-script.mjs').PlannedEvent} PlannedEvent
 * @typedef {import('./visit-script.mjs').Party} Party
 * @typedef {{ browser: Browser, deviceId: string }} Device
 */

/** The way of an event from a device to the server, and how well the device knows the server's time. */
const ON_THE_WAY_MS = 120;
const CLOCK_UNCERTAINTY_MS = 15;
/** The link is opened this long before the patient tells that they are there. */
const LINK_OPENED_MS = 60_000;

/**
 * One person from referral to now, as the therapist's and the patient's browsers would have had it.
 * @param {AppContext} app @param {Device} therapist @param {PlannedPerson} person
 * @param {{ timeZone: string, beforeVisit: () => void, afterVisit: (visit: PlannedVisit) => void }} surroundings
 *   `beforeVisit` may throw to stop
 */
export async function playPerson(app, therapist, { displayName, details, addedAtMs, visits }, surroundings) {
  const { patientId } = await therapist.browser.call(addPatient, { body: { displayName, details } }, addedAtMs);
  // The same phone or computer each time.
  const browser = new Browser(app, 'patient');
  for (const visit of visits) {
    surroundings.beforeVisit();
    await playVisit(therapist, browser, { patientId, visit, timeZone: surroundings.timeZone });
    surroundings.afterVisit(visit);
  }
}

/** @param {Device} therapist @param {Browser} browser the patient's @param {{ patientId: string, visit: PlannedVisit, timeZone: string }} what */
async function playVisit(therapist, browser, { patientId, visit, timeZone }) {
  const { encounterId, startsAtMs, durationMinutes, bookedAtMs, events } = visit;
  const startsAt = new Date(startsAtMs).toISOString();
  const body = { id: encounterId, patientId, startsAt, durationMinutes, timeZone };
  await therapist.browser.call(planVisit, { body }, bookedAtMs);
  const [first] = events;
  if (!first) return;
  const params = { encounterId };
  const invitation = await therapist.browser.call(inviteToVisit, { params, body: {} }, bookedAtMs);
  const token = new URL(invitation.url).hash.slice(1);
  const bound = await browser.call(redeemInvitation, { body: { token } }, first.atMs - LINK_OPENED_MS);
  /** @type {Record<Party, Device & Pen>} */
  const devices = {
    therapist: { ...therapist, ...createPen() },
    patient: { browser, deviceId: bound.deviceId, ...createPen() },
  };
  for (const batch of batchesOf(events)) await append(visit, devices[batch.by], batch.events);
}

/** What numbers a device's events in one visit. @typedef {{ bootId: string, nextSeq: () => number }} Pen */

/** @returns {Pen} */
function createPen() {
  let deviceSeq = 0;
  return { bootId: randomUUID(), nextSeq: () => ++deviceSeq };
}

/** What one side tells before the other says something again, as one delivery. @param {readonly PlannedEvent[]} events */
function batchesOf(events) {
  /** @type {{ by: Party, events: PlannedEvent[] }[]} */
  const batches = [];
  for (const event of events) {
    const last = batches.at(-1);
    if (last?.by === event.by) last.events.push(event);
    else batches.push({ by: event.by, events: [event] });
  }
  return batches;
}

/** Appends events over the route the device would use; each must be applied, or the plan is wrong. @param {PlannedVisit} visit @param {Device & Pen} device @param {readonly PlannedEvent[]} events */
async function append({ encounterId, events: all }, { browser, deviceId, bootId, nextSeq }, events) {
  const openedMs = pagesOpenedMs(all);
  const envelopes = events.map(({ id, type, body, atMs }) => ({
    id,
    encounterId,
    deviceId,
    deviceSeq: nextSeq(),
    type,
    version: CURRENT_VERSION,
    happenedAt: { bootId, monotonicMs: atMs - openedMs, serverMs: atMs, uncertaintyMs: CLOCK_UNCERTAINTY_MS },
    body,
  }));
  const arrivedMs = (events.at(-1)?.atMs ?? 0) + ON_THE_WAY_MS;
  const input = { params: { encounterId }, body: { events: envelopes } };
  const { outcomes } = await browser.call(appendEvents, input, arrivedMs);
  for (const [i, outcome] of outcomes.entries()) {
    if (outcome.outcome === 'stored' && outcome.disposition === 'applied') continue;
    const why = outcome.outcome === 'stored' ? outcome.reason : outcome.error.code;
    throw new Error(`The services did not take ${events[i]?.type} of visit ${encounterId}: ${why}.`);
  }
}
