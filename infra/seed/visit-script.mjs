// @ts-check

/**
 * @typedef {import('./random.mjs').Random} Random
 * @typedef {typeof import('../../shared/src/encounter/bodies.ts').EVENT_BODIES} EventBodies
 * @typedef {keyof EventBodies} EventType
 * @typedef {'patient' | 'therapist'} Party
 * @typedef {{ id: string, by: Party, type: EventType, body: Record<string, unknown>, atMs: number }} PlannedEvent
 *   `atMs` is when it happened, epoch ms
 */

/** The patient's page is open this long before it tells that they arrived. */
const BEFORE_ARRIVAL_MS = 20_000;

/** When the pages of a visit were opened, from which its devices count: by its first event. @param {readonly PlannedEvent[]} events */
export function pagesOpenedMs(events) {
  return (events[0]?.atMs ?? 0) - BEFORE_ARRIVAL_MS;
}

/** What happens in one visit, written down as it happens. @param {Random} ids where new ids come from @param {number} startMs */
export function createVisitScript(ids, startMs) {
  let atMs = Math.round(startMs);
  /** @type {PlannedEvent[]} */
  const events = [];
  return {
    events,
    /** The time on the patient's device, ms since its page was opened. */
    deviceMs: () => atMs - pagesOpenedMs(events),
    now: () => atMs,
    id: () => ids.uuid(atMs),
    /** @param {number} ms */
    wait(ms) {
      atMs += Math.round(ms);
    },
    /** @template {EventType} T @param {Party} by @param {T} type @param {EventBodies[T]['_zod']['input']} body */
    tell(by, type, body) {
      events.push({ id: ids.uuid(atMs), by, type, body: /** @type {Record<string, unknown>} */ (body), atMs });
      // No two at the same moment, and their order is the order they are told in.
      atMs += 5;
    },
  };
}

/** @typedef {ReturnType<typeof createVisitScript>} VisitScript */
