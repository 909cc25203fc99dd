import type { PublicConfig } from '@plumbline/shared/config';
import type { EncounterState } from '@plumbline/shared/encounter';
import { findProtocol, framesOf } from '@plumbline/shared/measurement';
import { findExercise } from '@plumbline/shared/programme';
import { createTrackSource, type PoseSource } from '../pose/index.ts';
import type { VirtualCamera } from '../virtual-patient/index.ts';

/** What a page on this machine's own address may be asked to use instead of a camera. */
export type Simulation = { kind: 'virtual' } | { kind: 'track'; url: string };

/** What the page's address asks for, where the server allows it; null is the real camera. */
export function simulationOf({ simulation }: Pick<PublicConfig, 'simulation'>, search: string): Simulation | null {
  if (!simulation) return null;
  const asked = new URLSearchParams(search);
  const track = asked.get('track');
  if (track?.startsWith('/')) return { kind: 'track', url: track };
  return asked.get('camera') === 'virtual' ? { kind: 'virtual' } : null;
}

/** Ana in front of a camera: the stream can be published and measured like a real one. */
export async function openVirtualPatient(): Promise<VirtualCamera> {
  const { ana, createVirtualCamera } = await import('../virtual-patient/index.ts');
  const camera = createVirtualCamera({ width: 480, height: 360, fps: 12, studio: ana });
  await camera.ready;
  return camera;
}

const PERFORMED_MS = 1_200;

/** Lets the virtual patient do what the encounter asks of her, as a patient would: once for each trial, the target number for each set. */
export class ObedientPatient {
  readonly #camera: VirtualCamera;
  #doing: string | null = null;

  constructor(camera: VirtualCamera) {
    this.#camera = camera;
  }

  follow({ active, trials, sets }: EncounterState): void {
    const id = active ? (active.kind === 'trial' ? active.trialId : active.setId) : null;
    if (id === this.#doing) return;
    this.#doing = id;
    if (!active) {
      this.#camera.idle();
      return;
    }
    const atMs = performance.timeOrigin + performance.now() + PERFORMED_MS;
    if (active.kind === 'trial') {
      const trial = trials.find((one) => one.trialId === active.trialId);
      if (!trial || !findProtocol(trial.protocol)) return;
      // A new turn to the camera's side and three seconds of stillness come first, as a patient takes them.
      this.#camera.perform(
        trial.protocol,
        { side: trial.side, repetitions: 3, tempo: '3-0-3-2', leadInMs: 3_500 },
        atMs,
      );
      return;
    }
    const set = sets.find((one) => one.setId === active.setId);
    const exercise = set && findExercise(set.exercise);
    if (!set || !exercise) return;
    const missing = (set.dosage.repetitions ?? 8) - set.repetitions.filter((row) => row.validity === 'complete').length;
    if (missing <= 0) return;
    const tempo = set.dosage.tempo ?? '2-1-2-1';
    const motion = { repetitions: missing, tempo, leadInMs: 2_000, ...(set.side ? { side: set.side } : {}) };
    this.#camera.perform(set.exercise, motion, atMs);
  }
}

/** A recorded landmark track in place of camera and pose engine. */
export async function openTrack(url: string): Promise<PoseSource> {
  const { meta, frames } = framesOf(await (await fetch(url)).json());
  const info = { model: meta.model, modelSha256: meta.modelSha256, delegate: 'CPU' as const, version: 'track' };
  return createTrackSource({ frames, info });
}
