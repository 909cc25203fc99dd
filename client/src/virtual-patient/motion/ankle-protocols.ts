import { boneOf } from '../figure/bones.ts';
import { type PoseSpec, sided } from '../figure/pose-spec.ts';
import { solvePose } from '../figure/solve-pose.ts';
import { seated, usualChair } from './chair-exercises.ts';
import type { Exercise, Setting } from './exercise.ts';
import type { Prop } from './motion.ts';

/** Bend of the knee of a leg that lies on a stool. */
const KNEE = 8;
/** Thickness of the lower calf below its bone, as a share of height. */
const CALF = 0.036;

/** Sitting with the calf on a stool and the foot free beyond it: seen from the side the whole foot is in the picture. */
function propped(dorsiflexion: number, { side, body }: Setting): PoseSpec {
  const pose = seated(body, side, KNEE, false);
  return { ...pose, joints: { ...pose.joints, [sided(side, 'ankle')]: { dorsiflexion } } };
}

/** A stool under the lower calf of the leg that lies on it. */
function stool(setting: Setting): Prop {
  const { bones } = solvePose(propped(0, setting), setting.body);
  const [knee, ankle] = [bones[boneOf(setting.side, 'shank')].at, bones[boneOf(setting.side, 'foot')].at];
  const under = knee.clone().lerp(ankle, 0.62);
  return { kind: 'stool', heightM: under.y - CALF * setting.body.heightM * setting.body.girth, x: under.x, z: under.z };
}

const pullUp: Exercise = {
  startDegrees: 0,
  peakDegrees: 18,
  lifts: 'out',
  tempo: '2-2-2-2',
  view: 'side',
  primary: ({ side }) => ({ joint: 'ankle', angle: 'dorsiflexion', side }),
  props: (setting) => [usualChair, stool(setting)],
  pose: (degrees, _share, setting) => propped(degrees, setting),
};

const pointDown: Exercise = {
  ...pullUp,
  peakDegrees: 40,
  primary: ({ side }) => ({ joint: 'ankle', angle: 'plantarflexion', side }),
  pose: (degrees, _share, setting) => propped(-degrees, setting),
};

export const ankleProtocols = {
  'ankle-dorsiflexion': pullUp,
  'ankle-plantarflexion': pointDown,
} satisfies Record<string, Exercise>;
