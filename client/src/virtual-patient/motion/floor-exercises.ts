import { measure } from '../figure/body.ts';
import { type LimbAngles, type PoseSpec, sided } from '../figure/pose-spec.ts';
import { armsOf } from './arm-exercises.ts';
import { type Exercise, otherSide, type Setting } from './exercise.ts';
import type { Prop } from './motion.ts';
import { here } from './standing.ts';

const DEGREES = 180 / Math.PI;
const lying: readonly Prop[] = [{ kind: 'mat' }, { kind: 'pillow', z: -0.72 }];

/** Height of the hip centres of a person who lies on the back. */
function backHeight({ body }: Setting): number {
  return 0.118 * (body.heightM / 1.7) * (0.4 + 0.6 * body.girth);
}

type Leg = { [J in 'hip' | 'knee' | 'ankle']: Partial<LimbAngles[J]> };

/** A leg whose knee is bent while its heel lies on the mat. */
function heelDown(knee: number, setting: Setting): Leg {
  const m = measure(setting.body);
  const drop = backHeight(setting) - m.ankleHeight;
  let [low, high] = [-10, knee];
  for (let i = 0; i < 30; i++) {
    const hip = (low + high) / 2;
    const ankle = drop + m.thigh * Math.sin(hip / DEGREES) - m.shank * Math.sin((knee - hip) / DEGREES);
    if (ankle < 0) low = hip;
    else high = hip;
  }
  return {
    hip: { flexion: low, abduction: 3, rotation: 4 },
    knee: { flexion: knee },
    ankle: { dorsiflexion: -Math.min(28, knee * 0.3) },
  };
}

function onBack(setting: Setting, moving: Leg, resting: Leg): PoseSpec {
  const { side } = setting;
  const far = otherSide(side);
  const joints: Record<string, object> = {};
  for (const joint of ['hip', 'knee', 'ankle'] as const) {
    joints[sided(side, joint)] = moving[joint];
    joints[sided(far, joint)] = resting[joint];
  }
  const arms = armsOf(['left', 'right'], {
    shoulder: { flexion: -4, abduction: 16, rotation: 0 },
    elbow: { flexion: 8 },
    forearm: { pronation: 120 },
  });
  return {
    root: { x: 0, y: backHeight(setting), z: -0.02, tilt: -90, roll: 0 },
    joints: { ...joints, ...arms, neck: { flexion: 14 } },
    contacts: [],
    placement: here,
  };
}

const heelSlide: Exercise = {
  startDegrees: 8,
  peakDegrees: 105,
  lifts: 'out',
  tempo: '2-0-2-1',
  view: 'side',
  primary: ({ side }) => ({ joint: 'knee', angle: 'flexion', side }),
  props: () => lying,
  pose: (knee, _share, setting) => onBack(setting, heelDown(knee, setting), heelDown(8, setting)),
};

const straightLegRaise: Exercise = {
  startDegrees: 0,
  peakDegrees: 55,
  lifts: 'out',
  tempo: '2-0-2-1',
  view: 'side',
  primary: ({ side }) => ({ joint: 'hip', angle: 'flexion', side }),
  props: () => lying,
  pose: (degrees, _share, setting) =>
    onBack(
      setting,
      { hip: { flexion: degrees, abduction: 2, rotation: 3 }, knee: { flexion: 3 }, ankle: { dorsiflexion: 4 } },
      heelDown(88, setting),
    ),
};

export const floorExercises = {
  'heel-slide': heelSlide,
  'straight-leg-raise': straightLegRaise,
} satisfies Record<string, Exercise>;
