import { Color, MeshLambertMaterial } from 'three';
import { soleHeight } from '../mesh/shoes.ts';
import type { Studio } from './studio.ts';

/** A matt material that chooses skin, shirt, trousers, shoe or hair per pixel, so that hems are sharp on a coarse mesh, and paints mouth and soles. `toHead` turns a height in metres at rest into the mesh's face coordinate. */
export function createFigureMaterial(studio: Studio, toHead: (heightM: number) => number): MeshLambertMaterial {
  const { clothes } = studio;
  const shoes = clothes.shoes ? clothes.shoeColour : studio.skin;
  const colours = [clothes.shirt, clothes.bottoms, shoes, studio.hair.colour].map((c) => new Color(c));
  const material = new MeshLambertMaterial({ color: studio.skin });
  material.onBeforeCompile = (shader) => {
    shader.uniforms.layerColours = { value: colours };
    shader.uniforms.soleTop = { value: clothes.shoes ? toHead(soleHeight(studio.body.heightM)) : -99 };
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', `#include <common>\n${VERTEX_HEAD}`)
      .replace('#include <begin_vertex>', '#include <begin_vertex>\nvLayers = layers;\nvFace = face;');
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', `#include <common>\n${FRAGMENT_HEAD}`)
      .replace('#include <color_fragment>', FRAGMENT_COLOUR);
  };
  return material;
}

const VERTEX_HEAD = `
attribute vec4 layers;
attribute vec4 face;
varying vec4 vLayers;
varying vec4 vFace;`;

/** Lips around a line that curves up a little at its ends; coordinates are shares of the head's height. */
const FRAGMENT_HEAD = `
varying vec4 vLayers;
varying vec4 vFace;
uniform vec3 layerColours[4];
uniform float soleTop;
vec3 complexion(vec3 skin, vec3 at) {
  float across = at.x / 0.1;
  float within = 1.0 - across * across;
  float line = 0.118 + 0.019 * across * across;
  float bow = 0.032 - 0.009 * exp(-across * across * 18.0);
  float upper = smoothstep(-0.004, 0.004, line + bow * within - at.y) * step(line, at.y);
  float lower = smoothstep(-0.004, 0.004, at.y - line + 0.037 * within) * step(at.y, line);
  float lips = (upper + lower) * step(0.0, within);
  float mouth = smoothstep(0.0065, 0.002, abs(at.y - line)) * smoothstep(0.0, 0.2, within);
  vec2 cheek = vec2((abs(at.x) - 0.19) / 0.09, (at.y - 0.25) / 0.08);
  vec3 tone = mix(skin, skin * vec3(1.02, 0.86, 0.85), exp(-dot(cheek, cheek)));
  tone = mix(tone, skin * vec3(0.86, 0.6, 0.6), lips * 0.85);
  return mix(tone, skin * vec3(0.42, 0.25, 0.25), mouth);
}`;

const FRAGMENT_COLOUR = `
float nearest = 0.0;
vec3 seen = diffuseColor.rgb;
if (vFace.z > 0.2 && vFace.y > -0.1) seen = complexion(seen, vFace.xyz);
for (int i = 0; i < 4; i++) {
  if (vLayers[i] < nearest) {
    nearest = vLayers[i];
    seen = i == 2 && vFace.y < soleTop ? vec3(0.19, 0.2, 0.22) : layerColours[i];
  }
}
diffuseColor.rgb = seen * vFace.w;`;
