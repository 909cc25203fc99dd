import { type CameraSpec, tableCamera } from '../camera/view.ts';
import { averageBody, type Body } from '../figure/body.ts';
import type { Cut } from '../mesh/clothing.ts';
import type { HairStyle } from '../mesh/head.ts';

export interface Clothes extends Cut {
  shirt: string;
  bottoms: string;
  shoeColour: string;
}

export interface Light {
  /** 1 is a well lit room; 0.25 an evening without a lamp. */
  brightness: number;
  /** −1 cold daylight, 1 warm lamp. */
  warmth: number;
  /** Degrees round the figure that the main light comes from; 0 from behind the camera. */
  fromDegrees: number;
}

export interface Room {
  wall: string;
  floor: string;
  /** Furniture at the wall behind the figure. */
  furnished: boolean;
}

/** Everything that decides how the picture looks, apart from the movement. */
export interface Studio {
  body: Body;
  clothes: Clothes;
  skin: string;
  hair: { style: HairStyle; colour: string };
  light: Light;
  camera: CameraSpec;
  room: Room;
}

export const defaultStudio: Studio = {
  body: averageBody,
  clothes: { sleeve: 0.6, trousers: 'long', shoes: true, shirt: '#3f7f8c', bottoms: '#39424f', shoeColour: '#e8e6e1' },
  skin: '#c98f6f',
  hair: { style: 'short', colour: '#3a2a20' },
  light: { brightness: 1, warmth: 0.2, fromDegrees: 30 },
  camera: tableCamera,
  room: { wall: '#dfd9cd', floor: '#b08d6a', furnished: true },
};

/** Parts of a studio; what is left out is as in `defaultStudio`. */
export type SomeStudio = { [K in keyof Studio]?: Studio[K] extends string ? Studio[K] : Partial<Studio[K]> };

/** A whole studio from the parts that matter to the caller. */
export function completeStudio(some: SomeStudio = {}): Studio {
  const d = defaultStudio;
  return {
    body: { ...d.body, ...some.body },
    clothes: { ...d.clothes, ...some.clothes },
    skin: some.skin ?? d.skin,
    hair: { ...d.hair, ...some.hair },
    light: { ...d.light, ...some.light },
    camera: { ...d.camera, ...some.camera },
    room: { ...d.room, ...some.room },
  };
}
