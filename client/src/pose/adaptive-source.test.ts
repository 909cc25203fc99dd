import type { LandmarkFrame } from '@plumbline/shared/measurement';
import { expect, test } from 'vitest';
import { createAdaptiveSource } from './adaptive-source.ts';
import type { ModelSize, PoseSource, PoseState } from './source.ts';

class FakeSource implements PoseSource {
  readonly model: ModelSize;
  readonly info = null;
  readonly state: PoseState = { kind: 'idle' };
  running = false;
  #listeners = new Set<(frame: LandmarkFrame) => void>();
  constructor(model: ModelSize) {
    this.model = model;
  }
  start() {
    this.running = true;
  }
  stop() {
    this.running = false;
  }
  onFrame(listener: (frame: LandmarkFrame) => void) {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
  onState() {
    return () => {};
  }
  give(captureMs: number) {
    const frame = { sequence: 0, captureMs, widthPx: 4, heightPx: 3, image: null, world: null, people: 0, luma: null };
    for (const listener of this.#listeners) listener(frame);
  }
}

function makeStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as unknown as Storage;
}

function makeSource(storage: Storage | null) {
  const made: FakeSource[] = [];
  const source = createAdaptiveSource({
    version: '1',
    storage,
    sourceWith(model) {
      const fake = new FakeSource(model);
      made.push(fake);
      return fake;
    },
  });
  const heard: number[] = [];
  source.onFrame(({ captureMs }) => heard.push(captureMs));
  return { source, made, heard };
}

test('a device that manages four pictures a second keeps the full model', () => {
  const { source, made } = makeSource(null);
  source.start();
  for (let i = 0; i < 100; i++) made[0]?.give(i * 240);
  expect(made.map(({ model }) => model)).toEqual(['full']);
});

test('a slower one turns to the lite model, once, and what listens goes on listening', () => {
  const { source, made, heard } = makeSource(null);
  source.start();
  for (let i = 0; i < 30; i++) made[0]?.give(i * 400);
  expect(made.map(({ model, running }) => [model, running])).toEqual([
    ['full', false],
    ['lite', true],
  ]);
  const before = heard.length;
  for (let i = 0; i < 100; i++) made[1]?.give(20_000 + i * 400);
  expect(heard.length).toBe(before + 100);
  expect(made).toHaveLength(2);
});

test('a tab that slept is not a slow device', () => {
  const { source, made } = makeSource(null);
  source.start();
  for (let i = 0; i < 60; i++) made[0]?.give(i * 60_000);
  expect(made).toHaveLength(1);
});

test('what served is remembered for the next visit', () => {
  const storage = makeStorage();
  const first = makeSource(storage);
  first.source.start();
  for (let i = 0; i < 30; i++) first.made[0]?.give(i * 400);
  expect(makeSource(storage).made.map(({ model }) => model)).toEqual(['lite']);
});

test('forbidden storage is no obstacle', () => {
  const storage = {
    getItem: () => null,
    setItem: () => {
      throw new Error('quota');
    },
  } as unknown as Storage;
  const { source, made } = makeSource(storage);
  source.start();
  for (let i = 0; i < 30; i++) made[0]?.give(i * 400);
  expect(made[1]?.running).toBe(true);
});
