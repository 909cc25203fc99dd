export { drawPose, fitInside } from './draw.ts';
export { Ghost } from './Ghost.tsx';
export { Stage, type StageProps } from './Stage.tsx';
export { TargetArc } from './TargetArc.tsx';
