import { byHand } from '../i18n/en/by-hand.ts';
import { results } from '../i18n/en/results.ts';
import { screens } from '../i18n/en/screens.ts';

export type ReasonKey = keyof typeof results.reason;
export type ProtocolKey = keyof typeof results.protocol;
export type MeasureKey = keyof typeof byHand.measure;
export type ScreenKey = keyof typeof screens.name;
export type ExerciseKey = keyof typeof results.exercise;
export type FindingKey = keyof typeof results.finding;

/** The text of a refusal or a reason; null for a code this version has no words for. */
export function reasonKey(code: string): ReasonKey | null {
  return Object.hasOwn(results.reason, code) ? (code as ReasonKey) : null;
}

/** The name of a protocol, with or without its `@version`. */
export function protocolKey(id: string): ProtocolKey | null {
  const name = id.split('@')[0] ?? id;
  return Object.hasOwn(results.protocol, name) ? (name as ProtocolKey) : null;
}

/** The name of a measure taken by hand, with or without its `@version`. */
export function measureKey(id: string): MeasureKey | null {
  const name = id.split('@')[0] ?? id;
  return Object.hasOwn(byHand.measure, name) ? (name as MeasureKey) : null;
}

/** The name of a screen, with or without its `@version`. */
export function screenKey(id: string): ScreenKey | null {
  const name = id.split('@')[0] ?? id;
  return Object.hasOwn(screens.name, name) ? (name as ScreenKey) : null;
}

export function exerciseKey(id: string): ExerciseKey | null {
  const name = id.split('@')[0] ?? id;
  return Object.hasOwn(results.exercise, name) ? (name as ExerciseKey) : null;
}

/** The sentence of a compensation. */
export function findingKey(code: string): FindingKey {
  return Object.hasOwn(results.finding, code) ? (code as FindingKey) : 'other';
}
