import {
  BoxGeometry,
  Color,
  DataTexture,
  Group,
  LinearFilter,
  Mesh,
  MeshBasicMaterial,
  MeshLambertMaterial,
  PlaneGeometry,
  RepeatWrapping,
  SRGBColorSpace,
} from 'three';
import type { Room } from './studio.ts';

/** Distance of the back wall behind the figure's place, in metres. */
const BACK = 1.35;

/** Floor, walls, skirting and, if furnished, a picture and a low shelf. */
export function createRoom(room: Room) {
  const object = new Group();
  const made: { dispose(): void }[] = [];
  const box = (w: number, h: number, d: number, x: number, y: number, z: number, colour: string | Color) => {
    const mesh = new Mesh(new BoxGeometry(w, h, d), new MeshLambertMaterial({ color: colour }));
    mesh.position.set(x, y, z);
    mesh.receiveShadow = true;
    object.add(mesh);
    made.push(mesh.geometry, mesh.material);
    return mesh;
  };
  const boards = planks(new Color(room.floor));
  const floor = new Mesh(new PlaneGeometry(12, 12), new MeshLambertMaterial({ map: boards }));
  floor.rotation.x = -Math.PI / 2;
  floor.receiveShadow = true;
  object.add(floor);
  made.push(floor.geometry, floor.material, boards);
  const wall = new Color(room.wall);
  box(12, 3.2, 0.1, 0, 1.6, -BACK - 0.05, wall);
  box(12, 0.1, 0.03, 0, 0.05, -BACK + 0.015, '#f4f1ea');
  if (room.furnished) {
    box(0.62, 0.46, 0.025, -1.8, 1.66, -BACK + 0.012, '#6b5845');
    box(0.56, 0.4, 0.03, -1.8, 1.66, -BACK + 0.014, '#eef0ea');
    box(0.4, 0.13, 0.032, -1.8, 1.58, -BACK + 0.015, '#8fa88b');
    box(0.9, 0.05, 0.32, 1.82, 0.62, -BACK + 0.18, '#8a6a4b');
    box(0.05, 0.6, 0.3, 1.42, 0.3, -BACK + 0.18, '#8a6a4b');
    box(0.05, 0.6, 0.3, 2.22, 0.3, -BACK + 0.18, '#8a6a4b');
    box(0.16, 0.2, 0.16, 2.0, 0.745, -BACK + 0.18, '#c9b8a3');
    box(0.05, 0.24, 0.17, 1.6, 0.765, -BACK + 0.18, '#7c8fa3');
    box(0.04, 0.21, 0.17, 1.66, 0.75, -BACK + 0.18, '#b0785f');
  }
  return {
    object,
    dispose() {
      for (const thing of made) thing.dispose();
    },
  };
}

/** Floor boards as a small repeating picture. */
function planks(colour: Color): DataTexture {
  const size = 128;
  const data = new Uint8Array(size * size * 4);
  const base = colour.clone().convertLinearToSRGB();
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const board = Math.floor(y / 16);
      const seam = y % 16 === 0 || (x + board * 37) % 128 === 0;
      const grain =
        0.97 +
        0.03 * Math.sin(board * 12.9 + 0.35 * Math.sin(x * 0.16 + board * 3)) -
        0.05 * ((board * 7) % 3 === 0 ? 1 : 0);
      const light = seam ? 0.84 : grain;
      data.set(
        [base.r * 255 * light, base.g * 255 * light, base.b * 255 * light, 255].map(Math.round),
        (y * size + x) * 4,
      );
    }
  }
  const texture = new DataTexture(data, size, size);
  texture.colorSpace = SRGBColorSpace;
  texture.wrapS = texture.wrapT = RepeatWrapping;
  texture.repeat.set(6, 6);
  texture.magFilter = texture.minFilter = LinearFilter;
  texture.needsUpdate = true;
  return texture;
}

/** A soft dark patch that stands for the shadow where shadows are too dear. */
export function createContactShadow() {
  const size = 64;
  const data = new Uint8Array(size * size * 4);
  for (let i = 0; i < size * size; i++) {
    const r = Math.hypot((i % size) - 31.5, Math.floor(i / size) - 31.5) / 32;
    data.set([20, 14, 10, Math.round(120 * Math.max(0, 1 - r) ** 1.6)], i * 4);
  }
  const texture = new DataTexture(data, size, size);
  texture.magFilter = LinearFilter;
  texture.needsUpdate = true;
  const mesh = new Mesh(
    new PlaneGeometry(1, 1),
    new MeshBasicMaterial({ map: texture, transparent: true, depthWrite: false }),
  );
  mesh.rotation.x = -Math.PI / 2;
  mesh.position.y = 0.004;
  return {
    object: mesh,
    dispose() {
      texture.dispose();
      mesh.geometry.dispose();
      mesh.material.dispose();
    },
  };
}
