import { Bone, BufferAttribute, BufferGeometry, Group, Matrix4, Skeleton, SkinnedMesh } from 'three';
import type { SolvedPose } from '../figure/solve-pose.ts';
import { headSize } from '../figure/truth-points.ts';
import { buildMesh, type FigureMesh, type Fineness } from '../mesh/build-mesh.ts';
import { skinBones, skinTransforms } from '../mesh/skin-bones.ts';
import { faceObjects } from './face.ts';
import { createFigureMaterial } from './figure-material.ts';
import type { Studio } from './studio.ts';

/** The figure as a three.js object that takes solved poses. */
export interface FigureObject {
  object: Group;
  show(pose: SolvedPose): void;
  dispose(): void;
}

export function createFigure(studio: Studio, fineness: Fineness): FigureObject {
  const mesh = buildMesh({ body: studio.body, cut: studio.clothes, hair: studio.hair.style }, fineness);
  const material = createFigureMaterial(studio, (y) => (y - mesh.rest.head.at.y) / headSize(studio.body.heightM));
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
  geometry.setAttribute('face', new BufferAttribute(mesh.face, 4));
  geometry.setAttribute('layers', new BufferAttribute(mesh.layers, 4));
  geometry.setAttribute('skinIndex', new BufferAttribute(mesh.skinIndices, 4));
  geometry.setAttribute('skinWeight', new BufferAttribute(mesh.skinWeights, 4));
  geometry.setIndex(new BufferAttribute(mesh.indices, 1));
  return geometry;
}
