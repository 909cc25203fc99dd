import { type Contact, type SomeJointAngles, sided } from '../figure/pose-spec.ts';
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
  'calf-raise': calfRaise,
  lunge,
} satisfies Record<string, Exercise>;
