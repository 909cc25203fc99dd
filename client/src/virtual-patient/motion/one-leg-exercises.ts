import { type PoseSpec, type SomeJointAngles, sided } from '../figure/pose-spec.ts';
import { type Exercise, otherSide } from './exercise.ts';
import { feetOnFloor, here } from './standing.ts';

const hipAbduction: Exercise = {
  startDegrees: 2,
  peakDegrees: 35,
  lifts: 'out',
  tempo: '2-0-2-1',
  view: 'front',
  primary: ({ side }) => ({ joint: 'hip', angle: 'abduction', side }),
  pose: (degrees, share, { side }) => {
    const out = side === 'left' ? 1 : -1;
    const shift = -out * 0.06 * share;
    return onOneLeg(side, shift, -out * 2 * share, {
      [sided(side, 'hip')]: { flexion: 0, abduction: degrees, rotation: 2 },
      [sided(side, 'shoulder')]: { flexion: 2, abduction: 7 + 20 * share, rotation: -12 },
      [sided(side, 'knee')]: { flexion: 4 },
      [sided(side, 'ankle')]: { dorsiflexion: 4 },
    });
  },
};

/** Weight on the other leg, the named one free; the root shifts sideways and rolls a little over the standing leg. */
export function onOneLeg(free: 'left' | 'right', x: number, roll: number, joints: SomeJointAngles): PoseSpec {
  const stand = otherSide(free);
  const foot = feetOnFloor(stand)[0]!;
  return {
    root: { x, z: 0, tilt: 0, roll },
    joints: { trunk: { sideBend: -roll * 0.8 }, ...joints },
    contacts: [{ ...foot, x: foot.x * 0.8 }],
    placement: here,
  };
}

const marching: Exercise = {
  startDegrees: 2,
  peakDegrees: 80,
  lifts: 'out',
  tempo: '1-0-1-0',
  view: 'side',
  primary: ({ side }) => ({ joint: 'hip', angle: 'flexion', side }),
  pose: (degrees, share, { side, both }, repetition) => {
    const free = both && repetition % 2 === 1 ? otherSide(side) : side;
    const out = free === 'left' ? 1 : -1;
    return onOneLeg(free, -out * 0.035 * share, 0, {
      [sided(free, 'hip')]: { flexion: degrees, abduction: 2, rotation: 3 },
      [sided(free, 'knee')]: { flexion: 4 + Math.max(0, degrees) * 1.05 },
      [sided(free, 'ankle')]: { dorsiflexion: 4.4 + 0.1 * degrees - 12 * share * share },
      [sided(otherSide(free), 'shoulder')]: { flexion: 2 + 30 * share },
      [sided(otherSide(free), 'elbow')]: { flexion: 12 + 50 * share },
    });
  },
};

const singleLegStance: Exercise = {
  ...marching,
  peakDegrees: 45,
  tempo: '1-0-1-10',
  view: 'front',
  pose: (degrees, share, { side }) => {
    const out = side === 'left' ? 1 : -1;
    return onOneLeg(side, -out * 0.055 * share, 0, {
      [sided(side, 'hip')]: { flexion: degrees, abduction: 2, rotation: 3 },
      [sided(side, 'knee')]: { flexion: 4 + degrees * 1.5 },
      [sided(side, 'ankle')]: { dorsiflexion: 4 + degrees * 0.4 },
    });
  },
};

const kneeBend: Exercise = {
  startDegrees: 4,
  peakDegrees: 100,
  lifts: 'out',
  tempo: '2-2-2-2',
  view: 'side',
  primary: ({ side }) => ({ joint: 'knee', angle: 'flexion', side }),
  pose: (degrees, share, { side }) => {
    const out = side === 'left' ? 1 : -1;
    return onOneLeg(side, -out * 0.04 * share, 0, {
      [sided(side, 'hip')]: { flexion: 2 - 2 * share, abduction: 2, rotation: 3 },
      [sided(side, 'knee')]: { flexion: degrees },
      [sided(side, 'ankle')]: { dorsiflexion: clearing(share) },
    });
  },
};

/** The ankle pulls the toes up until they clear the floor, then lets go. */
function clearing(share: number): number {
  return 2 + 14 * Math.sin(Math.PI * Math.min(1, share / 0.5)) - 16 * share;
}

export const oneLegExercises = {
  'knee-flexion': kneeBend,
  'standing-hip-abduction': hipAbduction,
  marching,
  'single-leg-stance': singleLegStance,
} satisfies Record<string, Exercise>;
