import { projectTruth } from '../camera/project-truth.ts';
import { solvePose } from '../figure/solve-pose.ts';
import { trueAngle } from '../figure/true-angle.ts';
import { motionFor, motionIds } from '../motion/motion-for.ts';
import { createStage, fineQuality, type Stage } from '../studio/stage.ts';
import { completeStudio, type SomeStudio } from '../studio/studio.ts';
import { openClip } from './render-frames.ts';

/** One picture of a motion on the right side: where its first repetition starts, or at its peak. */
export interface Still {
  id: string;
  when: 'start' | 'peak';
  /** 0 from the front, 90 the right side. */
  facing: number;
  studio?: SomeStudio;
}

interface Easel {
  key: string;
  canvas: HTMLCanvasElement;
  stage: Stage;
}

let easel: Easel | undefined;

function easelFor(studio: SomeStudio, width: number, height: number): Easel {
  const key = JSON.stringify([studio, width, height]);
  if (easel?.key === key) return easel;
  easel?.stage.dispose();
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  easel = { key, canvas, stage: createStage(canvas, completeStudio(studio), fineQuality) };
  return easel;
}

/** Draws a still; the canvas is drawn over by the next one. The truth has the primary angle and the 33 points. */
function drawStill({ id, when, facing, studio = {} }: Still, width: number, height: number) {
  const { canvas, stage } = easelFor(studio, width, height);
  const { body, camera } = completeStudio(studio);
  const motion = motionFor(id, { side: 'right', facing, body });
  const { startMs, peakMs, peakEndMs } = motion.repetitions[0]!;
  const pose = motion.poseAt(when === 'start' ? startMs : (peakMs + peakEndMs) / 2);
  stage.draw(pose, motion.props);
  const angleDegrees = trueAngle(solvePose(pose, body), motion.primary);
  return { canvas, primary: motion.primary, angleDegrees, ...projectTruth(pose, body, camera, width / height) };
}

/** Rows of stills on one sheet, each row with its caption, as a PNG in base64. */
function contactSheet(
  rows: readonly { caption: string; stills: readonly Still[] }[],
  columns: number,
  width: number,
  height: number,
): string {
  const perRow = rows[0]?.stills.length ?? 1;
  const sheet = document.createElement('canvas');
  sheet.width = columns * perRow * width;
  sheet.height = Math.ceil(rows.length / columns) * height;
  const paper = sheet.getContext('2d')!;
  paper.font = '600 12px sans-serif';
  paper.fillStyle = '#2b2f33';
  for (const [row, { caption, stills }] of rows.entries()) {
    const [left, top] = [(row % columns) * perRow * width, Math.floor(row / columns) * height];
    for (const [i, still] of stills.entries())
      paper.drawImage(drawStill(still, width, height).canvas, left + i * width, top);
    paper.fillText(caption, left + 7, top + 16);
  }
  return sheet.toDataURL('image/png').slice('data:image/png;base64,'.length);
}

/** What infra/virtual-patient calls in a headless browser. */
const renderer = { openClip, motionIds, drawStill, contactSheet };

declare global {
  var virtualPatientRenderer: typeof renderer;
}

globalThis.virtualPatientRenderer = renderer;
