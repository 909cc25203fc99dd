import { expect, test } from 'vitest';
import { averageBody, type Body } from '../figure/body.ts';
import { buildMesh, type FigureMesh } from './build-mesh.ts';
import { skinBones } from './skin-bones.ts';

const build = (body: Body): FigureMesh =>
  buildMesh(
    { body, cut: { sleeve: 0.6, trousers: 'long', shoes: true }, hair: 'short' },
    { coarse: 0.022, fine: 0.013 },
  );

const bodies: [string, Body][] = [
  ['average', averageBody],
  ['tall and heavy', { ...averageBody, heightM: 1.92, girth: 1.35 }],
  ['small and slight', { ...averageBody, heightM: 1.5, girth: 0.85, bust: 1, hipWidth: 1.1 }],
];

test.each(bodies)('%s: one closed surface without gaps or loose pieces', (_name, body) => {
  const { indices, positions } = build(body);
  const edges = new Map<string, number>();
  const parent = Int32Array.from({ length: positions.length / 3 }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  for (let t = 0; t < indices.length; t += 3) {
    const corners = [indices[t]!, indices[t + 1]!, indices[t + 2]!] as const;
    for (const [a, b] of [
      [0, 1],
      [1, 2],
      [2, 0],
    ] as const) {
      const [p, q] = [corners[a], corners[b]];
      const key = p < q ? `${p},${q}` : `${q},${p}`;
      edges.set(key, (edges.get(key) ?? 0) + 1);
      parent[root(p)] = root(q);
    }
  }
  expect([...edges.values()].filter((n) => n % 2 === 1)).toHaveLength(0);
  expect(new Set([...parent.keys()].map(root)).size).toBe(1);
});

test('every vertex follows bones with weights that add up to one, none from the other side of the body', () => {
  const { skinIndices, skinWeights, positions } = build(averageBody);
  for (let v = 0; v < positions.length / 3; v++) {
    const weights = [...skinWeights.subarray(v * 4, v * 4 + 4)];
    expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 4);
    const x = positions[v * 3]!;
    if (Math.abs(x) < 0.05) continue;
    const other = x > 0 ? 'right' : 'left';
    for (const [k, weight] of weights.entries()) {
      if (weight > 0.01) expect(skinBones[skinIndices[v * 4 + k]!]!.startsWith(other)).toBe(false);
    }
  }
});

test('is as tall as the body, and stands on the floor', () => {
  for (const [, body] of bodies) {
    const { positions } = build(body);
    const heights = positions.filter((_, i) => i % 3 === 1);
    expect(Math.max(...heights)).toBeGreaterThan(body.heightM * 0.975);
    expect(Math.max(...heights)).toBeLessThan(body.heightM * 1.03);
    expect(Math.abs(Math.min(...heights))).toBeLessThan(0.012);
  }
});
