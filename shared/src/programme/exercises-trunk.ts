import { type Exercise, exercise, fromFront } from './exercise.ts';

/** Exercises of trunk and neck. */
export const TRUNK_EXERCISES: readonly Exercise[] = [
  exercise({
    id: 'trunk-side-bend',
    region: 'trunk',
    phase: 'mobility',
    angle: 'trunk-side-bend',
    method: 'fused',
    plane: 'frontal',
    restDegrees: 1,
    workDegrees: 28,
    minExcursionDegrees: 12,
    concentric: 'back',
    quality: [fromFront('hip-hike', 8)],
    defaultTempo: '3-1-2-1',
  }),
  exercise({
    id: 'neck-side-bend',
    region: 'trunk',
    phase: 'mobility',
    angle: 'neck-side-bend',
    method: 'fused',
    plane: 'frontal',
    restDegrees: 1,
    workDegrees: 35,
    minExcursionDegrees: 12,
    concentric: 'back',
    quality: [fromFront('trunk-lean', 8), fromFront('shoulder-hike', 6)],
    defaultTempo: '3-1-3-1',
  }),
];

/** Standing still on less than two feet side by side: what counts is the time. */
export const BALANCE_EXERCISES: readonly Exercise[] = [
  exercise({
    id: 'single-leg-stance',
    region: 'balance',
    phase: 'functional',
    counting: 'time',
    asksSide: true,
    angle: 'hip-flexion',
    signal: 'foot-lift',
    method: 'planar',
    plane: 'frontal',
    restDegrees: 0,
    workDegrees: 60,
    minExcursionDegrees: 16,
    concentric: 'out',
    quality: [fromFront('hip-hike', 8), fromFront('trunk-lean', 8)],
    defaultTempo: '1-0-1-10',
  }),
  exercise({
    id: 'tandem-stance',
    region: 'balance',
    phase: 'functional',
    counting: 'time',
    asksSide: true,
    angle: 'hip-flexion',
    method: 'fused',
    plane: 'sagittal',
    restDegrees: 3,
    workDegrees: 15,
    minExcursionDegrees: 8,
    concentric: 'out',
    defaultTempo: '2-0-2-10',
  }),
];
