import type { Side } from '@plumbline/shared/measurement';
import { measure } from '../figure/body.ts';
import { type Contact, type LimbAngles, SIDES, type SomeJointAngles, sided } from '../figure/pose-spec.ts';
import { type Exercise, movingSides, type Setting } from './exercise.ts';
import { standing } from './standing.ts';

type Arm = { [J in 'shoulder' | 'elbow' | 'forearm' | 'wrist']?: Partial<LimbAngles[J]> };

function arms(setting: Setting, arm: Arm): SomeJointAngles {
  return armsOf(movingSides(setting), arm);
}

/** The same arm angles on each of these sides. */
export function armsOf(sides: readonly Side[], arm: Arm): SomeJointAngles {
  const joints: Record<string, object> = {};
  for (const side of sides) {
    for (const joint of Object.keys(arm) as (keyof Arm)[]) joints[sided(side, joint)] = arm[joint] as object;
  }
  return joints;
}

const abduction: Exercise = {
  startDegrees: 7,
  peakDegrees: 110,
  lifts: 'out',
  tempo: '2-1-2-1',
  view: 'front',
  primary: ({ side }) => ({ joint: 'shoulder', angle: 'abduction', side }),
  pose: (degrees, _share, setting) => {
    const up = Math.max(0, degrees - 50) / 130;
    return standing(
      arms(setting, {
        shoulder: { flexion: 2, abduction: degrees, rotation: -12 + 45 * up },
        elbow: { flexion: 10 - 5 * up },
        forearm: { pronation: 62 - 52 * up },
      }),
    );
  },
};

const flexion: Exercise = {
  ...abduction,
  startDegrees: 2,
  view: 'side',
  primary: ({ side }) => ({ joint: 'shoulder', angle: 'flexion', side }),
  pose: (degrees, share, setting) =>
    standing(
      arms(setting, {
        shoulder: { flexion: degrees, abduction: 7 - 3 * share, rotation: -12 + 12 * share },
        elbow: { flexion: 10 - 4 * share },
        forearm: { pronation: 70 },
      }),
    ),
};

/** The arm goes straight backwards past an upright trunk. */
const extension: Exercise = {
  ...flexion,
  startDegrees: 0,
  peakDegrees: 45,
  primary: ({ side }) => ({ joint: 'shoulder', angle: 'extension', side }),
  pose: (degrees, share, setting) =>
    standing(
      arms(setting, {
        shoulder: { flexion: -degrees, abduction: 7 + 3 * share, rotation: -12 + 8 * share },
        elbow: { flexion: 10 - 6 * share },
        forearm: { pronation: 62 },
      }),
    ),
};

/** Both hands take a stick forward and up, whichever side is measured: the better arm helps the other. */
const withStick: Exercise = {
  ...flexion,
  startDegrees: 18,
  peakDegrees: 150,
  tempo: '2-1-2-1',
  props: () => [{ kind: 'stick' }],
  pose: (degrees) =>
    standing(
      armsOf(SIDES, {
        shoulder: { flexion: degrees, abduction: 4, rotation: -28 },
        elbow: { flexion: 5 },
        forearm: { pronation: 138 },
        wrist: { flexion: 0 },
      }),
    ),
};

const curl: Exercise = {
  startDegrees: 10,
  peakDegrees: 130,
  lifts: 'out',
  tempo: '3-0-2-1',
  view: 'side',
  primary: ({ side }) => ({ joint: 'elbow', angle: 'flexion', side }),
  pose: (degrees, share, setting) =>
    standing(
      arms(setting, {
        shoulder: { flexion: 3 + 5 * share, abduction: 8, rotation: -4 },
        elbow: { flexion: degrees },
        forearm: { pronation: 55 - 45 * Math.min(1, share * 2) },
        wrist: { flexion: 2 },
      }),
    ),
};

/** From a right angle to what is missing to straight (negative: bent backwards), palm to the front, upper arm still. */
const straightening: Exercise = {
  ...curl,
  startDegrees: 90,
  peakDegrees: 0,
  pose: (degrees, _share, setting) =>
    standing(
      arms(setting, {
        shoulder: { flexion: 10, abduction: 8, rotation: -2 },
        elbow: { flexion: degrees },
        forearm: { pronation: 12 },
        wrist: { flexion: 0 },
      }),
    ),
};

const overheadTriceps: Exercise = {
  startDegrees: 115,
  peakDegrees: 15,
  lifts: 'out',
  tempo: '3-0-2-1',
  view: 'side',
  primary: ({ side }) => ({ joint: 'elbow', angle: 'flexion', side }),
  pose: (degrees, share, setting) =>
    standing({
      ...arms(setting, {
        shoulder: { flexion: 158 + 6 * share, abduction: 4, rotation: 8 },
        elbow: { flexion: degrees },
        forearm: { pronation: 60 },
      }),
      neck: { flexion: 4 },
    }),
};

const WALL = 0.36;

const wallSlide: Exercise = {
  startDegrees: 75,
  peakDegrees: 150,
  lifts: 'out',
  tempo: '3-0-3-1',
  view: 'side',
  primary: ({ side }) => ({ joint: 'shoulder', angle: 'flexion', side }),
  props: () => [{ kind: 'wall', z: WALL }],
  pose: (_degrees, share, setting) => {
    const m = measure(setting.body);
    const shoulder = m.ankleHeight + m.thigh + m.shank + m.shoulderUp;
    const hands = (['left', 'right'] as const).map((side): Contact => {
      const out = side === 'left' ? 1 : -1;
      const y = shoulder + 0.02 + share * (m.upperArm + m.forearm) * 0.8;
      return {
        kind: 'hand',
        side,
        at: { x: out * 0.2, y, z: WALL - 0.05 },
        elbow: { x: out * 0.35, y: -1, z: 0.1 },
        palm: 'ahead',
      };
    });
    const pose = standing();
    return { ...pose, root: { ...pose.root, tilt: 2 }, contacts: [...pose.contacts, ...hands] };
  },
};

export const armExercises = {
  'shoulder-abduction': { ...abduction, tempo: '2-2-2-2' },
  'shoulder-flexion': { ...flexion, tempo: '2-2-2-2' },
  'shoulder-extension': { ...extension, tempo: '2-2-2-2' },
  'elbow-flexion': { ...curl, tempo: '2-2-2-2' },
  'elbow-extension': { ...straightening, tempo: '2-2-2-2' },
  'arm-raise': abduction,
  'arm-raise-flexion': { ...flexion, peakDegrees: 120, tempo: '2-1-2-1' },
  'stick-flexion': withStick,
  'elbow-curl': curl,
  'overhead-triceps-extension': overheadTriceps,
  'wall-slide': wallSlide,
} satisfies Record<string, Exercise>;
