import { sided } from '../figure/pose-spec.ts';
import type { Exercise } from './exercise.ts';
import { onOneLeg } from './one-leg-exercises.ts';

const measured = { lifts: 'out', tempo: '2-2-2-2' } as const;

/** The knee bends with the hip, as it does when a thigh is lifted as far as it goes. */
const hipFlexion: Exercise = {
  ...measured,
  startDegrees: 0,
  peakDegrees: 90,
  view: 'side',
  primary: ({ side }) => ({ joint: 'hip', angle: 'flexion', side }),
  pose: (degrees, share, { side }) => {
    const out = side === 'left' ? 1 : -1;
    return onOneLeg(side, -out * 0.04 * share, 0, {
      [sided(side, 'hip')]: { flexion: degrees, abduction: 2, rotation: 3 },
      [sided(side, 'knee')]: { flexion: 2 + Math.max(0, degrees) * 1.02 },
      [sided(side, 'ankle')]: { dorsiflexion: 2 + Math.max(0, degrees) * 0.1 - 14 * share * share },
    });
  },
};

/** The straight leg goes backwards from an upright pelvis and trunk: thigh to trunk is the hip's own angle. */
const hipExtension: Exercise = {
  ...measured,
  startDegrees: 0,
  peakDegrees: 18,
  view: 'side',
  primary: ({ side }) => ({ joint: 'hip', angle: 'extension', side }),
  pose: (degrees, share, { side }) => {
    const out = side === 'left' ? 1 : -1;
    // The foot stays level until it is clear of the floor, then hangs.
    const hanging = 0.5 * share * share;
    return onOneLeg(side, -out * 0.04 * share, 0, {
      [sided(side, 'hip')]: { flexion: -degrees, abduction: 2, rotation: 4 },
      [sided(side, 'knee')]: { flexion: 2 },
      [sided(side, 'ankle')]: { dorsiflexion: 2 + degrees * (1 - hanging) },
    });
  },
};

/** The straight leg goes sideways; pelvis and trunk stay upright. */
const hipAbduction: Exercise = {
  ...measured,
  startDegrees: 0,
  peakDegrees: 35,
  view: 'front',
  primary: ({ side }) => ({ joint: 'hip', angle: 'abduction', side }),
  pose: (degrees, share, { side }) => {
    const out = side === 'left' ? 1 : -1;
    return onOneLeg(side, -out * 0.055 * share, 0, {
      [sided(side, 'hip')]: { flexion: 0, abduction: degrees, rotation: 2 },
      [sided(side, 'knee')]: { flexion: 3 },
      [sided(side, 'ankle')]: { dorsiflexion: 3 },
      [sided(side, 'shoulder')]: { flexion: 2, abduction: 7 + 18 * share, rotation: -12 },
    });
  },
};

export const hipProtocols = {
  'hip-flexion': hipFlexion,
  'hip-extension': hipExtension,
  'hip-abduction': hipAbduction,
} satisfies Record<string, Exercise>;
