// @ts-check
import { findProtocol } from '../../shared/src/measurement/protocols.ts';
import { findExercise } from '../../shared/src/programme/exercises.ts';
import { inventSight } from './provenance.mjs';
import { inventRepetition } from './repetition.mjs';
import { inventStand } from './stand.mjs';
import { inventTrial } from './trial.mjs';
import { createVisitScript } from './visit-script.mjs';

/**
 * @typedef {import('./random.mjs').Random} Random
 * @typedef {import('./visit-script.mjs').VisitScript} VisitScript
 * @typedef {import('./provenance.mjs').Sight} Sight
 * @typedef {object} VisitPlan How one person is on the day of a visit.
 * @property {number} startsAtMs
 * @property {'left' | 'right'} side
 * @property {number} number 1 is the first visit
 * @property {number} share of the way to recovery
 * @property {readonly { protocol: string, degrees: number, otherDegrees: number }[]} levels
 * @property {readonly import('./conditions.mjs').Training[]} trainings
 */

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const NO_CAMERA = 0.03;
const TWO_SETS = 0.4;
const STOPS = 0.04;
const SHOWS_DEGREES = 0.2;
/** Most trials of one measurement; a refused one is done again within it. */
const MOST_TRIALS = 3;

/** The events of a visit that took place, in order. @param {Random} random @param {Random} ids @param {VisitPlan} plan */
export function inventVisit(random, ids, plan) {
  const arrivedMs = plan.startsAtMs + random.whole(-6 * MINUTE_MS, 2 * MINUTE_MS);
  const script = createVisitScript(ids, arrivedMs);
  const camera = !random.chance(NO_CAMERA);
  script.tell('patient', 'patient.arrived', { nameConfirmed: true, camera, microphone: true });
  const free = plan.startsAtMs + random.whole(-30 * SECOND_MS, 90 * SECOND_MS);
  script.wait(Math.max(random.whole(15, 40) * SECOND_MS, free - script.now()));
  script.tell('therapist', 'patient.admitted', {});
  script.wait(random.whole(4, 9) * MINUTE_MS);
  if (camera) {
    const day = { random, script, sight: inventSight(random), stand: inventStand(ids) };
    if (random.chance(SHOWS_DEGREES)) script.tell('therapist', 'display.changed', { degrees: true, skeleton: true });
    for (const level of plan.levels) measure(day, plan, level);
    for (const training of plan.trainings) train(day, plan, training);
  } else script.wait(random.whole(8, 15) * MINUTE_MS);
  script.wait(random.whole(3, 6) * MINUTE_MS);
  script.tell('therapist', 'visit.ended', {});
  return script.events;
}

/** Somebody who came and left before being let in. @param {Random} random @param {Random} ids @param {number} startsAtMs */
export function inventWaiting(random, ids, startsAtMs) {
  const script = createVisitScript(ids, startsAtMs - random.whole(1, 5) * MINUTE_MS);
  script.tell('patient', 'patient.arrived', { nameConfirmed: true, camera: true, microphone: true });
  script.wait(random.whole(12, 25) * MINUTE_MS);
  script.tell('patient', 'patient.left', {});
  return script.events;
}

/** @typedef {{ random: Random, script: VisitScript, sight: Sight, stand: import('./stand.mjs').Stand }} VisitDay */

/** The unaffected side first where both are measured: at the first visit and now and then. @param {VisitDay} day @param {VisitPlan} plan @param {VisitPlan['levels'][number]} level */
function measure(day, { side, number }, { protocol, degrees, otherDegrees }) {
  const other = side === 'left' ? 'right' : 'left';
  if (number % 5 === 1) measureSide(day, protocol, other, otherDegrees, 1);
  measureSide(day, protocol, side, degrees, day.random.whole(1, 2));
}

/** @param {VisitDay} day @param {string} id @param {'left' | 'right'} side @param {number} levelDegrees @param {number} wanted trials to keep */
function measureSide({ random, script, sight, stand }, id, side, levelDegrees, wanted) {
  const protocol = findProtocol(id);
  if (!protocol) throw new Error(`There is no protocol ${id}.`);
  const measurementId = script.id();
  for (let kept = 0, done = 0; kept < wanted && done < MOST_TRIALS; done += 1) {
    const trialId = script.id();
    const named = `${protocol.id}@${protocol.version}`;
    script.tell('therapist', 'trial.armed', { trialId, measurementId, protocol: named, side });
    script.wait(random.whole(3, 8) * SECOND_MS);
    const startMs = script.deviceMs();
    const { result, provenance } = inventTrial(random, { protocol, side, levelDegrees, startMs, sight, stand });
    script.wait(result.endMs - startMs);
    script.tell('patient', 'trial.recorded', { trialId, result, provenance });
    script.wait(random.whole(2, 9) * SECOND_MS);
    if (result.valueDegrees !== null) kept += 1;
    script.tell('therapist', result.valueDegrees === null ? 'trial.declined' : 'trial.kept', { trialId });
    script.wait(random.whole(5, 30) * SECOND_MS);
  }
}

/** Sets of one exercise; more repetitions and a deeper movement as the person recovers. @param {VisitDay} day @param {VisitPlan} plan @param {import('./conditions.mjs').Training} training */
function train(day, plan, { exercise: id, fromDepth }) {
  const { random, script } = day;
  const exercise = findExercise(id);
  if (!exercise) throw new Error(`There is no exercise ${id}.`);
  const depth = fromDepth + (1 - fromDepth) * Math.max(0, plan.share);
  const repetitions = 6 + 2 * Math.round(3 * Math.max(0, plan.share));
  // A hinge of the hips has no side, though one is seen.
  const side = exercise.limbs === 'one' && exercise.angle !== 'hip-flexion' ? plan.side : null;
  for (let left = random.chance(TWO_SETS) ? 2 : 1; left > 0; left -= 1) {
    const setId = script.id();
    script.tell('therapist', 'set.started', {
      setId,
      exercise: `${exercise.id}@${exercise.version}`,
      side,
      phase: exercise.phase,
      dosage: { repetitions, tempo: exercise.defaultTempo, targetDegrees: null },
    });
    script.wait(random.whole(3, 8) * SECOND_MS);
    if (perform(day, { setId, exercise, depth, repetitions }) === 'stopped') return;
    script.wait(random.whole(1, 3) * SECOND_MS);
    script.tell('therapist', 'set.ended', { setId });
    script.wait(random.whole(30, 70) * SECOND_MS);
  }
}

/** The rows of one set; a patient who presses STOP leaves the last one interrupted. @param {VisitDay} day @param {{ setId: string, exercise: import('./repetition.mjs').Exercise, depth: number, repetitions: number }} set */
function perform({ random, script, sight }, { setId, exercise, depth, repetitions }) {
  const stopsAt = random.chance(STOPS) ? random.whole(2, repetitions) : null;
  for (let index = 1; index <= repetitions; index += 1) {
    const startMs = script.deviceMs();
    const interrupted = index === stopsAt;
    const { row, provenance } = inventRepetition(random, { exercise, index, depth, startMs, sight, interrupted });
    script.wait(row.endMs - startMs);
    if (interrupted) script.tell('patient', 'stop.pressed', { how: 'button' });
    script.tell('patient', 'repetition.recorded', { setId, repetition: row, provenance });
    script.wait(((row.tempo?.[1] ?? 0) + 0.2) * SECOND_MS);
    if (!interrupted) continue;
    script.wait(random.whole(20, 60) * SECOND_MS);
    script.tell('therapist', 'stop.resolved', { choice: 'end-set' });
    return 'stopped';
  }
  return 'done';
}
