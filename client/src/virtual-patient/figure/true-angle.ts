import { Vector3 } from 'three';
import type { PrimaryAngle } from '../motion/motion.ts';
import { sided } from './pose-spec.ts';
import type { SolvedPose } from './solve-pose.ts';

/**
 * The true value in degrees of a clinical angle in a solved pose: anatomical zero, positive in the direction its name
 * says. Shoulder and hip are the joint's own angles, upper arm against chest and thigh against pelvis, however either
 * leans in the room. The trunk is the line from mid-hips to mid-shoulders against the vertical, positive forwards or
 * towards the side named.
 */
export function trueAngle({ angles, bones }: SolvedPose, { joint, angle, side }: PrimaryAngle): number {
  if (joint === 'trunk') {
    const hips = bones.leftThigh.at.clone().add(bones.rightThigh.at).multiplyScalar(0.5);
    const shoulders = bones.leftUpperArm.at.clone().add(bones.rightUpperArm.at).multiplyScalar(0.5);
    const up = shoulders.sub(hips);
    const across = bones.leftThigh.at.clone().sub(bones.rightThigh.at).setY(0).normalize();
    const ahead = across.clone().cross(new Vector3(0, 1, 0));
    const lean = angle === 'sideBend' ? up.dot(across) * (side === 'left' ? 1 : -1) : up.dot(ahead);
    return (Math.atan2(lean, up.y) * 180) / Math.PI;
  }
  if (joint === 'neck') return angles.neck.sideBend * (side === 'left' ? 1 : -1);
  if (joint === 'ankle') return angles[sided(side, 'ankle')].dorsiflexion * (angle === 'plantarflexion' ? -1 : 1);
  if (joint === 'knee' || joint === 'elbow') return angles[sided(side, joint)].flexion;
  const { flexion, abduction } = angles[sided(side, joint)];
  return angle === 'abduction' ? abduction : angle === 'extension' ? -flexion : flexion;
}
