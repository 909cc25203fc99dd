import {
  Bone,
  BufferAttribute,
  BufferGeometry,
  Color,
  Group,
  Matrix4,
  MeshLambertMaterial,
  Skeleton,
  SkinnedMesh,
} from 'three';
import type { SolvedPose } from '../figure/solve-pose.ts';
import { buildMesh, type FigureMesh, type Fineness } from '../mesh/build-mesh.ts';
import { skinBones, skinTransforms } from '../mesh/skin-bones.ts';
import { faceObjects } from './face.ts';
import type { Studio } from './studio.ts';

/** The figure as a three.js object that takes solved poses. */
export interface FigureObject {
  object: Group;
  show(pose: SolvedPose): void;
  dispose(): void;
}

export function createFigure(studio: Studio, fineness: Fineness): FigureObject {
  const mesh = buildMesh({ body: studio.body, cut: studio.clothes, hair: studio.hair.style }, fineness);
  const material = figureMaterial(studio);
  const skinned = new SkinnedMesh(toGeometry(mesh), material);
  const bones = skinBones.map((name) => {
    const bone = new Bone();
    bone.name = name;
    bone.matrixAutoUpdate = false;
    return bone;
  });
  skinned.bind(
    new Skeleton(
      bones,
      bones.map(() => new Matrix4()),
    ),
    new Matrix4(),
  );
  skinned.frustumCulled = false;
  skinned.castShadow = true;
  skinned.receiveShadow = true;
  const face = faceObjects(studio);
  const object = new Group();
  object.add(skinned, face.object, ...bones);
  const matrices = bones.map((bone) => bone.matrix);
  return {
    object,
    show(pose) {
      skinTransforms(pose.bones, pose.angles, mesh.rest, matrices);
      for (const bone of bones) bone.matrixWorldNeedsUpdate = true;
      face.object.position.copy(pose.bones.head.at);
      face.object.quaternion.copy(pose.bones.head.turn);
    },
    dispose() {
      skinned.geometry.dispose();
      skinned.skeleton.dispose();
      material.dispose();
      face.dispose();
    },
  };
}

function toGeometry(mesh: FigureMesh): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(mesh.positions, 3));
  geometry.setAttribute('normal', new BufferAttribute(mesh.normals, 3));
  geometry.setAttribute('color', new BufferAttribute(mesh.tint, 3));
  geometry.setAttribute('layers', new BufferAttribute(mesh.layers, 4));
  geometry.setAttribute('skinIndex', new BufferAttribute(mesh.skinIndices, 4));
  geometry.setAttribute('skinWeight', new BufferAttribute(mesh.skinWeights, 4));
  geometry.setIndex(new BufferAttribute(mesh.indices, 1));
  return geometry;
}

/** A matt material that chooses skin, shirt, trousers, shoe or hair per pixel, so that hems are sharp on a coarse mesh. */
function figureMaterial(studio: Studio): MeshLambertMaterial {
  const { clothes } = studio;
  const colours = [
    clothes.shirt,
    clothes.bottoms,
    clothes.shoes ? clothes.shoeColour : studio.skin,
    studio.hair.colour,
  ];
  const material = new MeshLambertMaterial({ color: studio.skin, vertexColors: true });
  material.onBeforeCompile = (shader) => {
    shader.uniforms.layerColours = { value: colours.map((c) => new Color(c)) };
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', '#include <common>\nattribute vec4 layers;\nvarying vec4 vLayers;')
      .replace('#include <begin_vertex>', '#include <begin_vertex>\nvLayers = layers;');
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', '#include <common>\nvarying vec4 vLayers;\nuniform vec3 layerColours[4];')
      .replace('#include <color_fragment>', LAYER_FRAGMENT);
  };
  return material;
}

const LAYER_FRAGMENT = `
vec3 bare = diffuseColor.rgb;
vec3 tint = vColor.rgb;
float shade = tint.r;
float nearest = 0.0;
for (int i = 0; i < 4; i++) {
  if (vLayers[i] < nearest) {
    nearest = vLayers[i];
    bare = layerColours[i];
    tint = vec3(shade);
  }
}
diffuseColor.rgb = bare * tint;
`;
