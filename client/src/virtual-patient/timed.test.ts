import {
  createTimed,
  endTimed,
  foldTimed,
  goTimed,
  type LandmarkFrame,
  POINT,
  passTimed,
  standsOf,
  type TimedFold,
  timedResult,
} from '@plumbline/shared/measurement';
import { findTimedTest } from '@plumbline/shared/programme';
import { describe, expect, test } from 'vitest';
import { makeFrames } from './make-frames.ts';
import { motionFor } from './motion/motion-for.ts';

const LEAD_MS = 2_000;
const named = (id: string) => findTimedTest(id)!;

function rising(tempo: string, repetitions: number): LandmarkFrame[] {
  const options = { tempo, repetitions, leadInMs: LEAD_MS };
  return makeFrames([{ do: 'perform', id: 'sit-to-stand', options }], { fps: 15 });
}

/** The test over these frames, "Go" said at `goMs`. */
function play(begun: TimedFold, frames: readonly LandmarkFrame[], goMs: number): TimedFold {
  return frames.reduce((fold, frame) => {
    const started = fold.goMs === null && frame.captureMs >= goMs ? goTimed(fold, goMs) : fold;
    return foldTimed(started, frame);
  }, begun);
}

describe('30-second chair stand', () => {
  const chairStand = createTimed(named('chair-stand-30s'));

  test.each([
    ['1-0-1-0', 15],
    ['2-0-1-0', 10],
    ['1-1-1-1', 8],
  ])('at %s there are %i stands in 30 s', (tempo, stands) => {
    const end = play(chairStand, rising(tempo, 20), LEAD_MS);
    expect(timedResult(end)).toMatchObject({ value: stands, unit: 'count', endedBy: 'clock' });
  });

  test('a stand more than half-way up at 30 s counts, one less than half-way does not', () => {
    const frames = rising('2-0-2-0', 12);
    const up = motionFor('sit-to-stand', { tempo: '2-0-2-0', repetitions: 12, leadInMs: LEAD_MS }).repetitions[7]!;
    const resultAt = (share: number) => {
      const cutMs = up.startMs + share * (up.peakMs - up.startMs);
      return timedResult(play(chairStand, frames, cutMs - 30_000));
    };
    expect(resultAt(0.65)).toMatchObject({ value: 8, lastWasUnderWay: true });
    expect(resultAt(0.45)).toMatchObject({ value: 7, lastWasUnderWay: false });
  });

  test('practice before “Go” is not counted', () => {
    const frames = rising('1-0-1-0', 22);
    expect(standsOf(play(chairStand, frames, LEAD_MS + 4_000))).toBe(15);
  });

  test('broken off by the key it has no count', () => {
    const end = endTimed(play(chairStand, rising('1-0-1-0', 3), LEAD_MS), 9_000);
    expect(timedResult(end)).toMatchObject({ value: null, endedBy: 'key' });
  });

  test('the clock runs out though no frame comes any more; frames that come late change nothing', () => {
    const seen = play(chairStand, rising('1-0-1-0', 3), LEAD_MS);
    expect(passTimed(seen, LEAD_MS + 29_999).ended).toBeNull();
    const end = passTimed(seen, LEAD_MS + 30_000);
    expect(timedResult(end)).toMatchObject({ value: 3, endedBy: 'clock' });
    expect(rising('1-0-1-0', 20).reduce(foldTimed, end)).toEqual(end);
  });

  test('a frame that comes out of order is left out', () => {
    const frames = rising('1-0-1-0', 20);
    const doubled = frames.flatMap((frame, i) => [frame, frames[Math.max(0, i - 3)]!]);
    expect(play(chairStand, doubled, LEAD_MS)).toEqual(play(chairStand, frames, LEAD_MS));
  });

  test('tells when each stand was reached, and has no ± of a time', () => {
    const result = timedResult(play(chairStand, rising('1-0-1-0', 20), LEAD_MS));
    expect(result?.standsAtS).toHaveLength(15);
    expect(result?.uncertaintySeconds).toBeNull();
  });

  test('standing idle is no stand', () => {
    const end = play(chairStand, makeFrames([{ do: 'idle', ms: 33_000 }]), 1_000);
    expect(timedResult(end)?.value).toBe(0);
  });

  test('put down and taken up again through JSON, the count is the same', () => {
    const end = rising('1-0-1-0', 20).reduce(
      (fold, frame) => JSON.parse(JSON.stringify(foldTimed(fold, frame))) as TimedFold,
      goTimed(chairStand, LEAD_MS),
    );
    expect(timedResult(end)?.value).toBe(15);
  });
});

describe('five times sit-to-stand', () => {
  const five = createTimed(named('five-times-sit-to-stand'));

  test.each(['1-0-1-0', '2-0-1-0', '1-1-2-1'])('at %s ends with the fifth stand', (tempo) => {
    const fifth = motionFor('sit-to-stand', { tempo, repetitions: 6, leadInMs: LEAD_MS }).repetitions[4]!;
    const result = timedResult(play(five, rising(tempo, 6), LEAD_MS));
    expect(result?.endedBy).toBe('fifth-stand');
    expect(Math.abs((result?.value ?? 0) - (fifth.peakMs - LEAD_MS) / 1000)).toBeLessThan(0.4);
  });

  test.each([8, 15, 30])('at %i pictures a second its ± is what lies between two of them', (fps) => {
    const options = { tempo: '1-0-1-0', repetitions: 6, leadInMs: LEAD_MS };
    const frames = makeFrames([{ do: 'perform', id: 'sit-to-stand', options }], { fps });
    expect(timedResult(play(five, frames, LEAD_MS))?.uncertaintySeconds).toBeCloseTo(1 / fps, 2);
  });

  test('with four stands and the key it has no time', () => {
    const end = endTimed(play(five, rising('1-0-1-0', 4), LEAD_MS), 14_000);
    expect(timedResult(end)).toMatchObject({ value: null, endedBy: 'key' });
  });
});

describe('timed up and go', () => {
  const upAndGo = createTimed(named('timed-up-and-go'));
  const sitting = { do: 'perform', id: 'sit-to-stand', options: { repetitions: 1, leadInMs: 4_000 } } as const;
  const [sat, walked] = [
    { ...sitting, options: { ...sitting.options, tempo: '1-0-1-3' } },
    { do: 'perform', id: 'walk-through' },
  ] as const;

  test.each([0, 60, 90])('ends when the person sits again, the camera %i° round', (cameraYawDegrees) => {
    const frames = makeFrames([sat, sitting], { fps: 15, cameraYawDegrees });
    const hipY = ({ image }: LandmarkFrame) => image?.[POINT.leftHip]?.y ?? 0;
    const upMs = motionFor('sit-to-stand', sat.options).repetitions[0]!.peakEndMs;
    const touchesSeat = frames.find((frame) => frame.captureMs > upMs && hipY(frame) > hipY(frames[0]!) - 0.005)!;
    const result = timedResult(play(upAndGo, frames, 3_000));
    expect(result).toMatchObject({ unit: 'seconds', endedBy: 'seated-again' });
    expect(Math.abs((result?.value ?? 0) - (touchesSeat.captureMs - 3_000) / 1000)).toBeLessThan(0.2);
  });

  test.each([0, 40])('is not over while the person walks, the camera %i° round', (cameraYawDegrees) => {
    const before = { ...sitting, options: { ...sitting.options, tempo: '1-0-1-1' } };
    const frames = makeFrames([before, walked, { do: 'idle', ms: 3_000 }], { fps: 15, cameraYawDegrees });
    const standsUpMs = motionFor('sit-to-stand', before.options).repetitions[0]!.endMs;
    // “Go” while seated after practice; then the figure gets up and walks.
    expect(play(upAndGo, frames, standsUpMs - 50)).toMatchObject({ ended: null, seat: { hasStood: true } });
  });

  test('of whom the camera has not seen seated lasts until the key', () => {
    const end = endTimed(play(upAndGo, makeFrames([walked], { fps: 15 }), 500), 11_900);
    expect(timedResult(end)).toMatchObject({ value: 11.4, unit: 'seconds', endedBy: 'key', uncertaintySeconds: 0 });
  });
});

test('the key before “Go” ends nothing', () => {
  expect(endTimed(createTimed(named('timed-up-and-go')), 1_000).ended).toBeNull();
});

describe('single-leg stance', () => {
  // The figure lifts the leg it is told; the other one stands.
  const frames = (tempo: string, facing: number) =>
    makeFrames([{ do: 'perform', id: 'single-leg-stance', options: { side: 'left', tempo, repetitions: 1, facing } }]);
  const standing = createTimed(named('single-leg-stance'), { side: 'right' });

  test.each([0, 20, -20])('is timed from lift-off to touch-down, the body %i° round', (facing) => {
    const result = timedResult(play(standing, frames('1-0-1-10', facing), 500));
    expect(result).toMatchObject({ unit: 'seconds', endedBy: 'touch-down' });
    expect(Math.abs((result?.value ?? 0) - 11)).toBeLessThan(0.8);
  });

  test('ends by the clock at 45 s', () => {
    expect(timedResult(play(standing, frames('1-0-1-60', 0), 500))).toMatchObject({ value: 45, endedBy: 'clock' });
  });

  test('whoever only stands there lifts no foot', () => {
    const end = play(standing, makeFrames([{ do: 'idle', ms: 20_000 }]), 500);
    expect([end.stance?.liftedMs, timedResult(end)]).toEqual([null, null]);
  });
});
