import { describe, expect, test } from 'vitest';
import type { ModelSize, PoseState } from '../pose/index.ts';
import { createTroubleWatch, type TroubleWatch } from './trouble-watch.ts';

const failed: PoseState = { kind: 'failed', code: 'engine-failed', detail: '', retryInMs: 500 };
const loading: PoseState = { kind: 'loading', progress: 0 };

function see(watch: TroubleWatch, fromMs: number, seconds: number, fps: number, model: ModelSize = 'lite'): number {
  for (let i = 0; i <= seconds * fps; i++) watch.onFrame(fromMs + (i * 1_000) / fps, model);
  return fromMs + seconds * 1_000;
}

describe('a device is too slow', () => {
  test.each([
    ['at four pictures a second with the small model, for ten seconds', 4, 11, 'lite', 'too-slow'],
    ['and not before that has lasted', 4, 8, 'lite', undefined],
    ['and not while the smaller model can still be tried', 3, 30, 'full', undefined],
    ['and not at eight a second', 8, 11, 'lite', null],
    ['at one every two seconds, too', 0.5, 14, 'lite', 'too-slow'],
  ] as const)('%s', (_law, fps, seconds, model, verdict) => {
    const watch = createTroubleWatch();
    expect(watch.verdict(see(watch, 0, seconds, fps, model))).toBe(verdict);
  });

  test('until it has been well for ten seconds', () => {
    const watch = createTroubleWatch();
    const slowMs = see(watch, 0, 11, 4);
    const stillMs = see(watch, slowMs + 100, 3, 10);
    expect(watch.verdict(stillMs)).toBe('too-slow');
    expect(watch.verdict(see(watch, stillMs + 100, 12, 10))).toBeNull();
  });

  test('never because its page was hidden or it slept', () => {
    const watch = createTroubleWatch();
    for (let i = 0; i < 20; i++) watch.onFrame(i * 60_000, 'lite');
    let atMs = 2_000_000;
    for (let i = 0; i < 6; i++) {
      atMs = see(watch, atMs, 4, 2) + 500;
      watch.onBreak();
    }
    expect(watch.verdict(atMs)).toBeUndefined();
  });
});

describe('a device cannot measure', () => {
  test('when its engine has failed again and again for ten seconds', () => {
    const watch = createTroubleWatch();
    watch.onState(failed, 0);
    watch.onState(loading, 500);
    watch.onState(failed, 9_000);
    expect([watch.verdict(9_999), watch.verdict(10_000)]).toEqual([undefined, 'cannot-measure']);
  });

  test('and can when frames come after all', () => {
    const watch = createTroubleWatch();
    watch.onState(failed, 0);
    expect(watch.verdict(10_000)).toBe('cannot-measure');
    watch.onState({ kind: 'running' }, 11_000);
    expect(watch.verdict(see(watch, 11_000, 11, 10))).toBeNull();
  });

  test('not for want of a camera: there would be no picture to receive either', () => {
    const watch = createTroubleWatch();
    watch.onState({ kind: 'failed', code: 'camera-ended', detail: '', retryInMs: null }, 0);
    expect(watch.verdict(60_000)).toBeUndefined();
  });
});
