import { Matrix4, type Quaternion, Vector3 } from 'three';

/** A closed shape as a signed distance in metres: negative inside. Exact at the surface, near enough elsewhere. */
export interface Solid {
  distance(x: number, y: number, z: number): number;
  /** A sphere around it, so that far shapes are skipped. */
  centre: Vector3;
  radius: number;
}

/** A cross-section of a loft at `t` metres up its axis: half width, depth ahead and behind, and the shift of its centre. */
export type Station = readonly [
  t: number,
  half: number,
  ahead: number,
  behind: number,
  shiftX?: number,
  shiftZ?: number,
];

/** A body part whose cross-section changes smoothly along the y axis of a bone, with rounded ends. */
export function loft(at: Vector3, turn: Quaternion, stations: readonly Station[], squareness = 2): Solid {
  const inverse = new Matrix4().compose(at, turn, new Vector3(1, 1, 1)).invert().elements;
  const table = tabulate(stations);
  const t0 = stations[0]![0];
  const t1 = stations.at(-1)![0];
  const widest = Math.max(
    ...stations.map((s) => Math.max(s[1] + Math.abs(s[4] ?? 0), s[2], s[3]) + Math.abs(s[5] ?? 0)),
  );
  const centre = new Vector3(0, (t0 + t1) / 2, 0).applyQuaternion(turn).add(at);
  const distance = (x: number, y: number, z: number): number => {
    const lx = inverse[0] * x + inverse[4] * y + inverse[8] * z + inverse[12];
    const ly = inverse[1] * x + inverse[5] * y + inverse[9] * z + inverse[13];
    const lz = inverse[2] * x + inverse[6] * y + inverse[10] * z + inverse[14];
    const t = Math.max(t0, Math.min(t1, ly));
    const f = ((t - t0) / (t1 - t0)) * (SAMPLES - 1);
    const i = Math.min(SAMPLES - 2, f | 0);
    const g = f - i;
    const o = i * 5;
    const half = table[o]! + (table[o + 5]! - table[o]!) * g;
    const ahead = table[o + 1]! + (table[o + 6]! - table[o + 1]!) * g;
    const behind = table[o + 2]! + (table[o + 7]! - table[o + 2]!) * g;
    const dx = Math.abs(lx - (table[o + 3]! + (table[o + 8]! - table[o + 3]!) * g)) / half;
    const z0 = lz - (table[o + 4]! + (table[o + 9]! - table[o + 4]!) * g);
    const dz = Math.abs(z0) / (z0 > 0 ? ahead : behind);
    const r = Math.min(half, (ahead + behind) / 2);
    const rho = squareness === 2 ? dx * dx + dz * dz : (dx ** squareness + dz ** squareness) ** (2 / squareness);
    const over = (ly - t) / r;
    return (Math.sqrt(rho + over * over) - 1) * r;
  };
  return { distance, centre, radius: Math.abs(t1 - t0) / 2 + widest };
}

const SAMPLES = 48;

/** The stations resampled evenly along the axis by a smooth curve through them. */
function tabulate(stations: readonly Station[]): Float64Array {
  const table = new Float64Array(SAMPLES * 5);
  const t0 = stations[0]![0];
  const t1 = stations.at(-1)![0];
  for (let i = 0; i < SAMPLES; i++) {
    const t = t0 + ((t1 - t0) * i) / (SAMPLES - 1);
    let k = 0;
    while (k < stations.length - 2 && stations[k + 1]![0] < t) k++;
    const g = (t - stations[k]![0]) / (stations[k + 1]![0] - stations[k]![0]);
    for (let c = 0; c < 5; c++) {
      const value = (n: number) => stations[Math.max(0, Math.min(stations.length - 1, n))]![c + 1] ?? 0;
      table[i * 5 + c] = curve(value(k - 1), value(k), value(k + 1), value(k + 2), g);
    }
  }
  return table;
}

function curve(a: number, b: number, c: number, d: number, g: number): number {
  return b + 0.5 * g * (c - a + g * (2 * a - 5 * b + 4 * c - d + g * (3 * (b - c) + d - a)));
}

/** An ellipsoid in the frame of a bone. */
export function ellipsoid(at: Vector3, turn: Quaternion, offset: Vector3, radii: Vector3): Solid {
  const centre = offset.clone().applyQuaternion(turn).add(at);
  const inverse = new Matrix4().compose(centre, turn, new Vector3(1, 1, 1)).invert().elements;
  const { x: rx, y: ry, z: rz } = radii;
  const distance = (x: number, y: number, z: number): number => {
    const lx = (inverse[0] * x + inverse[4] * y + inverse[8] * z + inverse[12]) / rx;
    const ly = (inverse[1] * x + inverse[5] * y + inverse[9] * z + inverse[13]) / ry;
    const lz = (inverse[2] * x + inverse[6] * y + inverse[10] * z + inverse[14]) / rz;
    const k0 = Math.sqrt(lx * lx + ly * ly + lz * lz);
    const k1 = Math.sqrt((lx / rx) ** 2 + (ly / ry) ** 2 + (lz / rz) ** 2);
    return k1 < 1e-9 ? -Math.min(rx, ry, rz) : (k0 * (k0 - 1)) / k1;
  };
  return { distance, centre, radius: Math.max(rx, ry, rz) };
}

/** A rod between two points of a bone's frame, thick `ra` at one end and `rb` at the other. */
export function rod(at: Vector3, turn: Quaternion, from: Vector3, to: Vector3, ra: number, rb: number): Solid {
  const a = from.clone().applyQuaternion(turn).add(at);
  const b = to.clone().applyQuaternion(turn).add(at);
  const axis = b.clone().sub(a);
  const square = axis.lengthSq();
  const distance = (x: number, y: number, z: number): number => {
    const px = x - a.x;
    const py = y - a.y;
    const pz = z - a.z;
    const h = Math.max(0, Math.min(1, (px * axis.x + py * axis.y + pz * axis.z) / square));
    const dx = px - axis.x * h;
    const dy = py - axis.y * h;
    const dz = pz - axis.z * h;
    return Math.sqrt(dx * dx + dy * dy + dz * dz) - (ra + (rb - ra) * h);
  };
  return { distance, centre: a.clone().add(b).multiplyScalar(0.5), radius: Math.sqrt(square) / 2 + Math.max(ra, rb) };
}

/** Union of two distances with a rounded seam about `k` metres wide. */
export function join(a: number, b: number, k: number): number {
  const h = k - Math.abs(a - b);
  return h > 0 ? Math.min(a, b) - (h * h) / (4 * k) : Math.min(a, b);
}

/** What is in `a` but not in `b`, with a rounded edge. */
export function carve(a: number, b: number, k: number): number {
  return -join(-a, b, k);
}
