import type { PublicConfig } from '@plumbline/shared/config';
import { countComplete, type EncounterState, type TimedState } from '@plumbline/shared/encounter';
import { findProtocol, framesOf } from '@plumbline/shared/measurement';
import { findExercise, findTimedTest } from '@plumbline/shared/programme';
import { createTrackSource, type PoseSource } from '../pose/index.ts';
import type { VirtualCamera } from '../virtual-patient/index.ts';

/** What a page on this machine's own address may be asked to use instead of a camera. */
export type Simulation = { kind: 'virtual' } | { kind: 'track'; url: string; speed: number };

/** What the page's address asks for, where the server allows it; null is the real camera. */
export function simulationOf({ simulation }: Pick<PublicConfig, 'simulation'>, search: string): Simulation | null {
  if (!simulation) return null;
  const asked = new URLSearchParams(search);
  const track = asked.get('track');
  if (track && /^\/[^/\\]/.test(track)) return { kind: 'track', url: track, speed: speedOf(asked) };
  return asked.get('camera') === 'virtual' ? { kind: 'virtual' } : null;
}

/** How fast a track is played, 1–20 times real; faster than real it goes round and round, for endurance. */
function speedOf(asked: URLSearchParams): number {
  const speed = Number(asked.get('speed') ?? 1);
  return speed >= 1 && speed <= 20 ? speed : 1;
}

/** Ana in front of a camera: the stream can be published and measured like a real one. */
export async function openVirtualPatient(): Promise<VirtualCamera> {
  const { ana, createVirtualCamera } = await import('../virtual-patient/index.ts');
  const camera = createVirtualCamera({ width: 480, height: 360, fps: 12, studio: ana });
  await camera.ready;
  return camera;
}

const REACTION_MS = 1_200;
/** After a performance she waits this long for what follows from it before she does again what was not seen. */
const PATIENCE_MS = 4_000;

/** Lets the virtual patient do what the encounter asks of her, as a patient would, until it has been seen. */
export class ObedientPatient {
  readonly #camera: Pick<VirtualCamera, 'perform' | 'idle'>;
  #doing: string | null = null;
  #state: EncounterState | null = null;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(camera: Pick<VirtualCamera, 'perform' | 'idle'>) {
    this.#camera = camera;
  }

  follow(state: EncounterState): void {
    this.#state = state;
    const id = askedId(state);
    if (id === this.#doing) return;
    this.#doing = id;
    clearTimeout(this.#again);
    if (id) this.#perform();
    else this.#camera.idle();
  }

  stop(): void {
    clearTimeout(this.#again);
  }

  #perform(): void {
    const asked = this.#state && whatIsAsked(this.#state);
    if (!asked) return;
    const nowMs = performance.timeOrigin + performance.now();
    const { endMs } = this.#camera.perform(asked.id, asked.motion, nowMs + REACTION_MS);
    this.#again = setTimeout(() => this.#perform(), endMs - nowMs + PATIENCE_MS);
  }
}

/** What she is asked for now; a timed test has two parts, of which the second begins with "Go". */
function askedId({ active, timed }: EncounterState): string | null {
  if (active?.kind === 'trial') return active.trialId;
  if (active?.kind === 'set') return active.setId;
  const test = timed.find(({ testId }) => testId === active?.testId);
  return test ? `${test.testId} ${test.go ? 'go' : 'ready'}` : null;
}

type Motion = NonNullable<Parameters<VirtualCamera['perform']>[1]>;

/** The motion that is asked for now and how often; null where nothing is, or nothing more. */
function whatIsAsked({ active, trials, sets, timed }: EncounterState): { id: string; motion: Motion } | null {
  if (active?.kind === 'trial') {
    const trial = trials.find((one) => one.trialId === active.trialId);
    const protocol = trial && findProtocol(trial.protocol);
    if (!trial || !protocol) return null;
    // A new turn to the camera's side and three seconds of stillness come first, as a patient takes them.
    return { id: protocol.id, motion: { side: trial.side, repetitions: 3, tempo: '3-0-3-2', leadInMs: 3_500 } };
  }
  const test = timed.find((one) => active?.kind === 'timed' && one.testId === active.testId);
  if (test) return whatIsTimed(test);
  const set = sets.find((one) => active?.kind === 'set' && one.setId === active.setId);
  const exercise = set && findExercise(set.exercise);
  if (!set || !exercise) return null;
  const repetitions = (set.dosage.repetitions ?? 8) - countComplete(set);
  if (repetitions <= 0) return null;
  const isHeld = exercise.counting === 'time';
  const tempo = set.dosage.tempo ?? (isHeld ? exercise.defaultTempo : '2-1-2-1');
  const side = set.side && figureSide(exercise.id, set.side);
  const motion = { repetitions: isHeld ? 1 : repetitions, tempo, leadInMs: 2_000, ...(side ? { side } : {}) };
  return { id: exercise.id, motion };
}

/** Seated, or standing ready, until "Go"; then as a patient of some age does it. The figure sits and stands, it does not walk three metres. */
function whatIsTimed({ test, side, go }: TimedState): { id: string; motion: Motion } | null {
  const found = findTimedTest(test);
  if (!found) return null;
  if (found.asksSide) {
    if (!go || !side) return null;
    const tandem = found.id === 'tandem-stance';
    return {
      id: tandem ? 'tandem-stance' : 'single-leg-stance',
      motion: { side: tandem ? side : figureSide('single-leg-stance', side), repetitions: 1, tempo: '1-0-1-12' },
    };
  }
  const stays = { repetitions: 1, leadInMs: 120_000 };
  if (!go) return { id: 'sit-to-stand', motion: stays };
  if (found.id === 'timed-up-and-go') return { id: 'sit-to-stand', motion: { repetitions: 1, tempo: '1-0-1-9' } };
  return { id: 'sit-to-stand', motion: { repetitions: 20, tempo: '1-0-1-0' } };
}

/** The figure is told which leg it lifts; the exercise names the one that stands. */
function figureSide(id: string, side: 'left' | 'right'): 'left' | 'right' {
  return id !== 'single-leg-stance' ? side : side === 'left' ? 'right' : 'left';
}

/** A recorded landmark track in place of camera and pose engine. */
export async function openTrack({ url, speed }: Extract<Simulation, { kind: 'track' }>): Promise<PoseSource> {
  const { meta, frames } = framesOf(await (await fetch(url)).json());
  const info = { model: meta.model, modelSha256: meta.modelSha256, delegate: 'CPU' as const, version: 'track' };
  return createTrackSource({ frames, info, speed, loop: speed > 1 });
}
