import { Vector3 } from 'three';
import { headSize } from '../figure/truth-points.ts';
import { type Frame, part } from './frame.ts';
import type { Layer, Part } from './layer.ts';
import { ellipsoid, rod, type Solid } from './solids.ts';

export type HairStyle = 'short' | 'bob' | 'bun' | 'none';

const v = (x: number, y: number, z: number) => new Vector3(x, y, z);

function maker({ bones, body }: Frame) {
  const h = headSize(body.heightM);
  const { at, turn } = bones.head;
  const scaled = (p: Vector3) => p.clone().multiplyScalar(h);
  const egg = (c: Vector3, r: Vector3): Solid => ellipsoid(at, turn, scaled(c), scaled(r));
  const stick = (a: Vector3, b: Vector3, ra: number, rb: number): Solid =>
    rod(at, turn, scaled(a), scaled(b), ra * h, rb * h);
  return { h, egg, stick };
}

/** Skull, jaw, nose, lips, ears and the hollows of the eyes; sizes are shares of the head's height. */
export function headParts(frame: Frame): Part[] {
  const { h, egg, stick } = maker(frame);
  const parts: Part[] = [];
  const add = (solid: Solid, seam: number, carve = false) => parts.push({ ...part('head', solid, seam * h), carve });
  const pair = (make: (out: number) => Solid, seam: number, carve = false) => {
    for (const out of [1, -1]) add(make(out), seam, carve);
  };
  add(egg(v(0, 0.565, 0.01), v(0.335, 0.36, 0.41)), 0.12);
  add(egg(v(0, 0.24, 0.13), v(0.265, 0.3, 0.27)), 0.14);
  add(egg(v(0, 0.02, 0.26), v(0.13, 0.09, 0.115)), 0.14);
  pair((out) => egg(v(out * 0.17, 0.27, 0.23), v(0.1, 0.11, 0.12)), 0.1);
  add(stick(v(-0.14, 0.505, 0.345), v(0.14, 0.505, 0.345), 0.055, 0.055), 0.08);
  pair((out) => egg(v(out * 0.146, 0.43, 0.435), v(0.085, 0.05, 0.075)), 0.06, true);
  add(stick(v(0, 0.46, 0.375), v(0, 0.285, 0.465), 0.032, 0.05), 0.05);
  pair((out) => egg(v(out * 0.048, 0.258, 0.425), v(0.036, 0.034, 0.045)), 0.035);
  add(stick(v(-0.07, 0.138, 0.385), v(0.07, 0.138, 0.385), 0.018, 0.018), 0.03);
  add(stick(v(-0.055, 0.1, 0.38), v(0.055, 0.1, 0.38), 0.024, 0.024), 0.03);
  pair((out) => egg(v(out * 0.342, 0.37, -0.03), v(0.035, 0.105, 0.065)), 0.03);
  pair((out) => egg(v(out * 0.368, 0.385, -0.005), v(0.018, 0.055, 0.03)), 0.015, true);
  return parts;
}

/** The hair as a shell over the skull, left open for face, ears and neck. */
export function hairLayer(frame: Frame, style: HairStyle): Layer {
  const { h, egg, stick } = maker(frame);
  if (style === 'none') return { parts: [] };
  const parts: Part[] = [];
  const add = (solid: Solid, seam: number, carve = false) => parts.push({ ...part('head', solid, seam * h), carve });
  const long = style === 'bob';
  add(egg(v(0, 0.6, -0.005), v(0.37, 0.385, 0.44)), 0.1);
  add(egg(v(0, 0.4, -0.12), v(0.345, 0.33, 0.3)), 0.1);
  if (long) add(egg(v(0, 0.27, -0.08), v(0.4, 0.42, 0.33)), 0.14);
  if (style === 'bun') add(egg(v(0, 0.74, -0.46), v(0.15, 0.14, 0.14)), 0.04);
  add(egg(v(0, 0.3, 0.5), v(0.3, 0.465, 0.42)), 0.09, true);
  add(egg(v(0, 0.2, 0.32), v(0.5, 0.36, 0.24)), 0.08, true);
  if (!long) {
    add(stick(v(-0.6, 0.33, 0.02), v(0.6, 0.33, 0.02), 0.13, 0.13), 0.03, true);
    add(egg(v(0, -0.06, -0.2), v(0.6, 0.23, 0.6)), 0.04, true);
  } else add(egg(v(0, -0.25, 0), v(0.7, 0.28, 0.7)), 0.03, true);
  return { parts };
}
