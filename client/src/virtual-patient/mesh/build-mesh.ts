import { type Body, measure } from '../figure/body.ts';
import type { Bone, Bones } from '../figure/bones.ts';
import { headSize } from '../figure/truth-points.ts';
import { bodyLayer } from './anatomy.ts';
import { type Cut, shirtLayer, trouserLayer } from './clothing.ts';
import type { Frame } from './frame.ts';
import { type HairStyle, hairLayer, headParts } from './head.ts';
import { boneDistances, createNeighbourhood, type Layer, layerDistance } from './layer.ts';
import { shoeLayer } from './shoes.ts';
import { restBones, skinBones, skinIndex } from './skin-bones.ts';
import { join } from './solids.ts';
import { type Field, gridLines, type Surface, surfaceNets } from './surface.ts';

/** One closed mesh of the whole figure in its rest pose, with what its material and its bones need. */
export interface FigureMesh extends Surface {
  /** Four bones per vertex and their weights. */
  skinIndices: Uint16Array;
  skinWeights: Float32Array;
  /** Per vertex how far shirt, trousers, shoes and hair lie outside the skin, in metres: the lowest below 0 is what is seen. */
  layers: Float32Array;
  /** Per vertex its place on the head in shares of the head's height from the head's joint, and how open it lies (1) or how deep in a fold. */
  face: Float32Array;
  rest: Bones;
}

export interface Figure {
  body: Body;
  cut: Cut;
  hair: HairStyle;
}

/** Fineness of the mesh: metres between grid lines on the body, and on head, hands and feet. */
export interface Fineness {
  coarse: number;
  fine: number;
}

/** Builds the mesh from rounded solids; takes about a second. */
export function buildMesh(figure: Figure, fineness: Fineness): FigureMesh {
  const m = measure(figure.body);
  const rest = restBones(m);
  const scale = figure.body.heightM / 1.7;
  const frame: Frame = { bones: rest, m, body: figure.body, scale, thick: figure.body.girth };
  const body = bodyLayer(frame);
  const skin: Layer = { parts: [...body.parts, ...headParts(frame)] };
  const covers = [
    shirtLayer(frame, figure.cut),
    trouserLayer(frame, figure.cut),
    shoeLayer(frame),
    hairLayer(frame, figure.hair),
  ];
  const near = createNeighbourhood([skin, ...covers]);
  const field: Field = (x, y, z) => {
    const layers = near(x, y, z);
    let d = layerDistance(layers[0]!, x, y, z);
    for (let i = 1; i < layers.length; i++) {
      const layer = layers[i]!;
      if (layer.parts.length > 0) d = join(d, layerDistance(layer, x, y, z), 0.004);
    }
    return d;
  };
  const surface = surfaceNets(field, ...grid(rest, m.hand, headSize(figure.body.heightM), fineness));
  return { ...surface, ...dress(surface, field, near, rest.head, headSize(figure.body.heightM)), rest };
}

function grid(rest: Bones, hand: number, head: number, { coarse, fine }: Fineness) {
  const wrist = rest.leftHand.at;
  const reachX = wrist.x + hand + 0.08;
  const handX = [wrist.x - 0.01, wrist.x + hand + 0.07] as const;
  const xs = gridLines(-reachX, reachX, coarse, [
    { from: -handX[1], to: -handX[0], step: fine },
    { from: -head * 0.42, to: head * 0.42, step: fine },
    { from: handX[0], to: handX[1], step: fine },
  ]);
  const chin = rest.head.at.y - head * 0.15;
  const top = rest.head.at.y + head * 1.08;
  const ys = gridLines(-0.02, top, coarse, [
    { from: -0.02, to: 0.1, step: fine * 1.4 },
    { from: wrist.y - hand - 0.03, to: wrist.y + 0.03, step: fine },
    { from: chin, to: top, step: fine },
  ]);
  const zs = gridLines(-0.24, 0.26, coarse, [
    { from: -0.03, to: 0.04, step: fine * 1.2 },
    { from: 0.04, to: head * 0.55, step: fine * 1.2 },
  ]);
  return [xs, ys, zs] as const;
}

const BLEND = 0.023;

function dress(surface: Surface, field: Field, near: ReturnType<typeof createNeighbourhood>, head: Bone, size: number) {
  const count = surface.positions.length / 3;
  const skinIndices = new Uint16Array(count * 4);
  const skinWeights = new Float32Array(count * 4);
  const layers = new Float32Array(count * 4);
  const face = new Float32Array(count * 4);
  for (let i = 0; i < count; i++) {
    const [x, y, z] = [surface.positions[i * 3]!, surface.positions[i * 3 + 1]!, surface.positions[i * 3 + 2]!];
    const n = surface.normals.subarray(i * 3, i * 3 + 3);
    const [skin, ...covers] = near(x, y, z);
    const bare = layerDistance(skin!, x, y, z);
    covers.forEach((layer, c) => {
      layers[i * 4 + c] = layer.parts.length > 0 ? layerDistance(layer, x, y, z) - bare : 1;
    });
    weigh(boneDistances(near(x, y, z), skinBones.length, x, y, z), x, skinIndices, skinWeights, i * 4);
    const open = (h: number) => Math.min(1, Math.max(0, field(x + n[0]! * h, y + n[1]! * h, z + n[2]! * h) / h));
    const shade = 0.62 + 0.38 * (0.5 * open(0.025) + 0.5 * open(0.09));
    face.set([(x - head.at.x) / size, (y - head.at.y) / size, (z - head.at.z) / size, shade], i * 4);
  }
  return { skinIndices, skinWeights, layers, face };
}

const middleBones = new Set((['pelvis', 'lumbar', 'chest', 'neck', 'head'] as const).map(skinIndex));

/** The four nearest bones, weighted so that the change over a joint is about as wide as the limb is thick. */
function weigh(distances: Float64Array, x: number, indices: Uint16Array, weights: Float32Array, at: number): void {
  const near = [...distances.keys()]
    .filter((b) => middleBones.has(b) || skinBones[b]!.startsWith(x >= 0 ? 'left' : 'right') || Math.abs(x) < 0.03)
    .sort((a, b) => distances[a]! - distances[b]!)
    .slice(0, 4);
  const least = distances[near[0]!]!;
  const raw = near.map((b) => Math.exp(-(((distances[b]! - least) / BLEND) ** 2)));
  const total = raw.reduce((a, b) => a + b, 0);
  near.forEach((bone, k) => {
    indices[at + k] = bone;
    weights[at + k] = raw[k]! / total;
  });
}
