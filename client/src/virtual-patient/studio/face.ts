import {
  type BufferGeometry,
  CatmullRomCurve3,
  Color,
  Group,
  Mesh,
  MeshBasicMaterial,
  MeshLambertMaterial,
  SphereGeometry,
  TubeGeometry,
  Vector3,
} from 'three';
import { headSize } from '../figure/truth-points.ts';
import type { Studio } from './studio.ts';

/** Eyes, lids and brows, rigid on the head; the object's frame is the head's joint. */
export function faceObjects(studio: Studio) {
  const h = headSize(studio.body.heightM);
  const object = new Group();
  const made: { dispose(): void }[] = [];
  const add = (
    geometry: BufferGeometry,
    material: MeshLambertMaterial | MeshBasicMaterial,
    at: Vector3,
    turn = new Vector3(),
  ) => {
    const mesh = new Mesh(geometry, material);
    mesh.position.copy(at);
    mesh.rotation.set(turn.x, turn.y, turn.z);
    mesh.receiveShadow = true;
    object.add(mesh);
    made.push(geometry, material);
  };
  const matt = (colour: string | Color) => new MeshLambertMaterial({ color: colour });
  const lidColour = new Color(studio.skin).multiplyScalar(0.86);
  const browColour = new Color(studio.hair.style === 'none' ? '#4a3a30' : studio.hair.colour).lerp(
    new Color(studio.skin),
    0.15,
  );
  for (const out of [1, -1]) {
    const eye = new Vector3(out * 0.146 * h, 0.437 * h, 0.328 * h);
    const r = 0.062 * h;
    add(new SphereGeometry(r, 20, 14), matt('#f3efe9'), eye);
    add(
      new SphereGeometry(r * 1.015, 20, 6, 0, Math.PI * 2, 0, 0.58),
      matt('#4d3a2a'),
      eye,
      new Vector3(Math.PI / 2 + 0.02, 0, 0),
    );
    add(
      new SphereGeometry(r * 1.025, 16, 4, 0, Math.PI * 2, 0, 0.28),
      new MeshBasicMaterial({ color: '#120d0a' }),
      eye,
      new Vector3(Math.PI / 2 + 0.02, 0, 0),
    );
    add(
      new SphereGeometry(r * 1.07, 20, 10, 0, Math.PI * 2, 0, Math.PI / 2),
      matt(lidColour),
      eye,
      new Vector3(-0.2, 0, -out * 0.06),
    );
    add(
      new SphereGeometry(r * 1.05, 20, 10, 0, Math.PI * 2, 0, Math.PI / 2),
      matt(lidColour),
      eye,
      new Vector3(Math.PI + 0.36, 0, 0),
    );
    const brow = new CatmullRomCurve3(
      [
        new Vector3(out * 0.075, 0.52, 0.408),
        new Vector3(out * 0.15, 0.548, 0.396),
        new Vector3(out * 0.225, 0.525, 0.345),
      ].map((p) => p.multiplyScalar(h)),
    );
    add(new TubeGeometry(brow, 10, 0.0155 * h, 6), matt(browColour), new Vector3());
  }
  return {
    object,
    dispose() {
      for (const thing of made) thing.dispose();
    },
  };
}
