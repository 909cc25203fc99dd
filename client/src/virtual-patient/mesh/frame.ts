import type { Body, Measures } from '../figure/body.ts';
import type { Bones } from '../figure/bones.ts';
import type { Part } from './layer.ts';
import { type SkinBone, skinIndex } from './skin-bones.ts';
import type { Solid, Station } from './solids.ts';

/** What the shapes are built from: the skeleton at rest, lengths, and the scale of thickness in metres per 1.7 m of height. */
export interface Frame {
  bones: Bones;
  m: Measures;
  body: Body;
  /** Scale of lengths against a height of 1.7 m. */
  scale: number;
  /** Scale of thickness. */
  thick: number;
}

/** A part that follows one bone. */
export function part(bone: SkinBone, solid: Solid, seam: number): Part {
  return { solid, seam, holds: [{ bone: skinIndex(bone) }] };
}

/** The halfway bone of a joint. */
export function helper(
  side: 'left' | 'right',
  name: 'ShoulderHalf' | 'ElbowHalf' | 'ForearmTwist' | 'HipHalf' | 'KneeHalf',
): SkinBone {
  return `${side}${name}`;
}

/** Rows given as shares of a bone's length, as stations in metres. */
export function along(rows: readonly Station[], length: number, thick: number, extra = 0): Station[] {
  return rows.map(([t, half, ahead, behind, x, z]) => [
    t * length,
    half * thick + extra,
    ahead * thick + extra,
    behind * thick + extra,
    x ?? 0,
    z ?? 0,
  ]);
}
