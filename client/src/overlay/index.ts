export { drawPose, fitInside } from './draw.ts';
export { Stage, type StageProps } from './Stage.tsx';
export { TargetArc } from './TargetArc.tsx';
