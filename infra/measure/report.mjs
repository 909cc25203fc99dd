// @ts-check
import { MeasureError } from './measure-error.mjs';

/**
 * @typedef {import('../../shared/src/measurement/index.ts').LandmarkFrame} LandmarkFrame
 * @typedef {Awaited<ReturnType<typeof import('./folds.mjs').loadFolds>>} Folds
 * @typedef {Extract<ReturnType<typeof import('./arguments.mjs').parseArguments>, { kind: 'measure' }>} MeasureOptions
 */

/** Protocols and exercises as `--list` prints them. @param {Folds} folds */
export function listing({ PROTOCOLS, EXERCISES }) {
  const protocols = PROTOCOLS.map(({ id, version, angle, plane, view, method, mode, position }) => ({
    id,
    version,
    angle,
    plane,
    view,
    method,
    mode,
    position,
  }));
  const exercises = EXERCISES.map((one) => ({
    id: one.id,
    version: one.version,
    region: one.region,
    phase: one.phase,
    position: one.position,
    counting: one.counting,
    view: one.view,
    angle: one.angle,
    plane: one.plane,
    limbs: one.limbs,
    restDegrees: one.restDegrees,
    workDegrees: one.workDegrees,
    minExcursionDegrees: one.minExcursionDegrees,
    concentric: one.concentric,
    quality: one.quality.map(({ code, view }) => `${code} (${view})`),
  }));
  return { protocols, exercises };
}

/** Throws a MeasureError for a protocol or an exercise that does not exist, before any work. @param {Folds} folds @param {MeasureOptions} options */
export function assertKnown(folds, { protocol, exercise }) {
  if (protocol && !folds.findProtocol(protocol)) throw unknown('protocol', protocol, folds.PROTOCOLS);
  if (exercise && !folds.findExercise(exercise)) throw unknown('exercise', exercise, folds.EXERCISES);
}

/** @param {string} kind @param {string} id @param {readonly { id: string }[]} known */
function unknown(kind, id, known) {
  return new MeasureError(`there is no ${kind} "${id}"; there are ${known.map((one) => one.id).join(', ')}`);
}

/**
 * The one JSON object that is printed.
 * @param {Folds} folds
 * @param {Pick<MeasureOptions, 'protocol' | 'exercise' | 'side'>} options
 * @param {{ file: string, durationS: number, frames: readonly LandmarkFrame[], model: string }} input
 */
export function report(
  folds,
  { protocol: protocolId, exercise: exerciseId, side },
  { file, durationS, frames, model },
) {
  const protocol = protocolId ? folds.findProtocol(protocolId) : undefined;
  const exercise = exerciseId ? folds.findExercise(exerciseId) : undefined;
  const head = { file, durationS, frames: frames.length, poseFps: fpsOf(frames), model };
  if (protocol && side) {
    const { side: measured, ...result } = folds.measureProtocol(frames, protocol, side);
    return rounded({ ...head, protocol: protocol.id, side: measured, ...result });
  }
  if (exercise) {
    const { side: measured, ...result } = folds.measureExercise(frames, exercise, side);
    // What the camera's count is not proven for is counted here all the same, and marked.
    return rounded({ ...head, exercise: exercise.id, counting: exercise.counting, side: measured, ...result });
  }
  return rounded(head);
}

/** @param {readonly LandmarkFrame[]} frames */
export function fpsOf(frames) {
  const [first, last] = [frames[0], frames.at(-1)];
  if (!first || !last || last.captureMs <= first.captureMs) return 0;
  return ((frames.length - 1) * 1000) / (last.captureMs - first.captureMs);
}

/** Numbers to hundredths: more would pretend. @template T @param {T} value @returns {T} */
function rounded(value) {
  return JSON.parse(
    JSON.stringify(value, (_key, one) => (typeof one === 'number' ? Math.round(one * 100) / 100 : one)),
  );
}
