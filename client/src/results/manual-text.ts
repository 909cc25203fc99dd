import type { TFunction } from 'i18next';
import { byHand } from '../i18n/en/by-hand.ts';

type Texts = TFunction<'byHand'>;

/** A level of the hand behind the back by its code; the code itself where this version has no word for it. */
export function levelText(t: Texts, code = ''): string {
  return Object.hasOwn(byHand.levels, code) ? t(`levels.${code as keyof typeof byHand.levels}`) : code;
}

/** Thirds of the full range, 0–3. */
export function thirdsText(t: Texts, thirds: number): string {
  const key = THIRDS[thirds];
  return key ? t(`thirds.${key}`) : `${thirds}/3`;
}

const THIRDS = ['none', 'one', 'two', 'full'] as const;
