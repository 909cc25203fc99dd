import type { ClipSpec } from '../../../client/src/virtual-patient/file/clip.ts';
import type { SomeStudio } from '../../../client/src/virtual-patient/studio/studio.ts';
import type { Side } from '../../../shared/src/measurement/index.ts';
import { createDice, type Dice } from './dice.ts';

/** fit: the ± may be chosen by it. held-out: other bodies, clothes, cameras and lights; judged by it. off-plane: 40–50° off, to be refused. */
export type Group = 'fit' | 'held-out' | 'off-plane';

export interface TrialSpec {
  id: string;
  group: Group;
  protocol: string;
  side: Side;
  clip: ClipSpec;
}

/** How many trials of each group a protocol gets. */
export const PER_PROTOCOL: Readonly<Record<Group, number>> = { fit: 8, 'held-out': 10, 'off-plane': 3 };

/** How far patients get in each protocol, least and most, in degrees: from stiff to free. */
const PEAKS: Readonly<Record<string, readonly [number, number]>> = {
  'shoulder-abduction': [60, 165],
  'shoulder-flexion': [60, 165],
  'shoulder-extension': [20, 50],
  'elbow-flexion': [80, 140],
  'elbow-extension': [-3, 30],
  'hip-flexion': [45, 105],
  'hip-extension': [9, 24],
  'hip-abduction': [15, 42],
  'knee-flexion': [60, 125],
  'knee-extension': [-2, 28],
  'trunk-inclination': [30, 80],
  'trunk-side-bend': [12, 35],
  'neck-side-bend': [14, 40],
  'ankle-dorsiflexion': [10, 22],
  'ankle-plantarflexion': [18, 48],
};

/** Where the figure's motion has another name than the protocol: a knee is straightened standing, from a bent one. */
const MOTIONS: Readonly<Record<string, { id: string; options: { startDegrees: number } }>> = {
  'knee-extension': { id: 'knee-flexion', options: { startDegrees: 80 } },
};

const SHIRTS = [
  '#3f7f8c',
  '#b8596b',
  '#e0ddd5',
  '#48577d',
  '#6f8f6a',
  '#c9a24b',
  '#2b2b2f',
  '#f2f2ee',
  '#7d4a86',
  '#a03c2c',
];
const BOTTOMS = ['#39424f', '#2d3a4f', '#5a5f52', '#3c3c3c', '#4a4150', '#20303a', '#7b6a55', '#101418'];
const SKINS = ['#f0cdb4', '#e3b797', '#caa07e', '#c98f6f', '#a8704f', '#7a4c33', '#5a3726'];
const WALLS = ['#dfd9cd', '#cfd8dc', '#f0ede6', '#b9b1a3', '#8f9a98'];
const FLOORS = ['#b08d6a', '#8a7a66', '#6d6f72', '#c4b59b'];
const HAIR = ['short', 'bob', 'bun', 'none'] as const;
const FPS = 8;

/** The trials of one protocol, the same at every call. Fit and held-out share no person, camera or light. */
export function trialsOf(protocol: string): TrialSpec[] {
  const peaks = PEAKS[protocol];
  if (!peaks) throw new Error(`No range of motion is known for ${protocol}.`);
  return (Object.keys(PER_PROTOCOL) as Group[]).flatMap((group) =>
    Array.from({ length: PER_PROTOCOL[group] }, (_, i): TrialSpec => {
      const id = `${protocol}/${group}/${i + 1}`;
      const dice = createDice(id);
      const side = dice.pick(['left', 'right'] as const);
      // Spread over the range, so that few trials see all of it.
      const share = (i + dice.between(0.1, 0.9)) / PER_PROTOCOL[group];
      const peakDegrees = Math.round(peaks[0] + share * (peaks[1] - peaks[0]));
      const yaw = group === 'off-plane' ? dice.sign() * dice.between(40, 50) : dice.between(-13, 13);
      const options = {
        ...MOTIONS[protocol]?.options,
        side,
        repetitions: 1,
        tempo: `1.6-0-${dice.between(1.4, 2.4).toFixed(1)}-1.2`,
        peakDegrees,
        leadInMs: 2_300,
        leadOutMs: 400,
        trembleDegrees: dice.between(0, 1.5),
      };
      const clip: ClipSpec = {
        script: [{ id: MOTIONS[protocol]?.id ?? protocol, options }],
        studio: someStudio(dice, yaw),
        fps: FPS,
        width: 480,
        height: 360,
        quality: 'live',
      };
      return { id, group, protocol, side, clip };
    }),
  );
}

function someStudio(dice: Dice, yawDegrees: number): SomeStudio {
  const heightM = dice.between(1.5, 1.92);
  const fovDegrees = dice.between(40, 58);
  // The whole figure, an arm overhead included, fits the picture; then a little further or nearer.
  const fitsM = (heightM * 1.32) / (2 * Math.tan((fovDegrees * Math.PI) / 360));
  return {
    body: {
      heightM,
      girth: dice.between(0.82, 1.38),
      legLength: dice.between(0.95, 1.06),
      armLength: dice.between(0.95, 1.06),
      shoulderWidth: dice.between(0.9, 1.1),
      hipWidth: dice.between(0.92, 1.12),
      bust: dice.chance(0.5) ? dice.between(0.3, 1) : 0,
    },
    clothes: {
      sleeve: dice.between(0.15, 1.9),
      trousers: dice.chance(0.3) ? 'shorts' : 'long',
      shirt: dice.pick(SHIRTS),
      bottoms: dice.pick(BOTTOMS),
      shoeColour: dice.pick(['#e8e6e1', '#333a44', '#7a5a3c']),
    },
    skin: dice.pick(SKINS),
    hair: { style: dice.pick(HAIR), colour: dice.pick(['#3a2a20', '#1b1512', '#b9b4ad', '#6b3f22', '#8a5a2a']) },
    light: { brightness: dice.between(0.5, 1.15), warmth: dice.between(-0.8, 1), fromDegrees: dice.between(-70, 70) },
    room: { wall: dice.pick(WALLS), floor: dice.pick(FLOORS), furnished: dice.chance(0.7) },
    camera: {
      distanceM: fitsM * dice.between(1, 1.3),
      heightM: dice.between(0.7, 1.4),
      yawDegrees,
      fovDegrees,
      aimHeightM: heightM * 0.56,
      aimX: dice.between(-0.15, 0.15),
      rollDegrees: dice.between(-2, 2),
    },
  };
}
