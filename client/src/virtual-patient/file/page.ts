import { motionFor, motionIds } from '../motion/motion-for.ts';
import { createStage, fineQuality, type Stage } from '../studio/stage.ts';
import { completeStudio, type SomeStudio } from '../studio/studio.ts';
import { openClip } from './render-frames.ts';

/** What infra/virtual-patient calls in a headless browser. */
const renderer = { openClip, motionIds, stills };

declare global {
  var virtualPatientRenderer: typeof renderer;
}

globalThis.virtualPatientRenderer = renderer;

/** One picture of a motion at the start or the peak of its first repetition, seen from a camera yaw off its front. */
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

/** Draws stills of the same size onto one sheet with captions, as a PNG in base64. */
function stills(
  rows: readonly { caption: string; pictures: readonly Still[] }[],
  columns: number,
  width: number,
  height: number,
): string {
  const perRow = rows[0]?.pictures.length ?? 1;
  const sheet = document.createElement('canvas');
  sheet.width = columns * perRow * width;
  sheet.height = Math.ceil(rows.length / columns) * height;
  const paper = sheet.getContext('2d')!;
  paper.font = '600 13px sans-serif';
  let open: Easel | undefined;
  for (const [row, { caption, pictures }] of rows.entries()) {
    const [left, top] = [(row % columns) * perRow * width, Math.floor(row / columns) * height];
    for (const [i, still] of pictures.entries()) {
      const key = JSON.stringify(still.studio ?? {});
      const studio = completeStudio(still.studio);
      if (open?.key !== key) {
        open?.stage.dispose();
        const canvas = document.createElement('canvas');
        Object.assign(canvas, { width, height });
        open = { key, canvas, stage: createStage(canvas, studio, fineQuality) };
      }
      const motion = motionFor(still.id, { side: 'right', facing: still.facing, body: studio.body });
      const { startMs, peakMs, peakEndMs } = motion.repetitions[0]!;
      open.stage.draw(motion.poseAt(still.when === 'start' ? startMs : (peakMs + peakEndMs) / 2), motion.props);
      paper.drawImage(open.canvas, left + i * width, top);
    }
    paper.fillStyle = '#2b2f33';
    paper.fillText(caption, left + 8, top + 18);
  }
  open?.stage.dispose();
  return sheet.toDataURL('image/png').slice('data:image/png;base64,'.length);
}
