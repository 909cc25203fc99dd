import { Vector3 } from 'three';
import { boneOf, outward } from '../figure/bones.ts';
import { along, type Frame, helper, part } from './frame.ts';
import type { Part } from './layer.ts';
import { skinIndex } from './skin-bones.ts';
import { ellipsoid, loft, rod, type Station } from './solids.ts';

const v = (x: number, y: number, z: number) => new Vector3(x, y, z);

const forearmRows: Station[] = [
  [-1, 0.026, 0.02, 0.02],
  [-0.8, 0.028, 0.024, 0.024],
  [-0.5, 0.036, 0.034, 0.033],
  [-0.2, 0.0405, 0.04, 0.038],
  [0, 0.037, 0.038, 0.038],
];

/** Forearm, palm and fingers of one side. */
export function lowerArm({ bones, m, scale, thick }: Frame, side: 'left' | 'right'): Part[] {
  const out = outward(side);
  const g = scale * (0.5 + 0.5 * thick);
  const { at, turn } = bones[boneOf(side, 'forearm')];
  const down = v(0, -1, 0).applyQuaternion(turn);
  const far = (from: number, to: number) => (x: number, y: number, z: number) => {
    const t = (x - at.x) * down.x + (y - at.y) * down.y + (z - at.z) * down.z;
    return Math.max(0, from - t, t - to) * 0.6;
  };
  const hand = bones[boneOf(side, 'hand')];
  const s = scale;
  const solid = (a: [number, number, number], b: [number, number, number], ra: number, rb: number) =>
    rod(
      hand.at,
      hand.turn,
      v(out * a[0], a[1], a[2]).multiplyScalar(s),
      v(out * b[0], b[1], b[2]).multiplyScalar(s),
      ra * s,
      rb * s,
    );
  const palm: Station[] = [
    [-0.088, 0.038, 0.012, 0.012],
    [-0.06, 0.04, 0.015, 0.013],
    [-0.025, 0.033, 0.016, 0.014],
    [0, 0.026, 0.018, 0.018],
  ];
  const name = boneOf(side, 'hand');
  const parts = [
    part(
      helper(side, 'ElbowHalf'),
      ellipsoid(at, turn, v(0, 0, -0.002), v(0.034, 0.034, 0.035).multiplyScalar(g)),
      0.012,
    ),
    {
      solid: loft(at, turn, along(forearmRows, m.forearm, g)),
      seam: 0.015,
      holds: [
        { bone: skinIndex(boneOf(side, 'forearm')), far: far(-1, m.forearm * 0.4) },
        { bone: skinIndex(helper(side, 'ForearmTwist')), far: far(m.forearm * 0.6, 1) },
      ],
    },
    part(name, loft(hand.at, hand.turn, along(palm, 1, s)), 0.015),
    part(name, solid([0.022, -0.018, 0.006], [0.046, -0.052, 0.016], 0.014, 0.0115), 0.014),
    part(name, solid([0.046, -0.052, 0.016], [0.05, -0.082, 0.022], 0.0112, 0.0085), 0.006),
  ];
  for (const [x, length] of [
    [0.029, 0.07],
    [0.0105, 0.078],
    [-0.0085, 0.072],
    [-0.027, 0.056],
  ] as const) {
    const mid: [number, number, number] = [x * 1.03, -0.086 - length * 0.5, 0.003];
    parts.push(part(name, solid([x, -0.084, 0], mid, 0.0098, 0.009), 0.008));
    parts.push(part(name, solid(mid, [x * 1.02, -0.086 - length, 0.014], 0.009, 0.0075), 0.004));
  }
  return parts;
}
