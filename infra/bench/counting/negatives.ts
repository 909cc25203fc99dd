import type { ClipSpec } from '../../../client/src/virtual-patient/file/clip.ts';
import { makeFrames } from '../../../client/src/virtual-patient/make-frames.ts';
import { distractionIds } from '../../../client/src/virtual-patient/motion/distractions.ts';
import type { LandmarkFrame } from '../../../shared/src/measurement/index.ts';
import { EXERCISES, type Exercise } from '../../../shared/src/programme/index.ts';
import { type Counts, countBeside, sumOf } from './beside.ts';

/** Something in which nobody exercises, and what each exercise, asked for in it, is counted: all of it is wrong. */
export interface Negative {
  id: string;
  /** rendered: drawn, and seen by the pose engine. computed: the exact points of the moving figure. */
  from: 'rendered' | 'computed';
  seconds: number;
  counted: { exercise: string; counts: Counts }[];
}

/** Who is timed by hand is asked for nothing. */
export const ASKED: readonly Exercise[] = EXERCISES.filter(
  ({ counting, signal }) => counting !== 'time' || signal !== 'angle',
);

const drawn = { fps: 10, width: 480, height: 360, quality: 'live' } as const;

/** Few, since drawing and looking take long. */
export const RENDERED: readonly { id: string; clip: ClipSpec }[] = [
  { id: 'standing idle, from the front', script: [{ idleMs: 15_000 }] },
  { id: 'standing idle, from the side', script: [{ idleMs: 15_000, headingDegrees: 90 }] },
  { id: 'walking through', script: [{ idleMs: 1_000, headingDegrees: 90 }, { id: 'walk-through' }] },
  { id: 'walking up to the camera', script: [{ id: 'walk-up' }, { idleMs: 1_000 }] },
  { id: 'a dance', script: [{ id: 'dance' }, { idleMs: 1_000 }] },
  { id: 'a larger dance', script: [{ id: 'disco-dance' }, { idleMs: 1_000 }] },
  { id: 'talking with the hands', script: [{ id: 'talk' }, { idleMs: 1_000 }] },
  { id: 'somebody else walks by', script: [{ idleMs: 10_000 }], passerBy: { atMs: 1_500 } },
].map(({ id, ...clip }) => ({ id, clip: { ...clip, ...drawn } }));

/** Degrees the camera is round the figure. */
const YAWS = [0, 30, -60];

/** Every distraction the figure knows, from three sides, its points taken as they are. */
export function computedNegatives(): { id: string; frames: LandmarkFrame[] }[] {
  return distractionIds.flatMap((id) =>
    YAWS.map((cameraYawDegrees) => ({
      id: `${id}, ${cameraYawDegrees}°`,
      frames: makeFrames(
        [
          { do: 'idle', ms: 1_500 },
          { do: 'perform', id },
        ],
        { cameraYawDegrees },
      ),
    })),
  );
}

/** Asks for every exercise in these frames. */
export function askAll(id: string, from: Negative['from'], frames: readonly LandmarkFrame[]): Negative {
  const counted = ASKED.map((exercise) => ({ exercise: exercise.id, counts: countBeside(frames, exercise) }));
  return { id, from, seconds: (frames.at(-1)?.captureMs ?? 0) / 1000, counted };
}

/** One row for each exercise: its sum over everything it was asked for in. */
export function byExercise(negatives: readonly Negative[]): { exercise: string; counts: Counts; where: string[] }[] {
  return ASKED.map(({ id }) => {
    const found = negatives.map((one) => ({
      one,
      counts: one.counted.find(({ exercise }) => exercise === id)?.counts,
    }));
    const where = found.flatMap(({ one, counts }) => (counts && counts.ours > 0 ? [`${one.id} ${counts.ours}`] : []));
    return { exercise: id, counts: sumOf(found.flatMap(({ counts }) => counts ?? [])), where };
  });
}
