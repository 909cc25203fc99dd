import {
  createSet,
  finishSet,
  foldSet,
  type LandmarkFrame,
  type Repetition,
  type Side,
} from '@plumbline/shared/measurement';
import { EXERCISES, type Exercise, findExercise } from '@plumbline/shared/programme';
import { describe, expect, test, vi } from 'vitest';
import { type Act, makeFrames } from './make-frames.ts';
import { distractionIds } from './motion/distractions.ts';
import { type MotionOptions, motionFor } from './motion/motion-for.ts';

// Many whole sets: a busy machine needs longer.
vi.setConfig({ testTimeout: 60_000 });

const SIDE = 'left';
const counted = EXERCISES.filter(({ counting }) => counting !== 'time');
const table = counted.map((exercise) => [exercise.id, exercise] as const);

const optionsFor = ({ asksSide }: Exercise): MotionOptions => (asksSide ? { side: SIDE } : {});

/** The figure turned to the camera as a rule's view has it. */
const facing = (view: 'front' | 'side') => (view === 'front' ? 0 : -90);

function perform(exercise: Exercise, options: MotionOptions, cameraYawDegrees = 0): LandmarkFrame[] {
  const all = { ...optionsFor(exercise), ...options };
  return makeFrames([{ do: 'perform', id: exercise.id, options: all }], { cameraYawDegrees });
}

function ledgerOf(exercise: Exercise, frames: readonly LandmarkFrame[], side: Side = SIDE): readonly Repetition[] {
  const begun = createSet(exercise, { side: exercise.asksSide ? side : null });
  return finishSet(frames.reduce(foldSet, begun), 'ended').ledger;
}

/** What the figure is told for a whole repetition, and for what is truly half of one. */
function waysOf(exercise: Exercise): { full: number; half: number } {
  const truthOf = (peakDegrees?: number) =>
    motionFor(exercise.id, { ...optionsFor(exercise), ...(peakDegrees === undefined ? {} : { peakDegrees }) })
      .repetitions[0] ?? { startDegrees: 0, peakDegrees: 0 };
  const { startDegrees, peakDegrees } = truthOf();
  const middle = (startDegrees + peakDegrees) / 2;
  const wayTo = (share: number) => startDegrees + share * (peakDegrees - startDegrees);
  const [half = middle] = [0.5, 0.6, 0.7]
    .map(wayTo)
    .sort((a, b) => Math.abs(truthOf(a).peakDegrees - middle) - Math.abs(truthOf(b).peakDegrees - middle));
  return { full: peakDegrees, half };
}

const verdicts = (ledger: readonly Repetition[]) => ledger.map(({ validity }) => validity);

describe.each(table)('%s', (_id, exercise) => {
  test.each([0, 20, -20])('eight of them are eight rows, the camera %i° round', (yaw) => {
    expect(verdicts(ledgerOf(exercise, perform(exercise, { repetitions: 8 }, yaw)))).toEqual(Array(8).fill('complete'));
  });

  test('half of one is a row that does not count', () => {
    const { full, half } = waysOf(exercise);
    const ledger = ledgerOf(exercise, perform(exercise, { peakDegrees: [full, full, half, full] }));
    expect(verdicts(ledger)).toEqual(['complete', 'complete', 'partial', 'complete']);
  });

  test('whoever does it well helps with nothing', () => {
    const ledger = ledgerOf(exercise, perform(exercise, { repetitions: 3 }));
    expect(ledger.flatMap(({ findings }) => findings)).toEqual([]);
    expect(ledger[0]?.judged).toEqual(
      exercise.quality.filter(({ view }) => view === exercise.view).map(({ code }) => code),
    );
  });
});

const noExercise: readonly (readonly [string, readonly Act[]])[] = [
  ['standing idle', [{ do: 'idle', ms: 20_000 }]],
  ['standing idle, turned to the side', [{ do: 'idle', headingDegrees: 90, ms: 20_000 }]],
  ...distractionIds.map(
    (id) =>
      [
        id,
        [
          { do: 'idle', ms: 2_000 },
          { do: 'perform', id },
        ],
      ] as const,
  ),
];

describe.each(noExercise)('%s', (_what, acts) => {
  const frames = makeFrames(acts);
  test.each(table)('is no %s', (_id, exercise) => {
    for (const side of ['left', 'right'] as const)
      expect(verdicts(ledgerOf(exercise, frames, side))).not.toContain('complete');
  });
});

describe('what helps along is found in the view that shows it, and not looked for in the other', () => {
  test.each([
    ['squat', 'front', 'knee-valgus', { kneeValgus: 25 }],
    ['lunge', 'front', 'knee-valgus', { kneeValgus: 25 }],
    ['step-down', 'front', 'hip-hike', { hipHike: 14 }],
    ['standing-hip-abduction', 'front', 'trunk-lean', { sideBend: 18 }],
    ['standing-hip-abduction', 'front', 'hip-hike', { hipHike: 14 }],
    ['marching', 'side', 'trunk-lean', { flexion: -20 }],
    ['hip-hinge', 'side', 'knee-bend', { kneeBend: 40 }],
    ['calf-raise', 'side', 'knee-bend', { kneeBend: 40 }],
    ['straight-leg-raise', 'side', 'knee-bend', { kneeBend: 40 }],
    ['arm-raise', 'front', 'trunk-lean', { sideBend: 18 }],
    ['arm-raise', 'front', 'shoulder-hike', { shoulderHike: 18 }],
    ['arm-raise-flexion', 'side', 'trunk-lean', { flexion: -20 }],
    ['seated-row', 'side', 'trunk-lean', { flexion: -25 }],
    ['neck-side-bend', 'front', 'shoulder-hike', { shoulderHike: 18 }],
  ] as const)('%s, from the %s: %s', (id, view, code, compensation) => {
    const exercise = findExercise(id)!;
    const seen = ledgerOf(exercise, perform(exercise, { repetitions: 2, facing: facing(view), compensation }));
    const found = seen.map(({ findings }) => findings.some((one) => one.code === code));
    expect(found).toEqual([true, true]);
    const other = view === 'front' ? 'side' : 'front';
    const turned = ledgerOf(exercise, perform(exercise, { repetitions: 2, facing: facing(other), compensation }));
    const judgedThere: string[] = exercise.quality.filter((rule) => rule.view === other).map((rule) => rule.code);
    expect(turned.flatMap(({ judged }) => judged).filter((one) => !judgedThere.includes(one))).toEqual([]);
  });
});

test('each time on one leg is a row with its time, from lift-off to touch-down', () => {
  const stance = findExercise('single-leg-stance')!;
  // The figure lifts the leg it is told; the other one stands.
  const ledger = ledgerOf(stance, perform(stance, { side: 'right', tempo: '1-2-1-8', repetitions: 3 }), 'left');
  expect(verdicts(ledger)).toEqual(Array(3).fill('complete'));
  for (const { startMs, endMs, rangeDegrees, tempo } of ledger) {
    expect(Math.abs((endMs - startMs) / 1000 - 10)).toBeLessThan(1);
    expect([rangeDegrees, tempo]).toEqual([null, null]);
  }
});
