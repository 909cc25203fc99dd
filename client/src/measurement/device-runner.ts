import {
  type EncounterState,
  type EventBody,
  type EventType,
  type MeasuringDevice,
  measuringDevice,
  type Provenance,
  type SetState,
  type TrialState,
} from '@plumbline/shared/encounter';
import {
  ALGORITHM_VERSION,
  bodyYaw,
  createGuide,
  createSet,
  createTrial,
  encodeFrame,
  findProtocol,
  finishSet,
  finishTrial,
  foldGuide,
  foldSet,
  foldTrial,
  fromCodedVideo,
  type Guide,
  isWaitedFor,
  keepReady,
  type LandmarkFrame,
  type LiveReading,
  type Repetition,
  readGuide,
  readSet,
  readTrial,
  type SetFold,
  type TrialFold,
  type TrialResult,
  viewOf,
} from '@plumbline/shared/measurement';
import { findExercise, isCountedByCamera } from '@plumbline/shared/programme';
import type { PoseInfo } from '../pose/index.ts';
import type { Checkpoints } from './checkpoints.ts';
import { gapBefore, goOn, resume } from './continuation.ts';
import { type TimedWork, takeUpTimed } from './timed-work.ts';

export interface RunnerOptions {
  append: <T extends EventType>(type: T, body: EventBody<T>) => Promise<unknown>;
  checkpoints: Checkpoints;
  sendLive: (bytes: Uint8Array) => void;
  onReading: (reading: LiveReading | null) => void;
  /** Every frame as measured, for the landmark track. */
  onMeasured?: (frame: LandmarkFrame) => void;
  /** Which of the two devices this is: it measures while it is its turn. */
  device: MeasuringDevice;
  source: Provenance['source'];
  info: () => PoseInfo | null;
}

type TrialWork = { kind: 'trial'; trial: TrialState; fold: TrialFold; guide: Guide | null; recorded: boolean };
type SetWork = { kind: 'set'; setId: string; fresh: SetFold; fold: SetFold; told: number; savedMs: number };
type Work = TrialWork | SetWork | { kind: 'timed'; timed: TimedWork };

/** What a reload may cost of the movement under way. */
const CHECKPOINT_MS = 400;

/**
 * Measures what the encounter has active: frames in, events and live packets out. The encounter's state is the truth; a
 * checkpoint carries the movement under way over a reload. Framework-free.
 */
export class DeviceRunner {
  readonly #options: RunnerOptions;
  #state: EncounterState | null = null;
  #work: Work | null = null;
  #changing: Promise<void> = Promise.resolve();
  #yaw: number | null = null;
  #fps = 0;
  #last: LandmarkFrame | null = null;

  constructor(options: RunnerOptions) {
    this.#options = options;
  }

  /** Takes in the encounter's state as it is now; begins, ends and resumes work accordingly. */
  setState(state: EncounterState): void {
    this.#state = state;
    this.#changing = this.#changing.then(() => this.#follow()).catch(() => {});
  }

  /** One frame of the pose source; `captureMs` on the page's clock. */
  onFrame(frame: LandmarkFrame): void {
    if (this.#state && !this.#isMyTurn(this.#state)) return;
    // Times go on over a reload: epoch instead of the page's own zero.
    const timed = { ...frame, captureMs: frame.captureMs + performance.timeOrigin };
    this.#observe(timed);
    const measured = this.#measure(timed);
    const reading = measured && this.#asSure(measured);
    this.#options.sendLive(encodeFrame(timed, { track: false, reading }));
    this.#options.onReading(reading);
    if (this.#state?.status === 'open') this.#options.onMeasured?.(timed);
  }

  /** Settles when all that followed from the latest state has been written. For tests. */
  settled(): Promise<void> {
    return this.#changing;
  }

  /** No more frames come from here. A trial whose movement was under way is recorded as interrupted; a set goes on from its checkpoint. */
  stop(): void {
    if (this.#work?.kind === 'trial') this.#breakOffTrial(this.#work);
    if (this.#work?.kind === 'timed') this.#letGoTimed(this.#work.timed);
  }

  #measure(frame: LandmarkFrame): LiveReading | null {
    const work = this.#work;
    const gap = this.#last ? gapBefore(frame, this.#last) : null;
    if (work?.kind === 'trial' && gap === 'time') this.#breakOffTrial(work);
    if (work?.kind === 'timed' && gap === 'time') work.timed.breakOff();
    if (work?.kind === 'set' && gap) this.#breakOffMovement(work);
    this.#last = frame;
    if (work?.kind === 'trial') {
      const isWaiting = work.guide !== null && isWaitedFor(work.guide, frame.captureMs);
      work.fold = foldTrial(isWaiting ? keepReady(work.fold, frame.captureMs) : work.fold, frame);
      const reading = guided(work, frame);
      if (reading.step === 'done') this.#record(work, finishTrial(work.fold));
      return reading;
    }
    if (work?.kind === 'set') {
      work.fold = foldSet(work.fold, frame);
      const rowsBefore = work.told;
      this.#tellRows(work);
      if (work.told > rowsBefore || frame.captureMs - work.savedMs > CHECKPOINT_MS) {
        work.savedMs = frame.captureMs;
        void this.#options.checkpoints.save(work.setId, work.fold);
      }
      return readSet(work.fold);
    }
    return work?.kind === 'timed' ? work.timed.onFrame(frame) : null;
  }

  #record(work: TrialWork, result: TrialResult): void {
    if (work.recorded || !this.#state || !this.#isMyTurn(this.#state)) return;
    work.recorded = true;
    void this.#options.append('trial.recorded', {
      trialId: work.trial.trialId,
      result: toWire(this.#asSure(result)),
      provenance: this.#provenance(),
    });
  }

  /** What was not seen cannot be measured: the trial says so. Before its movement it only begins anew. */
  #breakOffTrial(work: TrialWork): void {
    const { protocol, side, step } = work.fold;
    if (step === 'move' || step === 'hold-end') this.#record(work, finishTrial(work.fold, 'interrupted'));
    else if (step !== 'done') work.fold = createTrial(protocol, side);
  }

  /** The movement under way becomes an interrupted row; the set goes on. */
  #breakOffMovement(work: SetWork): void {
    work.fold = goOn(work.fresh, finishSet(work.fold, 'interrupted'), work.fold);
    this.#tellRows(work);
  }

  async #follow(): Promise<void> {
    const state = this.#state;
    if (!state) return;
    const isMyTurn = this.#isMyTurn(state);
    const active = isMyTurn ? state.active : null;
    const work = this.#work;
    if (work?.kind === 'trial' && !(active?.kind === 'trial' && active.trialId === work.trial.trialId))
      this.#work = null;
    if (work?.kind === 'set' && !(active?.kind === 'set' && active.setId === work.setId))
      await (isMyTurn ? this.#endSet(work, state) : this.#letGo(work));
    if (work?.kind === 'timed') this.#followTimed(work.timed, active, state);
    if (this.#work || !active) {
      if (!active) this.#options.onReading(null);
      return;
    }
    if (active.kind === 'trial') {
      const trial = state.trials.find((one) => one.trialId === active.trialId);
      const protocol = trial && findProtocol(trial.protocol);
      if (trial?.status === 'armed' && protocol) {
        const guide = trial.lastSetUp && createGuide(trial.lastSetUp);
        this.#work = { kind: 'trial', trial, fold: createTrial(protocol, trial.side), guide, recorded: false };
      }
      return;
    }
    if (active.kind === 'timed') {
      // "Go" is on the clock of the patient's device: no other can time by it.
      if (this.#options.device !== 'patient-device') return;
      const timed = state.timed.find((one) => one.testId === active.testId);
      const taken = timed && takeUpTimed(timed, this.#tellsTimed);
      if (taken) this.#work = { kind: 'timed', timed: taken };
      return;
    }
    const set = state.sets.find((one) => one.setId === active.setId);
    if (set) await this.#beginSet(set);
  }

  readonly #tellsTimed = {
    append: <T extends EventType>(type: T, body: EventBody<T>) => this.#options.append(type, body),
    provenance: () => this.#provenance(),
  };

  #letGoTimed(work: TimedWork): void {
    work.stop();
    this.#work = null;
  }

  #followTimed(work: TimedWork, active: EncounterState['active'], { timed }: EncounterState): void {
    const now = timed.find(({ testId }) => testId === work.testId);
    if (now && active?.kind === 'timed' && active.testId === work.testId) work.follow(now);
    else this.#letGoTimed(work);
  }

  /** Begins a set, or goes on with one: after a reload the movement that was under way is stored as interrupted. */
  async #beginSet(set: SetState): Promise<void> {
    const exercise = findExercise(set.exercise);
    // What the camera's count is not proven for, people count.
    if (!exercise || !isCountedByCamera(exercise)) return;
    const saved = await this.#options.checkpoints.load(set.setId);
    const fresh = createSet(exercise, { side: set.side, targetDegrees: set.dosage.targetDegrees });
    const fold = resume(fresh, set, saved);
    const work = { kind: 'set' as const, setId: set.setId, fresh, fold, told: set.repetitions.length, savedMs: 0 };
    this.#work = work;
    this.#tellRows(work);
  }

  async #endSet(work: SetWork, state: EncounterState): Promise<void> {
    const stopped = state.sets.find((one) => one.setId === work.setId)?.status === 'stopped';
    work.fold = finishSet(work.fold, stopped ? 'interrupted' : 'ended');
    this.#tellRows(work);
    await this.#letGo(work);
  }

  /** The movement under way belongs to nobody: whoever goes on counts it only if both its ends are seen. */
  async #letGo(work: SetWork): Promise<void> {
    this.#work = null;
    await this.#options.checkpoints.remove(work.setId);
  }

  #tellRows(work: SetWork): void {
    for (const repetition of work.fold.ledger.slice(work.told)) {
      work.told += 1;
      void this.#options.append('repetition.recorded', {
        setId: work.setId,
        repetition: toRow(this.#asSure(repetition)),
        provenance: this.#provenance(),
      });
    }
  }

  #isMyTurn(state: EncounterState): boolean {
    return measuringDevice(state) === this.#options.device;
  }

  /** With the ± of what this device sees: the therapist's browser sees coded video. */
  #asSure<T extends { uncertaintyDegrees: number | null }>(measured: T): T {
    return this.#options.device === 'therapist-browser' ? fromCodedVideo(measured) : measured;
  }

  #observe(frame: LandmarkFrame): void {
    this.#yaw = bodyYaw(frame) ?? this.#yaw;
    const gap = this.#last ? frame.captureMs - this.#last.captureMs : 0;
    if (gap > 0 && gap < 5_000) this.#fps += 0.1 * (1000 / gap - this.#fps);
  }

  #provenance(): Provenance {
    const info = this.#options.info();
    return {
      algorithmVersion: ALGORITHM_VERSION,
      modelHash: info?.modelSha256 ?? '',
      model: info?.model ?? 'full',
      delegate: info?.delegate ?? 'CPU',
      source: this.#options.source,
      view: this.#yaw === null ? 'unknown' : viewOf(this.#yaw),
      poseFps: Math.round(this.#fps * 10) / 10,
    };
  }
}

/** What the trial shows, and while it gets ready how alike the set-up is to last time's. */
function guided(work: TrialWork, frame: LandmarkFrame): LiveReading {
  const reading = readTrial(work.fold);
  if (!work.guide || reading.step !== 'get-ready') return reading;
  work.guide = foldGuide(work.guide, frame, reading.refusals.length === 0);
  return { ...reading, likeLast: readGuide(work.guide) };
}

function toRow(row: Repetition): EventBody<'repetition.recorded'>['repetition'] {
  const findings = row.findings.map((finding) => ({ ...finding }));
  return { ...row, reasons: [...row.reasons], findings, judged: [...row.judged] };
}

function toWire(result: ReturnType<typeof finishTrial>): EventBody<'trial.recorded'>['result'] {
  return { ...result, refusals: [...result.refusals], findings: result.findings.map((finding) => ({ ...finding })) };
}
