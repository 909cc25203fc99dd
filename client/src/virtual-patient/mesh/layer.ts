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
  parts: Part[];
  /** Cuts the whole layer, such as a collar; receives the distance so far. */
  cut?: (d: number, x: number, y: number, z: number) => number;
}

const FAR = 1e3;

/** Signed distance of a layer in metres. */
export function layerDistance(layer: Layer, x: number, y: number, z: number): number {
  let d = FAR;
  for (const { solid, seam, carve: hollow } of layer.parts) {
    const { centre } = solid;
    const least = Math.hypot(x - centre.x, y - centre.y, z - centre.z) - solid.radius;
    if (least > (hollow ? -d : d) + seam && least > seam) {
      if (!hollow && d === FAR) d = least + 0.02;
      continue;
    }
    const own = solid.distance(x, y, z);
    d = hollow ? carve(d, own, seam) : join(d, own, seam);
  }
  return layer.cut ? layer.cut(d, x, y, z) : d;
}

/** For each bone, the distance in metres to the nearest part that follows it. */
export function boneDistances(layers: readonly Layer[], count: number, x: number, y: number, z: number): Float64Array {
  const distances = new Float64Array(count).fill(FAR);
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
