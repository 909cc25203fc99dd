import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createCameraSource, retryPauseMs } from './camera-source.ts';
import type { PoseWorkerPort } from './pose-main.ts';
import type { FromPoseWorker, ToPoseWorker } from './pose-shared.ts';

/** A camera's track, as far as a source looks at it. */
class FakeTrack extends EventTarget {
  readyState: 'live' | 'ended' = 'live';
  end(): void {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }
}

function makeSource() {
  const workers: { said: ToPoseWorker['kind'][]; say(message: FromPoseWorker): void; isTerminated: boolean }[] = [];
  const feeds = { started: 0, stopped: 0 };
  const track = new FakeTrack();
  const source = createCameraSource({
    track: track as unknown as MediaStreamTrack,
    assets: { wasmBase: '/wasm', modelUrl: '/model', modelSha256: '00' },
    model: 'full',
    version: '1',
    storage: null,
    startFeed() {
      feeds.started += 1;
      return {
        onDone() {},
        stop() {
          feeds.stopped += 1;
        },
      };
    },
    spawn() {
      const port: PoseWorkerPort = {
        onmessage: null,
        onerror: null,
        postMessage(message: ToPoseWorker) {
          worker.said.push(message.kind);
          if (message.kind !== 'open') return;
          queueMicrotask(() => {
            worker.say({ kind: 'starting' });
            worker.say({ kind: 'ready', delegate: 'CPU' });
          });
        },
        terminate() {
          worker.isTerminated = true;
        },
      };
      const worker = {
        said: [] as ToPoseWorker['kind'][],
        say: (data: FromPoseWorker) =>
          void port.onmessage?.call(port as Worker, { data } as MessageEvent<FromPoseWorker>),
        isTerminated: false,
      };
      workers.push(worker);
      return port;
    },
  });
  return { source, track, workers, feeds };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { baseURI: 'http://localhost/' });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a camera that ends', () => {
  test('is told once, lets go of engine and stream, and is not tried again', async () => {
    const { source, track, workers, feeds } = makeSource();
    source.start();
    await vi.advanceTimersByTimeAsync(10);
    expect(source.state).toEqual({ kind: 'running' });
    track.end();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(source.state).toMatchObject({ kind: 'failed', code: 'camera-ended', retryInMs: null });
    expect(workers).toHaveLength(1);
    expect(workers[0]).toMatchObject({ said: expect.arrayContaining(['halt']), isTerminated: true });
    expect(feeds).toEqual({ started: 1, stopped: 1 });
  });
});

describe('an engine that breaks', () => {
  test('is replaced, and asked to let go of its frames before it is ended', async () => {
    const { source, workers, feeds } = makeSource();
    source.start();
    await vi.advanceTimersByTimeAsync(10);
    workers[0]?.say({ kind: 'failed', code: 'engine-failed', detail: 'WebGL context lost' });
    expect(workers[0]?.said.at(-1)).toBe('halt');
    expect(workers[0]?.isTerminated).toBe(false);
    await vi.advanceTimersByTimeAsync(retryPauseMs(1) + 2_000);
    expect(source.state).toEqual({ kind: 'running' });
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
    expect(feeds).toEqual({ started: 2, stopped: 1 });
  });

  test('is waited for longer each time', () => {
    expect([1, 2, 3, 20].map(retryPauseMs)).toEqual([500, 1_000, 2_000, 30_000]);
  });
});

test('a source that is stopped and started again measures again', async () => {
  const { source, workers, feeds } = makeSource();
  source.start();
  await vi.advanceTimersByTimeAsync(10);
  source.stop();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(source.state).toEqual({ kind: 'idle' });
  source.start();
  await vi.advanceTimersByTimeAsync(10);
  expect(source.state).toEqual({ kind: 'running' });
  expect([workers.length, feeds.started, feeds.stopped]).toEqual([2, 2, 1]);
});
