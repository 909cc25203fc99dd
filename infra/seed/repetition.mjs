// @ts-check
import { syntheticProvenance, tenths, uncertaintyAt } from './provenance.mjs';

/**
 * @typedef {import('./random.mjs').Random} Random
 * @typedef {import('../../shared/src/programme/exercises.ts').Exercise} Exercise
 * @typedef {import('./provenance.mjs').Sight} Sight
 */

const DEPTH_DEVIATION = 0.04;
const PARTIAL = 0.06;
/** The person turns away: it counts, and its range is withheld. */
const TURNED = 0.03;

/**
 * One row of a ledger as the patient's device would record it.
 * @param {Random} random
 * @param {{ exercise: Exercise, index: number, depth: number, startMs: number, sight: Sight, interrupted?: boolean }} performance
 *   `depth` is the share of the way from rest to the turn; `startMs` on the device's own clock
 */
export function inventRepetition(random, { exercise, index, depth, startMs, sight, interrupted = false }) {
  const { restDegrees, workDegrees, minExcursionDegrees, concentric, plane } = exercise;
  const cutShort = interrupted || random.chance(PARTIAL);
  const ranged = !random.chance(TURNED);
  const way = workDegrees - restDegrees;
  const full = Math.abs(way) * Math.min(1.05, random.normal(depth, DEPTH_DEVIATION));
  const excursion = cutShort
    ? minExcursionDegrees * random.between(0.65, 0.95)
    : Math.max(full, minExcursionDegrees + 2);
  const tempo = inventTempo(random, exercise.defaultTempo);
  const [eccentric, before, shortening, turn] = tempo;
  const outS = concentric === 'out' ? shortening : eccentric;
  const backS = concentric === 'out' ? eccentric : shortening;
  const peakMs = startMs + Math.round(outS * 1000);
  const endMs = peakMs + Math.round(((concentric === 'out' ? turn : before) + backS) * 1000);
  /** @type {string[]} */
  const reasons = interrupted ? ['end-not-seen'] : cutShort ? ['too-small'] : [];
  if (!ranged) reasons.push('wrong-view');
  /** @type {'interrupted' | 'partial' | 'complete'} */
  const validity = interrupted ? 'interrupted' : cutShort ? 'partial' : 'complete';
  const row = {
    index,
    startMs,
    peakMs,
    endMs,
    peakDegrees: ranged ? tenths(restDegrees + Math.sign(way) * excursion) : null,
    rangeDegrees: ranged ? tenths(excursion) : null,
    uncertaintyDegrees: ranged ? uncertaintyAt(exercise.angle, sight) : null,
    tempo: interrupted ? null : tempo,
    validity,
    reasons,
  };
  return { row, provenance: syntheticProvenance(sight, plane === 'frontal' ? 'front' : 'side') };
}

/** Seconds near the prescribed ones: eccentric, pause, concentric, pause. @param {Random} random @param {string} prescribed @returns {[number, number, number, number]} */
function inventTempo(random, prescribed) {
  const [eccentric = 2, before = 0, shortening = 2, turn = 0] = prescribed
    .split('-')
    .map((seconds) => Math.max(0, tenths(random.normal(Number(seconds), 0.25))));
  return [Math.max(0.7, eccentric), before, Math.max(0.7, shortening), turn];
}
