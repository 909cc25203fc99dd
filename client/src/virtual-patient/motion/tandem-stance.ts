import { measure } from '../figure/body.ts';
import { type FootContact, type PoseSpec, sided } from '../figure/pose-spec.ts';
import { solvePose } from '../figure/solve-pose.ts';
import { trueAngle } from '../figure/true-angle.ts';
import { type Exercise, otherSide, type Setting } from './exercise.ts';
import { ease } from './motion.ts';
import { here } from './standing.ts';

const HALF = 0.06;

/** The foot of the side named is set down right before the other's toes (`share` 1), the other stays where it is. */
function heelToToe(share: number, { side, body }: Setting): PoseSpec {
  const m = measure(body);
  const out = side === 'left' ? 1 : -1;
  const behind: FootContact = { kind: 'foot', side: otherSide(side), x: -out * HALF, z: 0, toeOutDegrees: 2 };
  // Forward first and only then in line, so that the foot goes round the toes of the other.
  const before: FootContact = {
    kind: 'foot',
    side,
    x: out * HALF * (1 - 2 * ease((share - 0.45) / 0.55)),
    z: (m.toe + m.heel + 0.015) * ease(share / 0.75),
    toeOutDegrees: 2,
    floorM: 0.05 * Math.sin(Math.PI * share),
    heelLiftDegrees: 14 * Math.sin(Math.PI * share),
  };
  const arm = { flexion: 2, abduction: 9 + 12 * share, rotation: -8 };
  return {
    root: { x: -out * HALF * ease(share / 0.45), z: 0, tilt: 1, roll: 0 },
    joints: {
      [sided(behind.side, 'hip')]: { flexion: 2 - 6 * share },
      leftShoulder: arm,
      rightShoulder: arm,
    },
    contacts: [behind, before],
    placement: here,
  };
}

function flexionAt(share: number, setting: Setting): number {
  return trueAngle(solvePose(heelToToe(share, setting), setting.body), tandemStance.primary(setting));
}

/** Heel to toe, held for ten seconds: what counts is the time. Its angle is the front hip's, which only tells the step. */
const tandemStance: Exercise = {
  startDegrees: 2,
  peakDegrees: 20,
  lifts: 'out',
  tempo: '2-0-2-10',
  view: 'side',
  primary: ({ side }) => ({ joint: 'hip', angle: 'flexion', side }),
  range: (setting) => ({ startDegrees: flexionAt(0, setting), peakDegrees: flexionAt(1, setting) }),
  pose: (_degrees, share, setting) => heelToToe(Math.min(1, share), setting),
};

export const balanceExercises = { 'tandem-stance': tandemStance } satisfies Record<string, Exercise>;
