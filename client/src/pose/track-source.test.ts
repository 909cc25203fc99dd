import type { LandmarkFrame } from '@plumbline/shared/measurement';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTrackSource } from './track-source.ts';

const info = { model: 'full', modelSha256: '00', delegate: 'CPU', version: 'test' } as const;

function makeFrames(...timesMs: number[]): LandmarkFrame[] {
  return timesMs.map((captureMs, sequence) => ({
    sequence,
    captureMs,
    widthPx: 640,
    heightPx: 480,
    image: null,
    world: null,
    people: 0,
    luma: null,
  }));
}

function listen(options: { speed?: number; loop?: boolean } = {}, frames = makeFrames(5_000, 5_100, 5_400)) {
  const source = createTrackSource({ frames, info, ...options });
  const heard: { captureMs: number; atMs: number; sequence: number }[] = [];
  source.onFrame(({ captureMs, sequence }) => heard.push({ captureMs, sequence, atMs: performance.now() }));
  return { source, heard };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

test('replays in real time as if captured now, then becomes idle', () => {
  const { source, heard } = listen();
  vi.advanceTimersByTime(700);
  const startedMs = performance.now();
  source.start();
  vi.advanceTimersByTime(1_000);
  expect(heard.map((frame) => frame.captureMs - startedMs)).toEqual([0, 100, 400]);
  expect(heard.map((frame) => Math.round(frame.atMs - startedMs))).toEqual([0, 100, 400]);
  expect(source.state.kind).toBe('idle');
});

test('played four times as fast the frames keep their true distances', () => {
  const { source, heard } = listen({ speed: 4 });
  source.start();
  vi.advanceTimersByTime(101);
  expect(heard.map((frame) => frame.captureMs - (heard[0]?.captureMs ?? 0))).toEqual([0, 100, 400]);
});

test('a loop goes on with rising times and sequence numbers', () => {
  const { source, heard } = listen({ loop: true }, makeFrames(0, 100));
  source.start();
  vi.advanceTimersByTime(450);
  source.stop();
  expect(heard.map((frame) => [frame.sequence, frame.captureMs - (heard[0]?.captureMs ?? 0)])).toEqual([
    [0, 0],
    [1, 100],
    [2, 200],
    [3, 300],
    [4, 400],
  ]);
});

test('after stop() nothing more is heard', () => {
  const { source, heard } = listen();
  source.start();
  vi.advanceTimersByTime(50);
  source.stop();
  vi.advanceTimersByTime(1_000);
  expect(heard).toHaveLength(1);
});
