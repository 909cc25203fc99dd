import { measure } from '../figure/body.ts';
import { type Contact, type PoseSpec, SIDES, sided } from '../figure/pose-spec.ts';
import { span } from '../figure/reach.ts';
import { solvePose } from '../figure/solve-pose.ts';
import { armsOf } from './arm-exercises.ts';
import { type Exercise, otherSide, type Setting } from './exercise.ts';
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

/** Height of the wrist's centre while the palm lies flat. */
const PALM = 0.045;

/** A straight body leaning on hands and toes at this tilt (90 lies flat), before the hands are reached for. */
function plank(tilt: number): PoseSpec {
  return {
    root: { x: 0, z: 0, tilt, roll: 0 },
    joints: {
      leftHip: { flexion: 3, abduction: 2, rotation: 0 },
      rightHip: { flexion: 3, abduction: 2, rotation: 0 },
      leftKnee: { flexion: 3 },
      rightKnee: { flexion: 3 },
      neck: { flexion: -14 },
      ...armsOf(SIDES, { shoulder: { flexion: 75, abduction: 15, rotation: 0 }, elbow: { flexion: 5 } }),
    },
    contacts: SIDES.map((side) => ({
      kind: 'foot',
      side,
      x: side === 'left' ? 0.1 : -0.1,
      z: -0.85,
      toeOutDegrees: 0,
      heelLiftDegrees: 72,
    })),
    placement: here,
  };
}

function shoulderOf(tilt: number, { body }: Setting) {
  return solvePose(plank(tilt), body).bones.leftUpperArm.at;
}

const handPlaces = new Map<string, { x: number; z: number }>();

/** Where the hands stay: under the shoulders when the arms are straight. */
function handPlace(setting: Setting) {
  const key = JSON.stringify(setting.body);
  const known = handPlaces.get(key);
  if (known) return known;
  const m = measure(setting.body);
  const tilt = tiltWhere((at) => at.y - PALM - m.upperArm - m.forearm * 0.97, setting);
  const at = shoulderOf(tilt, setting);
  const place = { x: Math.abs(at.x) * 1.28, z: at.z + 0.02 };
  handPlaces.set(key, place);
  return place;
}

/** The tilt at which the shoulder's `excess` changes from above to below nought. */
function tiltWhere(excess: (at: { x: number; y: number; z: number }) => number, setting: Setting): number {
  let [low, high] = [50, 95];
  for (let i = 0; i < 24; i++) {
    const mid = (low + high) / 2;
    if (excess(shoulderOf(mid, setting)) > 0) low = mid;
    else high = mid;
  }
  return (low + high) / 2;
}

const pushUp: Exercise = {
  startDegrees: 12,
  peakDegrees: 88,
  lifts: 'back',
  tempo: '2-0-2-1',
  view: 'side',
  primary: ({ side }) => ({ joint: 'elbow', angle: 'flexion', side }),
  props: () => [{ kind: 'mat' }],
  pose: (elbow, _share, setting) => {
    const m = measure(setting.body);
    const hand = handPlace(setting);
    const reach = span(m.upperArm, m.forearm, elbow);
    const tilt = tiltWhere((at) => Math.hypot(at.x - hand.x, at.y - PALM, at.z - hand.z) - reach, setting);
    const pose = plank(tilt);
    const hands = SIDES.map((side): Contact => {
      const out = side === 'left' ? 1 : -1;
      return {
        kind: 'hand',
        side,
        at: { x: out * hand.x, y: PALM, z: hand.z },
        elbow: { x: out * 0.45, y: 0.3, z: -1 },
        palm: 'down',
      };
    });
    return { ...pose, contacts: [...pose.contacts, ...hands] };
  },
};

export const trunkExercises = {
  'trunk-inclination': inclination,
  'trunk-side-bend': sideBend,
  'neck-side-bend': neckSideBend,
  'push-up': pushUp,
} satisfies Record<string, Exercise>;
