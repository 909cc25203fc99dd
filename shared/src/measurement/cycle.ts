import { describeCycle } from './describe-cycle.ts';
import { type OneEuro, oneEuro, type Sample } from './filter.ts';
import type { Pace } from './pace.ts';

/** What a full cycle of the signal is. The signal rises from rest to the turn. */
export interface CycleRule {
  minExcursion: number;
  minDurationMs: number;
  /** Where people usually rest and turn, on the signal's scale; tells at which end somebody begins. */
  rest: number;
  work: number;
  eitherEnd: boolean;
}

/** One cycle seen from end to end, or a part of one. Levels are on the signal's scale. */
export interface Cycle extends Pace {
  startMs: number;
  peakMs: number;
  endMs: number;
  rest: number;
  peak: number;
  jitter: number;
  /** Stillness at rest before it, ms. */
  restedMs: number;
  reasons: readonly CycleReason[];
}

export type CycleReason =
  | 'too-small'
  | 'too-quick'
  | 'start-not-seen'
  | 'end-not-seen'
  | 'no-return'
  | 'lost-from-view'
  | 'shallower-than-usual';

/** JSON-serialisable memory of the fold. */
export interface CycleState {
  phase: 'unknown' | 'rest' | 'out' | 'back';
  /** −1 where the person began at the working end and cycles are read from there. */
  sign: 1 | -1;
  filter: OneEuro | null;
  /** Level of rest now (signed scale). */
  low: number;
  /** Extremes since the phase began (signed scale). */
  high: number;
  trough: number;
  highMs: number;
  startMs: number;
  restSinceMs: number;
  samples: Sample[];
  /** Excursions of complete cycles, the latest few. */
  usual: number[];
  lastMs: number;
}

export function createCycle(): CycleState {
  return {
    phase: 'unknown',
    sign: 1,
    filter: null,
    low: 0,
    high: 0,
    trough: 0,
    highMs: 0,
    startMs: 0,
    restSinceMs: 0,
    samples: [],
    usual: [],
    lastMs: 0,
  };
}

/** Leaving rest by this much begins a cycle, degrees; more where the person's movements are large. */
const LEAVE = 8;
const LEAVE_SHARE = 0.15;
/** Turning back by this share of the excursion is a turn; less is trembling. */
const TURN_SHARE = 0.25;
const TURN_LEAST = 9;
/** Back within this share of the excursion of rest, the cycle is closed. */
const CLOSE_SHARE = 0.25;
/** A way back that stops above this share and rises again did not return. */
const REVERSAL_SHARE = 0.35;
/** Less than this share of the person's usual excursion is a part of a repetition; half of one is, whatever the error. */
const FULL_SHARE = 0.6;
/** Less than this share of the least excursion is no part of one either. */
const PART_SHARE = 0.6;
const LOST_MS = 1_500;
const REST_DRIFT_MS = 3_000;
const KEPT_AT_REST_MS = 2_000;
const MOST_SAMPLES = 1_200;
const STABLE_START_MS = 400;

/** The state after one more value of the signal, and the cycle it closed, if any. Values come in the order of their times. */
export function foldCycle(
  before: CycleState,
  rule: CycleRule,
  value: number,
  atMs: number,
): { state: CycleState; closed: Cycle | null } {
  if (before.filter && atMs - before.lastMs > LOST_MS) return afterGap(before, rule, value, atMs);
  const filter = oneEuro(before.filter, value * before.sign, atMs);
  const samples = thin([...before.samples, [atMs, value * before.sign] as const]);
  const state = { ...before, filter, samples, lastMs: atMs };
  const level = filter.value;
  switch (state.phase) {
    case 'unknown':
      return { state: whileUnknown(state, rule, level, atMs), closed: null };
    case 'rest':
      return { state: whileResting(state, rule, level, atMs), closed: null };
    case 'out':
      return whileOut(state, rule, level, atMs);
    case 'back':
      return whileBack(state, rule, level, atMs);
  }
}

/** What is under way when the signal ends: nothing, or a part of a cycle. */
export function endCycle(state: CycleState, rule: CycleRule, reason: CycleReason = 'end-not-seen'): Cycle | null {
  if (state.phase !== 'out' && state.phase !== 'back') return null;
  if (state.high - state.low < PART_SHARE * rule.minExcursion) return null;
  return describeCycle(state, state.lastMs, [reason]);
}

function begin(state: CycleState, level: number, atMs: number): CycleState {
  const since = state.samples.filter(([ms]) => ms >= atMs - KEPT_AT_REST_MS);
  return { ...state, phase: 'rest', low: level, high: level, trough: level, restSinceMs: atMs, samples: since };
}

function afterGap(
  state: CycleState,
  rule: CycleRule,
  value: number,
  atMs: number,
): { state: CycleState; closed: Cycle | null } {
  const fresh = { ...createCycle(), sign: state.sign, usual: state.usual };
  const next = foldCycle(fresh, rule, value, atMs).state;
  return { state: next, closed: endCycle(state, rule, 'lost-from-view') };
}

/** Before the first movement: where does the person begin? */
function whileUnknown(state: CycleState, rule: CycleRule, level: number, atMs: number): CycleState {
  if (state.samples.length === 1)
    return { ...state, low: level, high: level, trough: level, startMs: atMs, restSinceMs: atMs };
  const low = Math.min(state.low, level);
  const high = Math.max(state.high, level);
  const spread = { ...state, low, high };
  const first = state.samples[0]?.[1] ?? level;
  const stableMs = (state.samples.find(([, value]) => Math.abs(value - first) > LEAVE)?.[0] ?? atMs) - state.startMs;
  if (level - low >= LEAVE && high === level)
    return leaveRest({ ...begin(spread, low, atMs), samples: state.samples, restSinceMs: state.startMs }, level, atMs);
  if (high - level < Math.max(LEAVE, 0.5 * rule.minExcursion)) return spread;
  const nearerWork = Math.abs(first - rule.work * state.sign) < Math.abs(first - rule.rest * state.sign);
  if (rule.eitherEnd && nearerWork && stableMs >= STABLE_START_MS && state.sign === 1) {
    const samples = state.samples.map(([ms, value]) => [ms, -value] as const);
    const flipped = {
      ...spread,
      sign: -1 as const,
      samples,
      filter: state.filter && { ...state.filter, value: -level, speed: -state.filter.speed },
    };
    return leaveRest({ ...begin(flipped, -high, state.startMs), samples, restSinceMs: state.startMs }, -level, atMs);
  }
  // It began in the middle of a movement: what was before is not a cycle. Rest is looked for on the way down.
  return {
    ...spread,
    phase: 'back',
    low: Math.min(low, rule.rest * state.sign),
    highMs: state.startMs,
    trough: level,
    usual: state.usual,
    startMs: Number.NaN,
  };
}

function whileResting(state: CycleState, rule: CycleRule, level: number, atMs: number): CycleState {
  const seconds = Math.max(0, atMs - (state.samples.at(-2)?.[0] ?? atMs));
  const drift = 1 - Math.exp(-seconds / REST_DRIFT_MS);
  const low = level < state.low ? level : state.low + drift * (level - state.low);
  const moved = level - low;
  const leave = Math.max(LEAVE, LEAVE_SHARE * usualExcursion(state, rule));
  if (moved > leave) return leaveRest({ ...state, low: Math.min(low, state.low) }, level, atMs);
  const samples = state.samples.filter(([ms]) => ms >= atMs - KEPT_AT_REST_MS);
  return { ...state, low, samples };
}

function leaveRest(state: CycleState, level: number, atMs: number): CycleState {
  const left = state.samples.findLast(([, value]) => value <= state.low + LEAVE / 2);
  return { ...state, phase: 'out', startMs: left?.[0] ?? atMs, high: level, highMs: atMs, trough: level };
}

function whileOut(
  state: CycleState,
  rule: CycleRule,
  level: number,
  atMs: number,
): { state: CycleState; closed: Cycle | null } {
  const risen = level > state.high ? { ...state, high: level, highMs: atMs } : state;
  const excursion = risen.high - risen.low;
  const turn = Math.max(TURN_LEAST, TURN_SHARE * excursion);
  if (risen.high - level >= turn || (level <= risen.low + LEAVE / 2 && risen.high > level)) {
    return whileBack({ ...risen, phase: 'back', trough: level }, rule, level, atMs);
  }
  return { state: risen, closed: null };
}

function whileBack(
  state: CycleState,
  rule: CycleRule,
  level: number,
  atMs: number,
): { state: CycleState; closed: Cycle | null } {
  const trough = Math.min(state.trough, level);
  const low = Math.min(state.low, level);
  const now = { ...state, trough, low };
  const excursion = now.high - low;
  const startSeen = Number.isFinite(now.startMs);
  // Rest was never seen: it is where the way down comes to a stop.
  const closes = startSeen
    ? level <= low + Math.max(LEAVE / 2, CLOSE_SHARE * excursion)
    : level - trough > LEAVE || Math.abs(now.filter?.speed ?? 0) < 12;
  if (closes) return close(now, rule, level, atMs, startSeen ? [] : ['start-not-seen']);
  if (level - trough > Math.max(TURN_LEAST, REVERSAL_SHARE * excursion)) {
    const { state: open, closed } = close(now, rule, trough, atMs, ['no-return']);
    return { state: leaveRest(open, level, atMs), closed };
  }
  return { state: now, closed: null };
}

function close(
  state: CycleState,
  rule: CycleRule,
  level: number,
  atMs: number,
  why: readonly CycleReason[],
): { state: CycleState; closed: Cycle | null } {
  const resting = { ...begin(state, Math.min(level, state.trough), atMs) };
  if (state.high - state.low < PART_SHARE * rule.minExcursion) return { state: resting, closed: null };
  const seen = describeCycle(state, atMs, why);
  // Judged by the range that is told, so that no row says one thing and counts as another.
  const excursion = Math.abs(seen.peak - seen.rest);
  if (excursion < PART_SHARE * rule.minExcursion) return { state: resting, closed: null };
  const reasons: CycleReason[] = [...why];
  if (excursion < rule.minExcursion) reasons.push('too-small');
  else if (excursion < FULL_SHARE * usualExcursion(state, rule)) reasons.push('shallower-than-usual');
  if (atMs - seen.startMs < rule.minDurationMs) reasons.push('too-quick');
  const usual = reasons.length === 0 ? [...state.usual, excursion].slice(-5) : state.usual;
  // Rest begins when the way back is done, a little later than it is told.
  return { state: { ...resting, usual, restSinceMs: seen.backDoneMs }, closed: { ...seen, reasons } };
}

/** The middle of the person's own excursions; the smallest that counts before there are any. */
function usualExcursion({ usual }: CycleState, rule: CycleRule): number {
  const sorted = [...usual].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? rule.minExcursion;
}

/** Bounded memory: every second sample goes when a movement takes very long. */
function thin(samples: Sample[]): Sample[] {
  return samples.length <= MOST_SAMPLES ? samples : samples.filter((_, i) => i % 2 === 0 || i > samples.length - 200);
}
