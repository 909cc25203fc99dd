import { type Body, measure } from '../figure/body.ts';
import { type Contact, sided } from '../figure/pose-spec.ts';
import { span } from '../figure/reach.ts';
import { type Exercise, otherSide } from './exercise.ts';
import { ease } from './motion.ts';
import { here } from './standing.ts';

const STEP = { heightM: 0.17, ankleZ: 0.36, middleZ: 0.435 };
const DEGREES = 180 / Math.PI;
const HALF = 0.09;

/** Knee flexion of the leg on the step while the other leg still stands, almost straight, on the floor. */
function kneeOnStep(body: Body): number {
  const m = measure(body);
  const hip = m.ankleHeight + span(m.thigh, m.shank, 14);
  const reach = Math.hypot(hip - m.ankleHeight - STEP.heightM, STEP.ankleZ - 0.05);
  const inside = (m.thigh ** 2 + m.shank ** 2 - reach ** 2) / (2 * m.thigh * m.shank);
  return 180 - Math.acos(inside) * DEGREES;
}

const stepUp: Exercise = {
  startDegrees: 60,
  peakDegrees: 5,
  lifts: 'out',
  tempo: '2-0-2-1',
  view: 'side',
  primary: ({ side }) => ({ joint: 'knee', angle: 'flexion', side }),
  range: ({ body }) => ({ startDegrees: kneeOnStep(body), peakDegrees: 5 }),
  props: () => [{ kind: 'step', heightM: STEP.heightM, z: STEP.middleZ }],
  pose: (knee, share, { side, body }) => {
    const m = measure(body);
    const ahead = (STEP.ankleZ - 0.05) * (1 - ease(share * 1.05));
    const line = Math.asin(Math.min(0.9, ahead / span(m.thigh, m.shank, knee))) * DEGREES;
    const tilt = 3 + 13 * Math.sin(Math.PI * Math.min(1, share) ** 0.7);
    const trailing = otherSide(side);
    const up = ease((share - 0.1) / 0.8);
    const x = (s: 'left' | 'right') => (s === 'left' ? HALF : -HALF);
    const feet: Contact[] = [
      { kind: 'foot', side, x: x(side), z: STEP.ankleZ, toeOutDegrees: 4, floorM: STEP.heightM },
      {
        kind: 'foot',
        side: trailing,
        x: x(trailing),
        z: STEP.ankleZ * ease((up - 0.25) / 0.75),
        toeOutDegrees: 4,
        floorM: STEP.heightM * ease(up / 0.7) + 0.06 * Math.sin(Math.PI * up),
        heelLiftDegrees: 34 * Math.sin(Math.PI * Math.min(1, share * 1.1)),
      },
    ];
    return {
      root: { x: 0, z: 0, tilt, roll: 0 },
      joints: {
        [sided(side, 'hip')]: { flexion: tilt + line + knee / 2 },
        [sided(side, 'knee')]: { flexion: knee },
        neck: { flexion: -tilt * 0.5 },
      },
      contacts: feet,
      placement: { ...here },
    };
  },
};

/** A lower step for going down from it forwards: the toes of the foot that stays are at its front edge. */
const LOW = { heightM: 0.12, touchDegrees: 30 };

/** Ankle of the foot that goes down: its place ahead of the foot that stays, once its toes touch the floor. */
function touchZ(body: Body): number {
  const m = measure(body);
  return m.toe + m.heel - 0.01;
}

/** Knee flexion of the leg that carries, when the toes of the other touch the floor. */
function kneeAtTouch(body: Body): number {
  const m = measure(body);
  const lift = LOW.touchDegrees / DEGREES;
  const [overBall, overFloor] = [m.ball, m.ankleHeight - 0.022];
  // On its toes the ankle is higher and further ahead than over a flat foot.
  const rise = overBall * Math.sin(lift) + overFloor * (Math.cos(lift) - 1);
  const ahead = touchZ(body) + overBall * (1 - Math.cos(lift)) + overFloor * Math.sin(lift);
  const down = Math.sqrt(span(m.thigh, m.shank, 14) ** 2 - (ahead + HIPS_BACK) ** 2);
  const carrying = Math.hypot(down + rise - LOW.heightM, HIPS_BACK);
  const inside = (m.thigh ** 2 + m.shank ** 2 - carrying ** 2) / (2 * m.thigh * m.shank);
  return 180 - Math.acos(inside) * DEGREES;
}

/** How far the hips go back behind the ankle that carries, in metres. */
const HIPS_BACK = 0.05;

/** The leg of the side named carries and bends, until the toes of the other touch the floor before the step. */
const stepDown: Exercise = {
  startDegrees: 6,
  peakDegrees: 68,
  lifts: 'back',
  tempo: '3-0-2-1',
  view: 'side',
  primary: ({ side }) => ({ joint: 'knee', angle: 'flexion', side }),
  range: ({ body }) => ({ startDegrees: 6, peakDegrees: kneeAtTouch(body) }),
  props: ({ body }) => [{ kind: 'step', heightM: LOW.heightM, z: measure(body).toe - 0.19 }],
  pose: (knee, share, { side, body }) => {
    const m = measure(body);
    const way = Math.min(1, share);
    const free = otherSide(side);
    const out = side === 'left' ? 1 : -1;
    const back = Math.asin((HIPS_BACK * way) / span(m.thigh, m.shank, knee)) * DEGREES;
    const tilt = 2 + 16 * way;
    const over = Math.min(1, way / 0.6);
    const feet: Contact[] = [
      { kind: 'foot', side, x: out * HALF, z: 0, toeOutDegrees: 4, floorM: LOW.heightM },
      {
        kind: 'foot',
        side: free,
        x: -out * HALF,
        z: touchZ(body) * ease(over),
        toeOutDegrees: 4,
        floorM: LOW.heightM * (1 - ease((way - 0.42) / 0.58)) + 0.03 * Math.sin(Math.PI * over),
        heelLiftDegrees: LOW.touchDegrees * ease((way - 0.3) / 0.7),
      },
    ];
    return {
      root: { x: out * 0.045, z: 0, tilt, roll: 0 },
      joints: {
        [sided(side, 'hip')]: { flexion: tilt + knee / 2 + back },
        [sided(side, 'knee')]: { flexion: knee },
        trunk: { flexion: 4 * way },
        neck: { flexion: 4 * way },
      },
      contacts: feet,
      placement: { ...here },
    };
  },
};

export const stepExercises = { 'step-up': stepUp, 'step-down': stepDown } satisfies Record<string, Exercise>;
