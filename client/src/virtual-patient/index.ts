export { projectTruth } from './camera/project-truth.ts';
export { type CameraSpec, cameraFor, tableCamera } from './camera/view.ts';
export { createVirtualCamera, type VirtualCamera, type VirtualCameraOptions } from './camera/virtual-camera.ts';
export { Demonstration, type DemonstrationProps } from './Demonstration.tsx';
export { averageBody, type Body, type Measures, measure } from './figure/body.ts';
export { type BoneName, type Bones, boneOf } from './figure/bones.ts';
export { completeAngles } from './figure/joint-angles.ts';
export type {
  Contact,
  FootContact,
  JointAngles,
  Placement,
  PoseSpec,
  Root,
  SomeJointAngles,
} from './figure/pose-spec.ts';
export { type SolvedPose, solvePose } from './figure/solve-pose.ts';
export { trueAngle } from './figure/true-angle.ts';
export { truthPoints } from './figure/truth-points.ts';
export { type ClipSpec, type ClipTruth, clipTruth, type ScriptStep } from './file/clip.ts';
export { readStamp } from './file/stamp.ts';
export type { Compensation } from './motion/compensation.ts';
export {
  type Motion,
  type PrimaryAngle,
  type Prop,
  parseTempo,
  type Tempo,
  type TrueRepetition,
} from './motion/motion.ts';
export {
  isMotionId,
  type MotionId,
  type MotionOptions,
  motionFor,
  motionIds,
  protocolMotionIds,
} from './motion/motion-for.ts';
export { type Act, createPerformance, type Order, type Performance, type Truth } from './motion/performance.ts';
export { standing } from './motion/standing.ts';
export { ana } from './studio/ana.ts';
export { completeStudio, defaultStudio, type SomeStudio, type Studio } from './studio/studio.ts';
