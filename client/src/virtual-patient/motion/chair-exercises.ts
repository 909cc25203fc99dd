import { type Body, measure } from '../figure/body.ts';
import { type PoseSpec, type SomeJointAngles, sided } from '../figure/pose-spec.ts';
import { span } from '../figure/reach.ts';
import { armsOf } from './arm-exercises.ts';
import { type Exercise, otherSide } from './exercise.ts';
import { bentLegs } from './leg-exercises.ts';
import type { Prop } from './motion.ts';
import { poseAtAngle } from './pose-at-angle.ts';
import { feetOnFloor, here, STANCE } from './standing.ts';

/** A usual chair, and about the seat of the chair-stand tests. */
const SEAT = 0.45;
export const usualChair: Prop = { kind: 'chair', heightM: SEAT, z: 0.06 };
const DEGREES = 180 / Math.PI;

/** Knee flexion of a person who sits with the shanks leaning by this much. */
function seatedKnee(body: Body, dorsiflexion: number): number {
  const m = measure(body);
  const thighDrop = SEAT + m.seatUp - m.ankleHeight - m.shank * Math.cos(dorsiflexion / DEGREES);
  return dorsiflexion + Math.acos(Math.max(-1, Math.min(1, thighDrop / m.thigh))) * DEGREES;
}

const crossed: SomeJointAngles = {
  leftShoulder: { flexion: 26, abduction: 16, rotation: -74 },
  rightShoulder: { flexion: 34, abduction: 16, rotation: -74 },
  leftElbow: { flexion: 122 },
  rightElbow: { flexion: 122 },
  leftForearm: { pronation: 55 },
  rightForearm: { pronation: 55 },
};

const SHANK_LEAN = 14;

const sitToStand: Exercise = {
  startDegrees: 92,
  peakDegrees: 4,
  lifts: 'out',
  tempo: '2-0-2-1',
  view: 'side',
  primary: ({ side }) => ({ joint: 'knee', angle: 'flexion', side }),
  range: ({ body }) => ({ startDegrees: seatedKnee(body, SHANK_LEAN), peakDegrees: 4 }),
  props: ({ body }) => {
    const m = measure(body);
    const knee = seatedKnee(body, SHANK_LEAN);
    const back = m.thigh * Math.sin((knee - SHANK_LEAN) / DEGREES) - m.shank * Math.sin(SHANK_LEAN / DEGREES);
    return [{ kind: 'chair', heightM: SEAT, z: -back + 0.06 }];
  },
  pose: (_knee, share, { side, body }) => {
    const seated = seatedKnee(body, SHANK_LEAN);
    const rise = smooth((share - 0.22) / 0.78);
    const knee = seated + (4 - seated) * rise;
    const tilt = 36 * smooth(share / 0.36) * (1 - smooth((share - 0.3) / 0.7)) + 1;
    const dorsiflexion = SHANK_LEAN * (1 - rise) + 2 * rise + 9 * Math.sin(Math.PI * rise ** 0.7);
    return {
      root: { x: 0, z: 0, tilt, roll: 0 },
      joints: {
        ...bentLegs(knee, dorsiflexion, tilt),
        trunk: { flexion: tilt * 0.2 },
        neck: { flexion: -tilt * 0.45 },
        ...crossed,
      },
      contacts: feetOnFloor(side, STANCE, 6),
      placement: here,
    };
  },
};

function smooth(share: number): number {
  const s = Math.max(0, Math.min(1, share));
  return s * s * (3 - 2 * s);
}

/** Sitting upright, hands on the thighs; the knee named bends by `knee`, its foot down or lifted. */
export function seated(body: Body, side: 'left' | 'right', knee: number, footDown: boolean): PoseSpec {
  const m = measure(body);
  const hipY = SEAT + m.seatUp;
  const slope = Math.asin(Math.max(-1, Math.min(1, (hipY - m.ankleHeight - m.shank) / m.thigh))) * DEGREES;
  const footZ = (flexion: number) =>
    Math.sqrt(Math.max(0, span(m.thigh, m.shank, flexion) ** 2 - (hipY - m.ankleHeight) ** 2));
  const [near, far] = side === 'left' ? feetOnFloor('left') : feetOnFloor('right');
  const hip = { flexion: 90 - slope + 3, abduction: 2, rotation: 2 };
  return {
    root: { x: 0, z: 0, tilt: -3, roll: 0 },
    joints: {
      [sided(side, 'hip')]: hip,
      [sided(side, 'knee')]: { flexion: knee },
      [sided(side, 'ankle')]: { dorsiflexion: 4 },
      trunk: { flexion: 3 },
      ...armsOf(['left', 'right'], {
        shoulder: { flexion: 22, abduction: 6, rotation: -18 },
        elbow: { flexion: 62 },
        forearm: { pronation: 120 },
        wrist: { flexion: -4 },
      }),
    },
    contacts: [
      { kind: 'seat', heightM: SEAT },
      { ...far!, side: otherSide(side), z: footZ(88) },
      ...(footDown ? [{ ...near!, side, z: footZ(knee), heelLiftDegrees: Math.max(0, knee - 95) * 0.9 }] : []),
    ],
    placement: here,
  };
}

const kneeExtension: Exercise = {
  startDegrees: 88,
  peakDegrees: 6,
  lifts: 'out',
  tempo: '3-0-2-1',
  view: 'side',
  primary: ({ side }) => ({ joint: 'knee', angle: 'flexion', side }),
  props: () => [usualChair],
  pose: (degrees, _share, { side, body }) => seated(body, side, degrees, false),
};

/** The same movement as a protocol: from a right angle to what is missing at the end (negative: bent backwards). */
const kneeExtensionProtocol: Exercise = { ...kneeExtension, startDegrees: 90, peakDegrees: 0, tempo: '2-2-2-2' };

const seatedRow: Exercise = {
  startDegrees: 14,
  peakDegrees: 100,
  lifts: 'out',
  tempo: '3-0-2-1',
  view: 'side',
  primary: ({ side }) => ({ joint: 'elbow', angle: 'flexion', side }),
  props: () => [usualChair],
  pose: (degrees, share, { side, body }) => {
    const pose = seated(body, side, 88, true);
    const arms = armsOf(['left', 'right'], {
      shoulder: { flexion: 72 - 98 * share, abduction: 8 + 6 * share, rotation: 4 },
      elbow: { flexion: degrees },
      forearm: { pronation: 80 },
      wrist: { flexion: 0 },
    });
    return { ...pose, joints: { ...pose.joints, trunk: { flexion: 4 - 6 * share }, ...arms } };
  },
};

/** Knee flexion while sitting: the heel slides back under the chair. */
export const seatedKneeBend: Exercise = {
  startDegrees: 60,
  peakDegrees: 112,
  lifts: 'out',
  tempo: '2-2-2-2',
  view: 'side',
  primary: ({ side }) => ({ joint: 'knee', angle: 'flexion', side }),
  props: () => [usualChair],
  // A lifted heel bends the knee a little more.
  pose: (degrees, _share, setting) =>
    poseAtAngle(degrees, seatedKneeBend.primary(setting), setting.body, (knee) =>
      seated(setting.body, setting.side, knee, true),
    ),
};

export const chairExercises = {
  'sit-to-stand': sitToStand,
  'knee-extension': kneeExtensionProtocol,
  'seated-knee-extension': kneeExtension,
  'seated-row': seatedRow,
} satisfies Record<string, Exercise>;
