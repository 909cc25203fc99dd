import { Vector3 } from 'three';
import { boneOf } from '../figure/bones.ts';
import { SIDES } from '../figure/pose-spec.ts';
import { shankRows, thighRows, trunkHolds, trunkStations, upperArmRows } from './anatomy.ts';
import { along, type Frame, helper, part } from './frame.ts';
import type { Layer, Part } from './layer.ts';
import { carve, ellipsoid, join, loft, rod, type Station } from './solids.ts';

export interface Cut {
  /** Share of the upper arm that the sleeve covers: 0.15 a vest, 0.6 a T-shirt, 1.9 long. */
  sleeve: number;
  trousers: 'long' | 'shorts';
  shoes: boolean;
}

const v = (x: number, y: number, z: number) => new Vector3(x, y, z);

/** Rows of a bone from the top down to `share` of its length, wider by `flare` at the hem. */
function upTo(rows: readonly Station[], share: number, flare: number): Station[] {
  const kept = rows.filter(([t]) => t > -share + 0.05);
  const widest = kept[0]!;
  return [[-share, widest[1] + flare, widest[2] + flare, widest[3] + flare], ...kept];
}

/** A shirt with a round collar, open at the hem over the hips. */
export function shirtLayer(frame: Frame, cut: Cut): Layer {
  const { bones, m, scale } = frame;
  const g = scale * frame.thick;
  const extra = 0.013 * scale;
  const stations = trunkStations(frame, extra)
    .filter(([t]) => t > -0.02)
    .map(([t, half, ahead, behind, x, z]): Station => {
      const clear = 0.02 * scale * hang(t);
      return [t, half + clear * 1.3, ahead + clear, behind + clear * 0.6, x ?? 0, z ?? 0];
    });
  const parts: Part[] = [
    { solid: loft(bones.pelvis.at, bones.pelvis.turn, stations, 2.6), seam: 0.01, holds: trunkHolds(frame) },
  ];
  for (const side of SIDES) {
    const out = side === 'left' ? 1 : -1;
    const { at, turn } = bones[boneOf(side, 'upperArm')];
    const inner = bones.chest.at.clone().add(v(out * 0.05 * scale, m.neckUp - m.chestUp - 0.005, -0.02));
    const identity = turn.clone().identity();
    const yoke = rod(
      v(0, 0, 0),
      identity,
      inner,
      at.clone().add(v(-out * 0.01, 0.008, -0.008)),
      0.047 * scale,
      0.053 * scale,
    );
    parts.push(part(boneOf(side, 'clavicle'), yoke, 0.05));
    const ball = ellipsoid(at, turn, v(0, 0, 0), v(0.053, 0.049, 0.057).multiplyScalar(g));
    parts.push(part(helper(side, 'ShoulderHalf'), ball, 0.035));
    const rows = cut.sleeve < 1 ? upTo(upperArmRows, cut.sleeve, 0.006) : upperArmRows;
    parts.push(part(boneOf(side, 'upperArm'), loft(at, turn, along(rows, m.upperArm, g, extra * 0.75)), 0.04));
    if (cut.sleeve > 1) parts.push(...lowerSleeve(frame, side, Math.min(0.95, cut.sleeve - 1)));
    const chest = v(out * 0.07, m.shoulderUp - m.chestUp - 0.1, 0.058 + 0.016 * frame.body.bust);
    const fullness = v(0.08, 0.07, 0.042 + 0.024 * frame.body.bust).multiplyScalar(g);
    parts.push(part('chest', ellipsoid(bones.chest.at, bones.chest.turn, chest, fullness), 0.05));
  }
  const collar = ellipsoid(
    bones.neck.at,
    bones.neck.turn,
    v(0, 0.018, 0.02),
    v(0.088, 0.055, 0.088).multiplyScalar(scale),
  );
  const hem = bones.pelvis.at.y + 0.005 * scale;
  const sleeves = cut.sleeve > 1 ? [] : SIDES.map((side) => sleeveEnd(frame, side, cut.sleeve));
  return {
    parts,
    cut: (d, x, y, z) => {
      let e = softMax(carve(d, collar.distance(x, y, z), 0.022), hem - y, 0.012);
      for (const end of sleeves) e = softMax(e, end(x, y, z), 0.012);
      return e;
    },
  };
}

/** Where both conditions hold, with a rounded edge `k` metres wide. */
function softMax(a: number, b: number, k: number): number {
  return -join(-a, -b, k);
}

/** How much the shirt hangs clear of the hips: 1 at the hem, 0 at the waist. */
function hang(t: number): number {
  return Math.max(0, Math.min(1, (0.14 - t) / 0.14));
}

/** The sleeve below the elbow, down to `share` of the forearm. */
function lowerSleeve({ bones, m, scale, thick }: Frame, side: 'left' | 'right', share: number): Part[] {
  const { at, turn } = bones[boneOf(side, 'forearm')];
  const g = scale * (0.5 + 0.5 * thick);
  const rows: Station[] = [
    [-share, 0.034, 0.034, 0.034],
    [-share * 0.5, 0.042, 0.041, 0.04],
    [0, 0.044, 0.045, 0.045],
  ];
  return [
    part(helper(side, 'ElbowHalf'), ellipsoid(at, turn, v(0, 0, 0), v(0.042, 0.042, 0.044).multiplyScalar(g)), 0.012),
    part(boneOf(side, 'forearm'), loft(at, turn, along(rows, m.forearm, g)), 0.015),
  ];
}

/** Beyond the end of a sleeve (positive), along the arm and near it only. */
function sleeveEnd({ bones, m, scale }: Frame, side: 'left' | 'right', share: number) {
  const { at, turn } = bones[boneOf(side, 'upperArm')];
  const down = v(0, -1, 0).applyQuaternion(turn);
  const end = share * m.upperArm;
  return (x: number, y: number, z: number) => {
    const [dx, dy, dz] = [x - at.x, y - at.y, z - at.z];
    const t = dx * down.x + dy * down.y + dz * down.z;
    const beside = Math.sqrt(Math.max(0, dx * dx + dy * dy + dz * dz - t * t));
    return beside > 0.1 * scale ? -1 : t - end;
  };
}

/** Trousers to the ankle or shorts to above the knee. */
export function trouserLayer(frame: Frame, cut: Cut): Layer {
  const { bones, m, scale } = frame;
  const g = scale * frame.thick;
  const extra = 0.007 * scale;
  const waist = trunkStations(frame, extra).filter(([t]) => t < 0.15);
  const parts: Part[] = [
    { solid: loft(bones.pelvis.at, bones.pelvis.turn, waist, 2.3), seam: 0.01, holds: trunkHolds(frame) },
  ];
  const long = cut.trousers === 'long';
  for (const side of SIDES) {
    const hip = bones[boneOf(side, 'thigh')];
    const knee = bones[boneOf(side, 'shank')];
    const ball = ellipsoid(hip.at, hip.turn, v(0, 0, -0.005), v(0.092, 0.088, 0.097).multiplyScalar(g));
    parts.push(part(helper(side, 'HipHalf'), ball, 0.03));
    const rows = long ? thighRows : upTo(thighRows, 0.74, 0.012);
    parts.push(part(boneOf(side, 'thigh'), loft(hip.at, hip.turn, along(rows, m.thigh, g, extra)), 0.035));
    if (!long) continue;
    const kneecap = ellipsoid(knee.at, knee.turn, v(0, 0, 0.002), v(0.05, 0.05, 0.054).multiplyScalar(g));
    parts.push(part(helper(side, 'KneeHalf'), kneecap, 0.015));
    const leg = shankRows.map(
      ([t, a, b, c]): Station => (t < -0.5 ? [t * 0.96, 0.047, 0.044, Math.max(0.058, c + 0.003)] : [t, a, b, c]),
    );
    parts.push(part(boneOf(side, 'shank'), loft(knee.at, knee.turn, along(leg, m.shank, g, extra)), 0.025));
  }
  const floor = long ? m.ankleHeight * 0.82 : Number.NEGATIVE_INFINITY;
  const hems = long ? [] : SIDES.map((side) => shortsHem(frame, side));
  return {
    parts,
    cut: (d, x, y, z) => {
      let e = softMax(d, floor - y, 0.012);
      for (const hem of hems) e = softMax(e, hem(x, y, z), 0.012);
      return e;
    },
  };
}

function shortsHem({ bones, m }: Frame, side: 'left' | 'right') {
  const { at, turn } = bones[boneOf(side, 'thigh')];
  const down = v(0, -1, 0).applyQuaternion(turn);
  const out = side === 'left' ? 1 : -1;
  const end = 0.72 * m.thigh;
  return (x: number, y: number, z: number) =>
    x * out < 0 ? -1 : (x - at.x) * down.x + (y - at.y) * down.y + (z - at.z) * down.z - end;
}
