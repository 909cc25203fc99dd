import { createStage, fineQuality, liveQuality, type Stage } from '../studio/stage.ts';
import { type ClipSpec, clipTruth, layOut } from './clip.ts';
import { openPasserBy } from './passer-by.ts';

/** Draws frames of a clip in any order, without a clock. */
export function openClip(spec: ClipSpec) {
  const clip = layOut(spec);
  const canvas = document.createElement('canvas');
  canvas.width = spec.width;
  canvas.height = spec.height;
  const other = spec.passerBy ? openPasserBy(spec.passerBy) : null;
  const quality = spec.quality === 'live' ? liveQuality : fineQuality;
  const stage: Stage = createStage(canvas, clip.studio, quality, other?.studio);
  return {
    truth: () => clipTruth(spec),
    /** JPEG pictures of the frames from `from` up to but not including `to`, as base64. */
    frames(from: number, to: number): string[] {
      return Array.from({ length: to - from }, (_, i) => {
        const timeMs = ((from + i) * 1000) / spec.fps;
        stage.draw(clip.performance.poseAt(timeMs), clip.performance.propsAt(timeMs), other?.poseAt(timeMs));
        if (spec.barCode) stage.stamp(from + i);
        return canvas.toDataURL('image/jpeg', 0.93).slice('data:image/jpeg;base64,'.length);
      });
    },
    close: () => stage.dispose(),
  };
}
