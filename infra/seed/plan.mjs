// @ts-check
import { findProtocol } from '../../shared/src/measurement/protocols.ts';
import { createCalendar, STARTS } from './calendar.mjs';
import { CONDITIONS } from './conditions.mjs';
import { addDays, dayAt, momentOf } from './local-time.mjs';
import { inventName } from './names.mjs';
import { inventProfile } from './profile.mjs';
import { createRandom } from './random.mjs';
import { inventCourse, inventLevel } from './recovery.mjs';
import { inventDays } from './rhythm.mjs';
import { inventVisit, inventWaiting } from './visit.mjs';

/**
 * @typedef {import('./local-time.mjs').Day} Day
 * @typedef {import('./visit-script.mjs').PlannedEvent} PlannedEvent
 *
 * @typedef {object} PlannedVisit
 * @property {string} encounterId
 * @property {number} bookedAtMs when it was planned; all times are epoch ms
 * @property {number} startsAtMs
 * @property {number} durationMinutes
 * @property {'attended' | 'missed' | 'to-come'} kind
 * @property {readonly PlannedEvent[]} events in the order they happened
 *
 * @typedef {{ displayName: string, details: import('./profile.mjs').Details, addedAtMs: number, visits: PlannedVisit[] }} PlannedPerson
 *
 * @typedef {object} ClinicPlan
 * @property {number} patients
 * @property {number} years
 * @property {number} seed decides the people and their visits
 * @property {string} idSpace keeps the ids of one clinic's plan apart from another's
 * @property {number} nowMs
 * @property {string} timeZone
 */

const DURATION_MINUTES = 40;
const SLACK_MS = 20 * 60_000;
const DAY_MS = 86_400_000;
/** How many have a visit today, and how many of them are still to come, however late it is. */
const TODAY = 5;
const LEFT_TODAY = 2;
/** Even the latest have been here before. */
const LEAST_DAYS = 24;
const CAME_IN_VAIN = 0.15;

/** The id of the first visit of a seed's first person: where it is known, the seed has been here. @param {Pick<ClinicPlan, 'seed' | 'idSpace'>} plan */
export function firstEncounterId({ seed, idSpace }) {
  return sourcesOf({ seed, idSpace }, 0).ids.uuid();
}

/** The people of a clinic with all their visits. Pure: the same plan is the same people, visits, values and ids. @param {ClinicPlan} plan @returns {PlannedPerson[]} */
export function planClinic(plan) {
  const { patients, years, nowMs, timeZone } = plan;
  const today = dayAt(nowMs, timeZone);
  const windowDays = Math.round(years * 365.25);
  /** @type {Set<string>} */
  const names = new Set();
  const drafts = Array.from({ length: patients }, (_, i) => {
    const { random, ids } = sourcesOf(plan, i);
    const displayName = inventName(random, names);
    // One begins in each stretch of the time, so that every part of it has people.
    const ago = Math.round((windowDays * (patients - i - random.between(0, 1))) / patients);
    const first = addDays(today, -Math.min(windowDays, Math.max(ago, LEAST_DAYS)));
    return {
      random,
      ids,
      displayName,
      days: inventDays(random, first, today),
      usual: random.whole(0, STARTS.length - 1),
    };
  });
  fillToday(drafts, today);
  const calendar = createCalendar();
  const placed = drafts.map((draft) => ({ ...draft, slots: placeVisits(draft, calendar, timeZone) }));
  const todays = placed
    .flatMap(({ slots }) => slots)
    .filter(({ startsAtMs }) => dayAt(startsAtMs, timeZone) === today)
    .sort((a, b) => a.startsAtMs - b.startsAtMs);
  const heldBack = new Set(todays.slice(-LEFT_TODAY));
  return placed.map((person) => inventPerson(person, plan, (slot) => isOver(slot, nowMs) && !heldBack.has(slot)));
}

/** @param {Pick<ClinicPlan, 'seed' | 'idSpace'>} plan @param {number} i */
function sourcesOf({ seed, idSpace }, i) {
  return { random: createRandom(`person ${seed} ${i}`), ids: createRandom(`ids ${idSpace} ${seed} ${i}`) };
}

/** @typedef {{ startsAtMs: number, missed: boolean }} Slot */

/** @param {Slot} slot @param {number} nowMs */
function isOver({ startsAtMs }, nowMs) {
  return startsAtMs + DURATION_MINUTES * 60_000 + SLACK_MS < nowMs;
}

/** Brings the next visits of those who are still in care forward to today, until the list is long enough. @param {{ days: import('./rhythm.mjs').Due[] }[]} drafts @param {Day} today */
function fillToday(drafts, today) {
  const lastDay = (/** @type {typeof drafts[number]} */ { days }) => days.at(-1)?.day ?? '';
  let due = drafts.filter(({ days }) => days.some(({ day }) => day === today)).length;
  for (const draft of drafts.toSorted((a, b) => (lastDay(a) < lastDay(b) ? 1 : -1))) {
    if (due >= TODAY) return;
    if (draft.days.some(({ day }) => day === today)) continue;
    if (lastDay(draft) > today) draft.days.pop();
    draft.days.push({ day: today, missed: false });
    due += 1;
  }
}

/** @param {{ days: import('./rhythm.mjs').Due[], usual: number }} draft @param {ReturnType<typeof createCalendar>} calendar @param {string} timeZone @returns {Slot[]} */
function placeVisits({ days, usual }, calendar, timeZone) {
  return days
    .map(({ day, missed }) => {
      const at = calendar.take(day, usual);
      return { startsAtMs: momentOf(at.day, at.minutes, timeZone), missed };
    })
    .sort((a, b) => a.startsAtMs - b.startsAtMs);
}

/**
 * @param {{ random: import('./random.mjs').Random, ids: import('./random.mjs').Random, displayName: string, slots: Slot[] }} draft
 * @param {Pick<ClinicPlan, 'nowMs' | 'timeZone' | 'seed'>} plan
 * @param {(slot: Slot) => boolean} hasTakenPlace
 * @returns {PlannedPerson}
 */
function inventPerson({ random, ids, displayName, slots }, { nowMs, timeZone, seed }, hasTakenPlace) {
  const condition = random.pick(CONDITIONS);
  const side = random.pick(/** @type {const} */ (['left', 'right']));
  const course = inventCourse(random, condition.recoveryDays);
  const levels = condition.impairments.map((impairment) => ({
    protocol: impairment.protocol,
    levelAt: inventLevel(random, impairment),
    otherDegrees: healthyDegrees(random, impairment.protocol),
  }));
  const firstMs = slots[0]?.startsAtMs ?? 0;
  const addedAtMs = firstMs - random.whole(1, 9) * DAY_MS;
  let number = 0;
  let bookedAtMs = addedAtMs;
  const visits = slots.map((slot) => {
    const { startsAtMs, missed } = slot;
    const visit = { encounterId: ids.uuid(), bookedAtMs, startsAtMs, durationMinutes: DURATION_MINUTES };
    // The next one is agreed on at the end of this one.
    bookedAtMs = Math.min(nowMs, startsAtMs + DURATION_MINUTES * 60_000);
    if (!hasTakenPlace(slot)) return { ...visit, kind: /** @type {const} */ ('to-come'), events: [] };
    if (missed) {
      const events = random.chance(CAME_IN_VAIN) ? inventWaiting(random, ids, startsAtMs) : [];
      return { ...visit, kind: /** @type {const} */ ('missed'), events };
    }
    number += 1;
    const share = course((startsAtMs - firstMs) / DAY_MS);
    const events = inventVisit(random, ids, {
      startsAtMs,
      side,
      number,
      share,
      levels: levels.map(({ protocol, levelAt, otherDegrees }) => ({
        protocol,
        degrees: levelAt(share, random),
        otherDegrees: random.normal(otherDegrees, 2),
      })),
      trainings: condition.trainings,
    });
    return { ...visit, kind: /** @type {const} */ ('attended'), events };
  });
  // A source of its own: what is added to the profile changes no visit.
  const year = new Date(addedAtMs).getUTCFullYear();
  const person = { displayName, condition: condition.name, side, year, timeZone };
  const details = inventProfile(createRandom(`profile ${seed} ${displayName}`), person);
  return { displayName, details, addedAtMs, visits };
}

/** The side that nothing is wrong with. @param {import('./random.mjs').Random} random @param {string} id */
function healthyDegrees(random, id) {
  const protocol = findProtocol(id);
  if (!protocol) throw new Error(`There is no protocol ${id}.`);
  return protocol.value === 'deficit' ? random.between(-1, 4) : protocol.reachesDegrees * random.between(0.9, 1);
}
