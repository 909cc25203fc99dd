import { carve, join, type Solid } from './solids.ts';

/** Which bone a part of a layer follows; `far` adds to the distance where the part belongs to another bone. */
export interface Hold {
  bone: number;
  far?: (x: number, y: number, z: number) => number;
}

export interface Part {
  solid: Solid;
  /** Width of the seam with what was joined before, in metres. */
  seam: number;
  holds: readonly Hold[];
  carve?: boolean;
}

/** Skin, shirt, trousers, shoes or hair: parts joined smoothly, in order. */
export interface Layer {
  parts: readonly Part[];
  /** Cuts the whole layer, such as a collar; receives the distance so far. */
  cut?: (d: number, x: number, y: number, z: number) => number;
}

/** What is said of a place that no part of a layer is near, in metres. */
const NOTHING_NEAR = 0.16;

/** Signed distance of a layer in metres, at most `NOTHING_NEAR`. */
export function layerDistance(layer: Layer, x: number, y: number, z: number): number {
  let d = NOTHING_NEAR;
  for (const { solid, seam, carve: hollow } of layer.parts) {
    const own = solid.distance(x, y, z);
    d = hollow ? carve(d, own, seam) : join(d, own, seam);
  }
  return layer.cut ? layer.cut(d, x, y, z) : d;
}

/** For each bone, the distance in metres to the nearest part that follows it. */
export function boneDistances(layers: readonly Layer[], count: number, x: number, y: number, z: number): Float64Array {
  const distances = new Float64Array(count).fill(NOTHING_NEAR * 4);
  for (const layer of layers) {
    for (const part of layer.parts) {
      if (part.carve) continue;
      const d = part.solid.distance(x, y, z);
      for (const { bone, far } of part.holds) {
        distances[bone] = Math.min(distances[bone]!, d + (far?.(x, y, z) ?? 0));
      }
    }
  }
  return distances;
}

const CUBE = 0.1;
const HALF_DIAGONAL = (CUBE * Math.sqrt(3)) / 2;
const [NX, NY, NZ] = [30, 26, 10];

/** Looks up the layers with only those parts that matter at a place: most of the body is far from any one finger. */
export function createNeighbourhood(layers: readonly Layer[]): (x: number, y: number, z: number) => readonly Layer[] {
  const known = new Array<readonly Layer[] | undefined>(NX * NY * NZ);
  const index = (value: number, from: number, count: number) =>
    Math.max(0, Math.min(count - 1, Math.floor((value - from) / CUBE)));
  return (x, y, z) => {
    const i = index(x, -1.5, NX);
    const j = index(y, -0.2, NY);
    const k = index(z, -0.5, NZ);
    const at = (k * NY + j) * NX + i;
    const found = known[at];
    if (found) return found;
    const centre = [-1.5 + (i + 0.5) * CUBE, -0.2 + (j + 0.5) * CUBE, -0.5 + (k + 0.5) * CUBE] as const;
    const made = layers.map((layer) => ({
      ...layer,
      parts: layer.parts.filter(({ solid }) => isNear(solid, ...centre)),
    }));
    known[at] = made;
    return made;
  };
}

/** Distances of flat shapes are only right near their surface, hence the allowance. */
function isNear(solid: Solid, x: number, y: number, z: number): boolean {
  const sphere = Math.hypot(x - solid.centre.x, y - solid.centre.y, z - solid.centre.z) - solid.radius;
  const reach = HALF_DIAGONAL + NOTHING_NEAR;
  return sphere < reach && solid.distance(x, y, z) * 0.75 < reach;
}
