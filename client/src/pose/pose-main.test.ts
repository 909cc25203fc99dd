import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openPoseEngine, type PoseEngineOptions, type PoseWorkerPort } from './pose-main.ts';
import type { FromPoseWorker, ToPoseWorker } from './pose-shared.ts';
import type { Delegate } from './source.ts';

type Behaviour = (message: ToPoseWorker, say: (message: FromPoseWorker) => void) => void;

/** Starts like the real worker; what it does with each delegate is up to the test. */
function makeSpawn(behaviours: Partial<Record<Delegate, Behaviour>>) {
  const started: Delegate[] = [];
  let ended = 0;
  const spawn = (): PoseWorkerPort => {
    let behave: Behaviour | undefined;
    const port: PoseWorkerPort = {
      onmessage: null,
      onerror: null,
      postMessage(message: ToPoseWorker) {
        const say = (data: FromPoseWorker) =>
          port.onmessage?.call(port as Worker, { data } as MessageEvent<FromPoseWorker>);
        if (message.kind === 'open') {
          started.push(message.delegate);
          behave = behaviours[message.delegate];
        }
        queueMicrotask(() => behave?.(message, say));
      },
      terminate() {
        ended += 1;
      },
    };
    return port;
  };
  return { spawn, started, ended: () => ended };
}

const works =
  (delegate: Delegate): Behaviour =>
  (message, say) => {
    if (message.kind === 'open') {
      say({ kind: 'starting' });
      say({ kind: 'ready', delegate });
    }
    if (message.kind === 'ping') say({ kind: 'pong' });
  };
const hangs: Behaviour = (message, say) => {
  if (message.kind === 'open') say({ kind: 'starting' });
};

function makeStorage(): Storage {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  } as Storage;
}

function makeOptions(spawn: () => PoseWorkerPort, more: Partial<PoseEngineOptions> = {}): PoseEngineOptions {
  return {
    assets: { wasmBase: '/wasm', modelUrl: '/model', modelSha256: '00' },
    version: '1',
    storage: makeStorage(),
    spawn,
    onProgress() {},
    onFrame() {},
    onEnded() {},
    onFailed() {},
    ...more,
  };
}

const signal = () => new AbortController().signal;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a GPU that hangs is given up after seconds, and the device remembers to use its CPU', async () => {
  const { spawn, started, ended } = makeSpawn({ GPU: hangs, CPU: works('CPU') });
  const options = makeOptions(spawn);
  const opening = openPoseEngine(options, signal());
  await vi.advanceTimersByTimeAsync(8_000);
  expect((await opening).delegate).toBe('CPU');
  expect(ended()).toBe(1);
  expect((await openPoseEngine(options, signal())).delegate).toBe('CPU');
  expect(started).toEqual(['GPU', 'CPU', 'CPU']);
});

test('a GPU that works is kept', async () => {
  const { spawn, started } = makeSpawn({ GPU: works('GPU') });
  const options = makeOptions(spawn);
  expect((await openPoseEngine(options, signal())).delegate).toBe('GPU');
  expect((await openPoseEngine(options, signal())).delegate).toBe('GPU');
  expect(started).toEqual(['GPU', 'GPU']);
});

test('a missing model is told at once and blamed on no delegate', async () => {
  const missing: Behaviour = (message, say) => {
    if (message.kind === 'open') say({ kind: 'failed', code: 'model-not-loaded', detail: 'HTTP 404' });
  };
  const { spawn, started } = makeSpawn({ GPU: missing });
  await expect(openPoseEngine(makeOptions(spawn), signal())).rejects.toMatchObject({ code: 'model-not-loaded' });
  expect(started).toEqual(['GPU']);
});

test('a worker that stops answering is reported and ended', async () => {
  let awake = true;
  const { spawn, ended } = makeSpawn({
    CPU: (message, say) => {
      if (awake) works('CPU')(message, say);
    },
  });
  const onFailed = vi.fn();
  await openPoseEngine(makeOptions(spawn, { delegate: 'CPU', onFailed }), signal());
  await vi.advanceTimersByTimeAsync(60_000);
  expect(onFailed).not.toHaveBeenCalled();
  awake = false;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(onFailed).toHaveBeenCalledOnce();
  expect(ended()).toBe(1);
});

test('stopping while it opens ends the worker', async () => {
  const { spawn, ended } = makeSpawn({ GPU: hangs });
  const stop = new AbortController();
  const opening = openPoseEngine(makeOptions(spawn), stop.signal);
  await vi.advanceTimersByTimeAsync(100);
  stop.abort();
  await expect(opening).rejects.toThrow('stopped');
  await vi.advanceTimersByTimeAsync(3_000);
  expect(ended()).toBe(1);
});
