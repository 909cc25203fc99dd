import { BoxGeometry, type BufferGeometry, CylinderGeometry, Group, Mesh, MeshLambertMaterial, Vector3 } from 'three';
import { boneOf } from '../figure/bones.ts';
import { SIDES } from '../figure/pose-spec.ts';
import type { SolvedPose } from '../figure/solve-pose.ts';
import type { Prop } from '../motion/motion.ts';

const WOOD = '#a9825a';
const DARK = '#7d5c3d';
const STICK = { radius: 0.013, length: 0.95 };

const up = new Vector3(0, 1, 0);

function stickShape(): BufferGeometry {
  return new CylinderGeometry(STICK.radius, STICK.radius, STICK.length, 12);
}

/** The middle of what lies in a hand. */
function palm({ bones, measures }: SolvedPose, side: 'left' | 'right'): Vector3 {
  const hand = bones[boneOf(side, 'hand')];
  return new Vector3(0, -measures.hand * 0.5, 0.016 + STICK.radius).applyQuaternion(hand.turn).add(hand.at);
}

/** The chairs, steps, walls and mats of a motion, in the figure's frame. */
export function createProps(props: readonly Prop[], wallColour: string) {
  const object = new Group();
  const made: { dispose(): void }[] = [];
  const add = (geometry: BufferGeometry, colour: string, x: number, y: number, z: number) => {
    const mesh = new Mesh(geometry, new MeshLambertMaterial({ color: colour }));
    mesh.position.set(x, y, z);
    mesh.castShadow = true;
    mesh.receiveShadow = true;
    object.add(mesh);
    made.push(geometry, mesh.material);
    return mesh;
  };
  const box = (w: number, h: number, d: number, colour: string, x: number, y: number, z: number) =>
    add(new BoxGeometry(w, h, d), colour, x, y, z);
  const legs = (x: number, z: number, halfWidth: number, halfDepth: number, high: number) => {
    for (const lx of [-halfWidth, halfWidth]) {
      for (const lz of [-halfDepth, halfDepth])
        add(new CylinderGeometry(0.017, 0.014, high, 10), DARK, x + lx, high / 2, z + lz);
    }
  };
  const chair = (x: number, z: number, seat: number, back: 1 | -1) => {
    box(0.42, 0.035, 0.42, WOOD, x, seat - 0.0175, z);
    legs(x, z, 0.18, 0.18, seat - 0.03);
    const bz = z + back * 0.195;
    for (const lx of [-1, 1]) add(new CylinderGeometry(0.014, 0.016, 0.46, 10), DARK, x + lx * 0.18, seat + 0.22, bz);
    box(0.38, 0.11, 0.022, WOOD, x, seat + 0.4, bz);
    box(0.38, 0.06, 0.018, WOOD, x, seat + 0.22, bz);
  };
  for (const prop of props) {
    if (prop.kind === 'chair') chair(0, prop.z, prop.heightM, -1);
    if (prop.kind === 'support') chair(prop.x, prop.z + 0.195, 0.45, -1);
    if (prop.kind === 'stool') {
      box(0.32, 0.06, 0.2, '#6f8290', prop.x, prop.heightM - 0.03, prop.z);
      legs(prop.x, prop.z, 0.12, 0.07, prop.heightM - 0.06);
    }
    if (prop.kind === 'step') {
      box(0.62, prop.heightM - 0.02, 0.36, '#8c9aa0', 0, (prop.heightM - 0.02) / 2, prop.z);
      box(0.64, 0.02, 0.38, '#56646b', 0, prop.heightM - 0.01, prop.z);
    }
    if (prop.kind === 'wall') box(1.3, 2.2, 0.08, wallColour, 0, 1.1, prop.z + Math.sign(prop.z) * 0.04);
    if (prop.kind === 'pillow') box(0.42, 0.06, 0.3, '#e9e4da', 0, 0.042, prop.z);
    if (prop.kind === 'mat') box(0.72, 0.012, 1.95, '#6f93a0', 0, 0.006, 0.05);
  }
  const stick = props.some((prop) => prop.kind === 'stick') ? add(stickShape(), WOOD, 0, 0, 0) : null;
  return {
    object,
    /** Puts what is held into the hands of the figure, whose bones are in the room. */
    follow(pose: SolvedPose) {
      if (!stick) return;
      const [left, right] = SIDES.map((side) => object.worldToLocal(palm(pose, side)));
      stick.position.copy(left!).add(right!).multiplyScalar(0.5);
      stick.quaternion.setFromUnitVectors(up, left!.sub(right!).normalize());
    },
    dispose() {
      for (const thing of made) thing.dispose();
    },
  };
}
