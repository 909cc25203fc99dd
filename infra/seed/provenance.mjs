// @ts-check
import { uncertaintyOf } from '../../shared/src/measurement/uncertainty.ts';

/**
 * @typedef {import('./random.mjs').Random} Random
 * @typedef {import('../../shared/src/measurement/angles.ts').AngleName} AngleName
 * @typedef {{ poseFps: number, offPlaneDegrees: number, jitterDegrees: number, visibility: number }} Sight How well a device sees.
 */

/** How well the patient's device sees on that day. @param {Random} random @returns {Sight} */
export function inventSight(random) {
  return {
    poseFps: tenths(random.between(8, 28)),
    offPlaneDegrees: random.between(1, 18),
    jitterDegrees: random.between(0.6, 2.2),
    visibility: random.between(0.75, 0.99),
  };
}

/** The ± that the measuring code gives for such a sight. @param {AngleName} angle @param {Sight} sight */
export function uncertaintyAt(angle, sight) {
  return tenths(uncertaintyOf({ angle, speed: 0, ...sight }));
}

/**
 * Nobody was seen by a camera: the record says so with every value.
 * @param {Sight} sight @param {'front' | 'side'} view
 */
export function syntheticProvenance({ poseFps }, view) {
  return {
    algorithmVersion: 'synthetic',
    modelHash: 'none',
    model: /** @type {const} */ ('full'),
    delegate: /** @type {const} */ ('CPU'),
    source: /** @type {const} */ ('virtual-patient'),
    view,
    poseFps,
  };
}

/** @param {number} value */
export function tenths(value) {
  return Math.round(value * 10) / 10;
}
