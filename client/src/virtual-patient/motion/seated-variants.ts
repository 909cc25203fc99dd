import type { SomeJointAngles } from '../figure/pose-spec.ts';
import { armExercises } from './arm-exercises.ts';
import { seated, seatedKneeBend, usualChair } from './chair-exercises.ts';
import type { Exercise } from './exercise.ts';
import { trunkExercises } from './trunk-exercises.ts';

const { 'wall-slide': _facesWall, ...arms } = armExercises;

/** The motions that are also done on a chair, by id. */
const variants: Record<string, Exercise> = {
  'knee-flexion': seatedKneeBend,
  'neck-side-bend': sittingUpright(trunkExercises['neck-side-bend']),
  ...Object.fromEntries(Object.entries(arms).map(([id, exercise]) => [id, sittingUpright(exercise)])),
};

/** How a motion is done sitting; undefined where it is not, or is never done otherwise. */
export function seatedVariant(id: string): Exercise | undefined {
  return variants[id];
}

/** Arms, trunk and neck as they move standing, over legs that sit; a hand that does not move lies on its thigh. */
function sittingUpright(standing: Exercise): Exercise {
  return {
    ...standing,
    props: (setting) => [usualChair, ...(standing.props?.(setting) ?? [])],
    pose: (degrees, share, setting, repetition) => {
      const pose = seated(setting.body, setting.side, 88, true);
      const { joints } = standing.pose(degrees, share, setting, repetition);
      return { ...pose, joints: { ...pose.joints, ...upperBody(joints) } };
    },
  };
}

const UPPER = /^(trunk|neck)$|(Clavicle|Shoulder|Elbow|Forearm|Wrist)$/;

function upperBody(joints: SomeJointAngles): SomeJointAngles {
  return Object.fromEntries(Object.entries(joints).filter(([joint]) => UPPER.test(joint)));
}
