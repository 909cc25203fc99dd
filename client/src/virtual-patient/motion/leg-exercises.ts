import { type Contact, type PoseSpec, type SomeJointAngles, sided } from '../figure/pose-spec.ts';
import { armsOf } from './arm-exercises.ts';
import { type Exercise, otherSide } from './exercise.ts';
import { feetOnFloor, here, STANCE, standing } from './standing.ts';

/** Both legs bent alike: the thigh leans back as far as the knee is bent more than the ankle. */
export function bentLegs(knee: number, dorsiflexion: number, tilt: number): SomeJointAngles {
  const hip = { flexion: tilt + knee - dorsiflexion };
  return {
    leftHip: hip,
    rightHip: hip,
    leftKnee: { flexion: knee },
    rightKnee: { flexion: knee },
  };
}

const squat: Exercise = {
  startDegrees: 4,
  peakDegrees: 95,
  lifts: 'back',
  tempo: '2-0-2-1',
  view: 'side',
  primary: ({ side }) => ({ joint: 'knee', angle: 'flexion', side }),
  pose: (knee, _share, { side }) => {
    const bend = Math.max(0, knee - 4);
    const tilt = bend * 0.36;
    const reach = Math.min(1, bend / 70);
    return {
      root: { x: 0, z: 0, tilt, roll: 0 },
      joints: {
        ...bentLegs(knee, 2 + bend * 0.3, tilt),
        trunk: { flexion: bend * 0.05 },
        neck: { flexion: -bend * 0.2 },
        ...armsOf(['left', 'right'], {
          shoulder: { flexion: 2 + 78 * reach + tilt * 0.5 * reach, abduction: 7, rotation: -12 },
          elbow: { flexion: 12 },
          forearm: { pronation: 62 + 15 * reach },
        }),
      },
      contacts: feetOnFloor(side, STANCE + 0.045, 12),
      placement: here,
    };
  },
};

const hipHinge: Exercise = {
  startDegrees: 2,
  peakDegrees: 65,
  lifts: 'back',
  tempo: '3-0-2-1',
  view: 'side',
  primary: ({ side }) => ({ joint: 'trunk', angle: 'inclination', side }),
  pose: (inclination, share, { side }) => {
    const knee = 4 + 14 * share;
    const tilt = inclination;
    return {
      root: { x: 0, z: 0, tilt, roll: 0 },
      joints: {
        ...bentLegs(knee, 1 - 4 * share, tilt),
        neck: { flexion: -inclination * 0.22 },
        ...armsOf(['left', 'right'], {
          shoulder: { flexion: 2 + inclination * 0.85, abduction: 6, rotation: -12 },
          elbow: { flexion: 10 },
        }),
      },
      contacts: feetOnFloor(side),
      placement: here,
    };
  },
};

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
      [sided(side, 'knee')]: { flexion: 4 },
      [sided(side, 'ankle')]: { dorsiflexion: 4 },
    });
  },
};

/** Weight on the other leg, the named one free; the root shifts sideways and rolls a little over the standing leg. */
function onOneLeg(free: 'left' | 'right', x: number, roll: number, joints: SomeJointAngles): PoseSpec {
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
  tempo: '2-1-2-2',
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

const calfRaise: Exercise = {
  startDegrees: 0,
  peakDegrees: 32,
  lifts: 'out',
  tempo: '2-0-1-1',
  view: 'side',
  primary: ({ side }) => ({ joint: 'ankle', angle: 'plantarflexion', side }),
  pose: (degrees, _share, { side }) => ({
    ...standing({ leftHip: { flexion: 2 }, rightHip: { flexion: 2 } }),
    contacts: feetOnFloor(side).map((foot) => ({ ...foot, heelLiftDegrees: degrees })),
  }),
};

const lunge: Exercise = {
  startDegrees: 12,
  peakDegrees: 85,
  lifts: 'back',
  tempo: '2-0-2-1',
  view: 'side',
  primary: ({ side }) => ({ joint: 'knee', angle: 'flexion', side }),
  pose: (knee, share, { side, body }) => {
    const rear = otherSide(side);
    const length = body.heightM * body.legLength;
    const feet: Contact[] = [
      { kind: 'foot', side, x: side === 'left' ? 0.09 : -0.09, z: 0.19 * length, toeOutDegrees: 3 },
      {
        kind: 'foot',
        side: rear,
        x: rear === 'left' ? 0.09 : -0.09,
        z: -0.19 * length,
        toeOutDegrees: 3,
        heelLiftDegrees: 38 + 32 * share,
      },
    ];
    const tilt = 3 + 5 * share;
    const dorsiflexion = -12 + 26 * share;
    return {
      root: { x: 0, z: 0, tilt, roll: 0 },
      joints: {
        [sided(side, 'hip')]: { flexion: tilt + knee - dorsiflexion },
        [sided(side, 'knee')]: { flexion: knee },
      },
      contacts: feet,
      placement: here,
    };
  },
};

export const legExercises = {
  squat,
  'hip-hinge': hipHinge,
  'knee-flexion': kneeBend,
  'standing-hip-abduction': hipAbduction,
  marching,
  'single-leg-stance': singleLegStance,
  'calf-raise': calfRaise,
  lunge,
} satisfies Record<string, Exercise>;
