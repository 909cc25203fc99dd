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

export const stepExercises = { 'step-up': stepUp } satisfies Record<string, Exercise>;
