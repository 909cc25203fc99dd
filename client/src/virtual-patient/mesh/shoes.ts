import { boneOf, tip } from '../figure/bones.ts';
import { SIDES } from '../figure/pose-spec.ts';
import { type Frame, part } from './frame.ts';
import type { Layer, Part } from './layer.ts';
import { loft, type Station } from './solids.ts';

/** Along the foot from the ankle: metres ahead, half width, depth below and height above a line near the sole, shift outwards, that line's depth. */
const footRows: Station[] = [
  [-0.03, 0.03, 0.04, 0.042, 0, 0.052],
  [0.0, 0.033, 0.04, 0.066, 0, 0.052],
  [0.03, 0.034, 0.04, 0.058, 0, 0.054],
  [0.075, 0.038, 0.04, 0.038, 0, 0.056],
  [0.12, 0.043, 0.04, 0.026, 0.003, 0.058],
];

/** The same from the ball of the foot to the toes. */
const toeRows: Station[] = [
  [-0.02, 0.043, 0.04, 0.03, 0.003, -0.008],
  [0.015, 0.042, 0.04, 0.026, 0.001, -0.006],
  [0.042, 0.034, 0.04, 0.018, -0.004, -0.004],
];

/** Training shoes, or bare feet of the same outline, flat on the floor. */
export function shoeLayer({ bones, m, scale }: Frame): Layer {
  const parts: Part[] = [];
  const onFloor = m.ankleHeight - 0.085 * scale;
  for (const side of SIDES) {
    const out = side === 'left' ? 1 : -1;
    const rows = (from: readonly Station[], lower: number) =>
      from.map(
        ([t, half, below, above, x = 0, z = 0]): Station => [
          t * scale,
          half * scale,
          below * scale,
          above * scale,
          x * out * scale,
          z * scale + lower,
        ],
      );
    const foot = bones[boneOf(side, 'foot')];
    const toes = bones[boneOf(side, 'toes')];
    parts.push(part(boneOf(side, 'foot'), loft(foot.at, ahead(foot.turn), rows(footRows, onFloor), 2.4), 0.01));
    parts.push(part(boneOf(side, 'toes'), loft(toes.at, ahead(toes.turn), rows(toeRows, 0), 2.4), 0.02));
  }
  return { parts, cut: (d, _x, y) => Math.max(d, 0.001 - y) };
}

/** The axis of a loft laid along the foot: its y forwards, its z downwards. */
function ahead(turn: ReturnType<typeof tip>) {
  return turn.clone().multiply(tip(90));
}

/** Height in metres of the top of the sole. */
export function soleHeight(heightM: number): number {
  return 0.018 * (heightM / 1.7);
}
