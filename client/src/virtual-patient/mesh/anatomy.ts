import { Quaternion, Vector3 } from 'three';
import { boneOf, outward } from '../figure/bones.ts';
import { SIDES } from '../figure/pose-spec.ts';
import { along, type Frame, helper, part } from './frame.ts';
import type { Hold, Part } from './layer.ts';
import { lowerArm } from './lower-arm.ts';
import { skinIndex } from './skin-bones.ts';
import { ellipsoid, loft, rod, type Station } from './solids.ts';

const v = (x: number, y: number, z: number) => new Vector3(x, y, z);

/** The trunk's cross-sections; `extra` metres are added all round, for a garment. */
export function trunkStations({ m, body, scale, thick }: Frame, extra: number): Station[] {
  const up = m.neckUp / 0.4845;
  const shoulders = body.shoulderWidth;
  const rows: [number, number, number, number, number][] = [
    [-0.07, 0.135 * body.hipWidth, 0.07, 0.085, -0.005],
    [-0.01, 0.168 * body.hipWidth, 0.094, 0.118, -0.008],
    [0.06, 0.16 * body.hipWidth, 0.098, 0.104, -0.006],
    [0.13, 0.14, 0.1, 0.082, -0.004],
    [0.2, 0.131, 0.1, 0.08, -0.006],
    [0.28, 0.142 * shoulders, 0.106 + 0.012 * body.bust, 0.094, -0.008],
    [0.35, 0.156 * shoulders, 0.106 + 0.03 * body.bust, 0.106, -0.012],
    [0.41, 0.148 * shoulders, 0.094 + 0.008 * body.bust, 0.108, -0.016],
    [0.45, 0.108 * shoulders, 0.068, 0.09, -0.02],
    [0.482, 0.068, 0.05, 0.066, -0.022],
  ];
  return rows.map(([t, half, ahead, behind, z]) => {
    const share = t > 0.44 ? 0 : t < 0.1 ? 0.6 : 0.85;
    const wide = scale * (1 + (thick - 1) * share);
    const deep = scale * (1 + (thick - 1) * share * 1.2);
    return [t * up, half * wide + extra, ahead * deep + extra, behind * wide + extra, 0, z * scale];
  });
}

/** The trunk follows pelvis, loins and chest by height. */
export function trunkHolds({ bones, m }: Frame): Hold[] {
  const base = bones.pelvis.at.y;
  const beyond = (from: number, to: number) => (_x: number, y: number) =>
    Math.max(0, from - (y - base), y - base - to) * 0.7;
  return [
    { bone: skinIndex('pelvis'), far: beyond(-1, m.lumbarUp * 0.7) },
    { bone: skinIndex('lumbar'), far: beyond(m.lumbarUp * 1.0, m.chestUp * 0.95) },
    { bone: skinIndex('chest'), far: beyond(m.chestUp * 1.15, 9) },
  ];
}

export const upperArmRows: Station[] = [
  [-1, 0.036, 0.037, 0.039],
  [-0.78, 0.038, 0.042, 0.043],
  [-0.5, 0.042, 0.048, 0.045],
  [-0.2, 0.047, 0.05, 0.049],
  [-0.05, 0.043, 0.049, 0.05],
];

export const thighRows: Station[] = [
  [-1, 0.053, 0.058, 0.052],
  [-0.78, 0.06, 0.066, 0.06],
  [-0.5, 0.073, 0.08, 0.076],
  [-0.2, 0.085, 0.088, 0.09],
  [0, 0.086, 0.085, 0.092],
];

export const shankRows: Station[] = [
  [-1, 0.034, 0.035, 0.037],
  [-0.8, 0.037, 0.036, 0.041],
  [-0.55, 0.048, 0.041, 0.062],
  [-0.32, 0.055, 0.046, 0.073],
  [-0.14, 0.053, 0.05, 0.06],
  [0, 0.052, 0.055, 0.052],
];

/** The body below the head, without clothes. */
export function bodyLayer(frame: Frame): { parts: Part[] } {
  const { bones, m, scale } = frame;
  const g = scale * frame.thick;
  const parts: Part[] = [
    {
      solid: loft(bones.pelvis.at, bones.pelvis.turn, trunkStations(frame, 0), 2.3),
      seam: 0.01,
      holds: trunkHolds(frame),
    },
    ...neck(frame),
  ];
  for (const side of SIDES) {
    const out = outward(side);
    const bone = (name: Parameters<typeof boneOf>[1]) => bones[boneOf(side, name)];
    const { at, turn } = bone('upperArm');
    const chest = bones.chest.turn;
    const inner = bones.chest.at.clone().add(v(out * 0.05 * scale, m.neckUp - m.chestUp - 0.005, -0.02));
    parts.push(
      part(
        boneOf(side, 'clavicle'),
        rod(
          v(0, 0, 0),
          new Quaternion(),
          inner,
          at.clone().add(v(-out * 0.01, 0.008, -0.008)),
          0.038 * scale,
          0.043 * scale,
        ),
        0.05,
      ),
    );
    parts.push(
      part(
        helper(side, 'ShoulderHalf'),
        ellipsoid(at, turn, v(0, 0, 0), v(0.046, 0.042, 0.05).multiplyScalar(g)),
        0.03,
      ),
    );
    parts.push(part(boneOf(side, 'upperArm'), loft(at, turn, along(upperArmRows, m.upperArm, g)), 0.03));
    parts.push(...chestMuscle(frame, out, chest));
    parts.push(...lowerArm(frame, side));
    const hip = bone('thigh');
    parts.push(
      part(
        helper(side, 'HipHalf'),
        ellipsoid(hip.at, hip.turn, v(0, 0, -0.005), v(0.084, 0.08, 0.088).multiplyScalar(g)),
        0.03,
      ),
    );
    parts.push(part(boneOf(side, 'thigh'), loft(hip.at, hip.turn, along(thighRows, m.thigh, g)), 0.035));
    const knee = bone('shank');
    parts.push(
      part(
        helper(side, 'KneeHalf'),
        ellipsoid(knee.at, knee.turn, v(0, 0, 0.003), v(0.047, 0.047, 0.051).multiplyScalar(g)),
        0.012,
      ),
    );
    parts.push(part(boneOf(side, 'shank'), loft(knee.at, knee.turn, along(shankRows, m.shank, g)), 0.02));
    const foot = bone('foot');
    parts.push(
      part(
        boneOf(side, 'foot'),
        rod(foot.at, foot.turn, v(0, 0.02, 0), v(0, -0.03, 0.03), 0.035 * scale, 0.03 * scale),
        0.02,
      ),
    );
  }
  return { parts };
}

function neck({ bones, m, scale }: Frame): Part[] {
  const base = bones.neck.at.clone().add(v(0, -0.03 * scale, -0.005));
  const top = m.neck + 0.07 * scale;
  const rows: Station[] = [
    [0, 0.058, 0.055, 0.056],
    [0.35, 0.05, 0.05, 0.052],
    [1, 0.046, 0.046, 0.053, 0, 0.012],
  ];
  return [part('neck', loft(base, bones.neck.turn, along(rows, top, scale)), 0.04)];
}

function chestMuscle({ bones, m, body, g }: Frame & { g?: number }, out: 1 | -1, turn: Quaternion): Part[] {
  const width = body.bust > 0.3 ? 0.062 : 0.075;
  const at = v(out * 0.07 * body.shoulderWidth, m.shoulderUp - m.chestUp - 0.1, 0.056 + 0.016 * body.bust);
  const radii = v(width, 0.058, 0.03 + 0.022 * body.bust).multiplyScalar((g ?? 1) * (body.heightM / 1.7));
  return [part('chest', ellipsoid(bones.chest.at, turn, at, radii), 0.035)];
}
