/** A triangle mesh on the zero level of a distance field. */
export interface Surface {
  /** xyz per vertex, metres. */
  positions: Float32Array;
  normals: Float32Array;
  indices: Uint32Array;
}

export type Field = (x: number, y: number, z: number) => number;

/** Grid lines along one axis: `coarse` metres apart, finer inside the given ranges. */
export function gridLines(
  from: number,
  to: number,
  coarse: number,
  fine: readonly { from: number; to: number; step: number }[],
): Float64Array {
  const lines = [from];
  while (lines.at(-1)! < to) {
    const at = lines.at(-1)!;
    const near = fine.filter((f) => at >= f.from - 1e-9 && at < f.to).map((f) => f.step);
    const next = at + Math.min(coarse, ...near);
    const starts = fine.map((f) => f.from).filter((f) => f > at + 1e-9 && f < next - 1e-9);
    lines.push(starts.length > 0 ? Math.min(...starts) : next);
  }
  return Float64Array.from(lines);
}

const BLOCK = 6;

/** Surface nets over an uneven grid: one vertex per cell the surface passes, drawn onto the surface by its slope. */
export function surfaceNets(field: Field, xs: Float64Array, ys: Float64Array, zs: Float64Array): Surface {
  const values = sample(field, xs, ys, zs);
  const [nx, ny, nz] = [xs.length, ys.length, zs.length];
  const at = (i: number, j: number, k: number) => (k * ny + j) * nx + i;
  const vertexOf = new Map<number, number>();
  const positions: number[] = [];
  const vertex = (i: number, j: number, k: number): number => {
    const key = at(i, j, k);
    const known = vertexOf.get(key);
    if (known !== undefined) return known;
    const made = positions.length / 3;
    positions.push(...cellVertex(values, xs, ys, zs, i, j, k, at));
    vertexOf.set(key, made);
    return made;
  };
  const indices: number[] = [];
  const quad = (a: number, b: number, c: number, d: number, flip: boolean) =>
    flip ? indices.push(a, c, b, a, d, c) : indices.push(a, b, c, a, c, d);
  for (let k = 1; k < nz - 1; k++) {
    for (let j = 1; j < ny - 1; j++) {
      for (let i = 1; i < nx - 1; i++) {
        const v = values[at(i, j, k)]!;
        if (Number.isNaN(v)) continue;
        const inside = v < 0;
        const ahead = [values[at(i + 1, j, k)]!, values[at(i, j + 1, k)]!, values[at(i, j, k + 1)]!] as const;
        if (inside !== ahead[0] < 0)
          quad(vertex(i, j - 1, k - 1), vertex(i, j, k - 1), vertex(i, j, k), vertex(i, j - 1, k), !inside);
        if (inside !== ahead[1] < 0)
          quad(vertex(i - 1, j, k - 1), vertex(i - 1, j, k), vertex(i, j, k), vertex(i, j, k - 1), !inside);
        if (inside !== ahead[2] < 0)
          quad(vertex(i - 1, j - 1, k), vertex(i, j - 1, k), vertex(i, j, k), vertex(i - 1, j, k), !inside);
      }
    }
  }
  return settle(field, Float32Array.from(positions), Uint32Array.from(indices));
}

/** Values at the grid's corners; blocks far from the surface get a number of the right sign only. */
function sample(field: Field, xs: Float64Array, ys: Float64Array, zs: Float64Array): Float32Array {
  const [nx, ny, nz] = [xs.length, ys.length, zs.length];
  const values = new Float32Array(nx * ny * nz).fill(1);
  for (let k = 0; k < nz; k += BLOCK)
    for (let j = 0; j < ny; j += BLOCK)
      for (let i = 0; i < nx; i += BLOCK) {
        const [i1, j1, k1] = [Math.min(nx, i + BLOCK), Math.min(ny, j + BLOCK), Math.min(nz, k + BLOCK)];
        const mid = (a: Float64Array, p: number, q: number) =>
          [(a[p]! + a[q - 1]!) / 2, (a[q - 1]! - a[p]!) / 2] as const;
        const [x, rx] = mid(xs, i, i1);
        const [y, ry] = mid(ys, j, j1);
        const [z, rz] = mid(zs, k, k1);
        const d = field(x, y, z);
        const far = Math.abs(d) > Math.hypot(rx, ry, rz) * 1.5 + 0.02;
        for (let c = k; c < k1; c++)
          for (let b = j; b < j1; b++)
            for (let a = i; a < i1; a++) values[(c * ny + b) * nx + a] = far ? d : field(xs[a]!, ys[b]!, zs[c]!);
      }
  return values;
}

function cellVertex(
  values: Float32Array,
  xs: Float64Array,
  ys: Float64Array,
  zs: Float64Array,
  i: number,
  j: number,
  k: number,
  at: (i: number, j: number, k: number) => number,
): [number, number, number] {
  let [sx, sy, sz, n] = [0, 0, 0, 0];
  for (let edge = 0; edge < 12; edge++) {
    const axis = edge >> 2;
    const [u, v] = [edge & 1, (edge >> 1) & 1];
    const from = axis === 0 ? [0, u, v] : axis === 1 ? [u, 0, v] : [u, v, 0];
    const to = axis === 0 ? [1, u, v] : axis === 1 ? [u, 1, v] : [u, v, 1];
    const a = values[at(i + from[0]!, j + from[1]!, k + from[2]!)]!;
    const b = values[at(i + to[0]!, j + to[1]!, k + to[2]!)]!;
    if (a < 0 === b < 0) continue;
    const g = a / (a - b);
    sx += xs[i + from[0]!]! + (xs[i + to[0]!]! - xs[i + from[0]!]!) * g;
    sy += ys[j + from[1]!]! + (ys[j + to[1]!]! - ys[j + from[1]!]!) * g;
    sz += zs[k + from[2]!]! + (zs[k + to[2]!]! - zs[k + from[2]!]!) * g;
    n++;
  }
  if (n === 0) return [(xs[i]! + xs[i + 1]!) / 2, (ys[j]! + ys[j + 1]!) / 2, (zs[k]! + zs[k + 1]!) / 2];
  return [sx / n, sy / n, sz / n];
}

const STEP = 0.0015;

/** Draws every vertex onto the surface and gives it the field's slope as its normal. */
function settle(field: Field, positions: Float32Array, indices: Uint32Array): Surface {
  const normals = new Float32Array(positions.length);
  for (let i = 0; i < positions.length; i += 3) {
    let [x, y, z] = [positions[i]!, positions[i + 1]!, positions[i + 2]!];
    let [gx, gy, gz] = [0, 0, 0];
    for (let round = 0; round < 2; round++) {
      const d = field(x, y, z);
      gx = field(x + STEP, y, z) - field(x - STEP, y, z);
      gy = field(x, y + STEP, z) - field(x, y - STEP, z);
      gz = field(x, y, z + STEP) - field(x, y, z - STEP);
      const size = Math.hypot(gx, gy, gz) || 1;
      [gx, gy, gz] = [gx / size, gy / size, gz / size];
      if (round === 1) break;
      const move = Math.max(-0.004, Math.min(0.004, (d / Math.min(1, size / (2 * STEP) + 0.3)) * 0.9));
      [x, y, z] = [x - gx * move, y - gy * move, z - gz * move];
    }
    positions.set([x, y, z], i);
    normals.set([gx, gy, gz], i);
  }
  return { positions, normals, indices };
}
