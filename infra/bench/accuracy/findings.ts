import type { Protocol } from '../../../shared/src/measurement/index.ts';
import type { Findings } from '../parts.mjs';
import { median } from '../statistics.mjs';
import { type Row, type Scored, wilson } from './score.ts';

const AIM = {
  strongMae: 4,
  strongBias: 2,
  weakMae: 8,
  covered: 0.95,
  medianUncertainty: 8,
  accepted: 0.9,
  offPlane: 0.05,
};

/** The tables of the accuracy part, each figure beside its aim. */
export function findingsOf(
  rows: readonly Row[],
  scored: readonly Scored[],
  protocols: readonly Protocol[],
  plot: string,
): Findings {
  const isWeak = (id: string) => protocols.find((one) => one.id === id)?.strength === 'weak';
  const held = scored.filter(({ group }) => group === 'held-out');
  const accepted = held.filter(({ value }) => value !== null);
  const covered = accepted.filter((one) => isCovered(one));
  const [low, high] = wilson(covered.length, accepted.length);
  const off = scored.filter(({ group }) => group === 'off-plane');
  const offAccepted = off.filter(({ value }) => value !== null);
  const middle = median(accepted.map(({ uncertainty }) => uncertainty ?? Number.NaN));
  return {
    tables: [
      {
        headings: [
          'held-out trials',
          'kept',
          'MAE',
          'bias',
          'LoA ±',
          'aim',
          '',
          'inside ±',
          '95 % interval',
          'median ±',
          '45° off kept',
          'plain 2-D',
          'plain 3-D',
        ],
        rows: rows.map((row) => [
          row.protocol + (isWeak(row.protocol) ? ' (weak)' : ''),
          `${row.accepted} of ${row.good}`,
          degrees(row.meanAbsoluteError),
          signed(row.meanError),
          degrees(row.spread),
          ...aimOf(row, isWeak(row.protocol)),
          percent(row.covered),
          `${percent(row.coveredBetween[0])}–${percent(row.coveredBetween[1])}`,
          degrees(row.medianUncertainty),
          `${row.offPlaneAccepted} of ${row.offPlane}`,
          degrees(row.planarError),
          degrees(row.metresError),
        ]),
      },
      {
        headings: ['all protocols together', 'figure', 'aim', ''],
        rows: [
          [
            'truth inside ±',
            `${percent(covered.length / accepted.length)} (${percent(low)}–${percent(high)}) of ${accepted.length}`,
            '≥ 95 %',
            met(covered.length / accepted.length >= AIM.covered),
          ],
          ['median ±', degrees(middle), `≤ ${AIM.medianUncertainty}°`, met(middle <= AIM.medianUncertainty)],
          [
            'good trials kept',
            percent(accepted.length / held.length),
            '≥ 90 %',
            met(accepted.length / held.length >= AIM.accepted),
          ],
          [
            'trials 40–50° off the plane kept',
            `${percent(offAccepted.length / off.length)} of ${off.length}`,
            '≤ 5 %',
            met(offAccepted.length / off.length <= AIM.offPlane),
          ],
        ],
      },
    ],
    notes: [
      'Estimated from simulation: the figure of this repository, not people. Each protocol’s interval is wide because its trials are few.',
      'plain 2-D, plain 3-D: mean absolute error of the extreme of the plain three-point angle on the same landmarks, nothing refused.',
      `Bland–Altman plot: ${plot.slice(plot.lastIndexOf('.cache'))}`,
    ],
    figures: { rows, trials: scored },
  };
}

function isCovered({ value, truth, uncertainty }: Scored): boolean {
  return value !== null && uncertainty !== null && Math.abs(value - truth) <= uncertainty;
}

function aimOf({ meanAbsoluteError, meanError }: Row, isWeak: boolean | undefined): [string, string] {
  if (isWeak) return [`≤ ${AIM.weakMae}°`, met(meanAbsoluteError <= AIM.weakMae)];
  const isMet = meanAbsoluteError <= AIM.strongMae && Math.abs(meanError) <= AIM.strongBias;
  return [`≤ ${AIM.strongMae}°, ± ${AIM.strongBias}°`, met(isMet)];
}

function met(isMet: boolean): string {
  return isMet ? 'met' : 'not met';
}

function degrees(value: number): string {
  return Number.isFinite(value) ? `${value.toFixed(1)}°` : '–';
}

function signed(value: number): string {
  return Number.isFinite(value) ? `${value >= 0 ? '+' : '−'}${Math.abs(value).toFixed(1)}°` : '–';
}

function percent(share: number): string {
  return Number.isFinite(share) ? `${Math.round(share * 100)} %` : '–';
}
