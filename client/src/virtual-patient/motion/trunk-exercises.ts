import { SIDES, sided } from '../figure/pose-spec.ts';
import { armsOf } from './arm-exercises.ts';
import { type Exercise, otherSide } from './exercise.ts';
import { bentLegs } from './leg-exercises.ts';
import { poseAtAngle } from './pose-at-angle.ts';
import { feetOnFloor, here, standing } from './standing.ts';

/** Bends towards the side named. The angle is that of the line from mid-hips to mid-shoulders against the vertical. */
const sideBend: Exercise = {
  startDegrees: 0,
  peakDegrees: 28,
  lifts: 'back',
  tempo: '2-2-2-2',
  view: 'front',
  primary: ({ side }) => ({ joint: 'trunk', angle: 'sideBend', side }),
  pose: (degrees, share, setting) => {
    const { side, body } = setting;
    const out = side === 'left' ? 1 : -1;
    return poseAtAngle(degrees, sideBend.primary(setting), body, (bend) => {
      const pose = standing({
        trunk: { sideBend: out * bend * 1.18 },
        neck: { sideBend: out * bend * 0.15 },
        [sided(side, 'shoulder')]: { flexion: 2, abduction: 7 + 26 * share, rotation: -12 },
        [sided(otherSide(side), 'shoulder')]: { flexion: 2 + 8 * share, abduction: 7 - 12 * share, rotation: -12 },
      });
      return { ...pose, root: { ...pose.root, roll: out * bend * 0.18, x: -out * 0.03 * share } };
    });
  },
};

/**
 * Bends forward as a whole, hips and spine together, knees almost straight, arms hanging. The angle is that of the
 * line from mid-hips to mid-shoulders against the vertical, as one camera from the side sees it.
 */
const inclination: Exercise = {
  startDegrees: 0,
  peakDegrees: 70,
  lifts: 'back',
  tempo: '2-2-2-2',
  view: 'side',
  primary: ({ side }) => ({ joint: 'trunk', angle: 'inclination', side }),
  pose: (degrees, share, setting) =>
    poseAtAngle(degrees, inclination.primary(setting), setting.body, (bend) => {
      const tilt = bend * 0.68;
      return {
        root: { x: 0, z: 0, tilt, roll: 0 },
        joints: {
          ...bentLegs(4 + 2 * share, 2 - 9 * share, tilt),
          trunk: { flexion: bend * 0.52 },
          neck: { flexion: bend * 0.1 },
          ...armsOf(SIDES, {
            shoulder: { flexion: 2 + bend * 1.08, abduction: 6, rotation: -12 },
            elbow: { flexion: 10 },
          }),
        },
        contacts: feetOnFloor(setting.side),
        placement: here,
      };
    }),
};

const neckSideBend: Exercise = {
  ...sideBend,
  peakDegrees: 35,
  primary: ({ side }) => ({ joint: 'neck', angle: 'sideBend', side }),
  pose: (degrees, _share, { side }) => standing({ neck: { sideBend: (side === 'left' ? 1 : -1) * degrees } }),
};

export const trunkExercises = {
  'trunk-inclination': inclination,
  'trunk-side-bend': sideBend,
  'neck-side-bend': neckSideBend,
} satisfies Record<string, Exercise>;
