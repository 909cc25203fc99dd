// @ts-check

import { inventSight, syntheticProvenance, tenths, uncertaintyAt } from './provenance.mjs';
import { setUpFor } from './stand.mjs';

/**
 * @typedef {import('./random.mjs').Random} Random
 * @typedef {import('../../shared/src/measurement/protocols.ts').Protocol} Protocol
 * @typedef {import('./provenance.mjs').Sight} Sight
 */

/** Two trials of one visit differ by this much, degrees. */
const TRIAL_DEVIATION = 1.8;
const REFUSED = 0.06;
const LEANS = 0.25;
const HELD_MS = 2_000;

/** Where the movement ends for this person today, kept in the protocol's reach. @param {Protocol} protocol @param {number} degrees */
function withinReach({ value, reachesDegrees, startsAtDegrees, minExcursionDegrees }, degrees) {
  if (value === 'deficit') return Math.max(-4, Math.min(startsAtDegrees - minExcursionDegrees - 8, degrees));
  return Math.max(startsAtDegrees + minExcursionDegrees + 4, Math.min(reachesDegrees + 6, degrees));
}

/**
 * One trial as the patient's device would record it.
 * @param {Random} random
 * @param {{ protocol: Protocol, side: 'left' | 'right', levelDegrees: number, startMs: number, sight: Sight, stand: import('./stand.mjs').Stand }} performance
 *   `startMs` on the device's own clock
 */
export function inventTrial(random, { protocol, side, levelDegrees, startMs, sight, stand }) {
  const value = withinReach(protocol, random.normal(levelDegrees, TRIAL_DEVIATION));
  const start = random.normal(protocol.startsAtDegrees + (protocol.value === 'deficit' ? 0 : 3), 1.2);
  const moveMs = random.whole(1_800, 3_800);
  const peakMs = startMs + HELD_MS + moveMs;
  const endMs = peakMs + random.whole(1_000, 2_500);
  const refused = random.chance(REFUSED);
  const leans = protocol.compensations.includes('trunk-lean') && random.chance(LEANS);
  const view = protocol.view === 'front' ? 'front' : 'side';
  const seen = refused ? inventSight(random) : sight;
  const result = {
    valueDegrees: refused ? null : tenths(value),
    uncertaintyDegrees: refused ? null : uncertaintyAt(protocol.angle, sight),
    startDegrees: tenths(start),
    minDegrees: tenths(Math.min(start, value)),
    maxDegrees: tenths(Math.max(start, value)),
    startMs,
    peakMs: refused ? null : peakMs,
    endMs,
    refusals: refused ? [random.pick(['wrong-view', 'joint-hidden', 'not-still', 'not-in-frame'])] : [],
    findings: !refused && leans ? [{ code: 'trunk-lean', degrees: random.whole(8, 16) }] : [],
    poseFps: seen.poseFps,
    side,
    setUp: setUpFor(stand, protocol, side, seen.offPlaneDegrees),
  };
  return { result, provenance: syntheticProvenance(seen, view) };
}
