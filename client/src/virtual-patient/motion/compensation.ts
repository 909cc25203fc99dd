import type { Side } from '@plumbline/shared/measurement';
import { completeAngles } from '../figure/joint-angles.ts';
import { type FootContact, type PoseSpec, type SomeJointAngles, sided } from '../figure/pose-spec.ts';
import { movingSides, otherSide, type Setting } from './exercise.ts';

/**
 * What the rest of the body does to help, in degrees at the peak of each repetition and none at its start. The truth of
 * the motion stays that of its own joint.
 */
export interface Compensation {
  /** The trunk bends away from the moving side. */
  sideBend?: number;
  /** The trunk leans forward (negative back). */
  flexion?: number;
  /** The pelvis rises on the moving side, while the trunk stays upright over it. */
  hipHike?: number;
  /** The moving shoulder is drawn up. */
  shoulderHike?: number;
  /** Planted knees on the moving side fall inwards: the plane in which they bend turns by this much. */
  kneeValgus?: number;
  /** The elbow, or the knee, of the moving side bends where it should be straight. */
  elbowBend?: number;
  kneeBend?: number;
}

/** The pose with a body that helps as far as the movement has come (`moved`, 0 to 1). */
export function compensate(pose: PoseSpec, moved: number, setting: Setting, help: Compensation): PoseSpec {
  const sides = movingSides(setting);
  const scaled = Object.fromEntries(
    Object.entries(help).map(([what, degrees]) => [what, (degrees as number) * moved]),
  ) as Compensation;
  const leaning = leanTrunk(pose, setting.side, scaled);
  const joints = { ...leaning.joints };
  for (const side of sides) bendLimbs(joints, pose, side, setting, scaled);
  const contacts = pose.contacts.map((contact) =>
    contact.kind === 'foot' && sides.includes(contact.side) ? knockedIn(contact, scaled.kneeValgus) : contact,
  );
  return { ...leaning, joints, contacts };
}

function knockedIn(foot: FootContact, kneeInDegrees = 0): FootContact {
  return kneeInDegrees === 0 ? foot : { ...foot, kneeInDegrees };
}

function leanTrunk(pose: PoseSpec, side: Side, { sideBend = 0, flexion = 0, hipHike = 0 }: Compensation): PoseSpec {
  const { trunk, neck } = pose.joints;
  const inward = side === 'left' ? -1 : 1;
  const away = inward * sideBend;
  const far = sided(otherSide(side), 'shoulder');
  // The other arm hangs down from the leaning trunk, clear of the leg.
  const hanging = completeAngles(pose.joints)[far];
  const spread = { ...pose.joints[far], abduction: hanging.abduction + Math.max(0, sideBend) * 0.8 };
  return {
    ...pose,
    root: { ...pose.root, roll: pose.root.roll + inward * hipHike },
    joints: {
      ...pose.joints,
      [far]: sideBend > 0 ? spread : pose.joints[far],
      trunk: {
        ...trunk,
        flexion: (trunk?.flexion ?? 0) + flexion,
        sideBend: (trunk?.sideBend ?? 0) + away - inward * hipHike,
      },
      neck: { ...neck, sideBend: (neck?.sideBend ?? 0) - 0.6 * away },
    },
  };
}

function bendLimbs(
  joints: SomeJointAngles,
  pose: PoseSpec,
  side: Side,
  { body }: Setting,
  { shoulderHike = 0, elbowBend = 0, kneeBend = 0 }: Compensation,
): void {
  const plain = completeAngles(pose.joints, body.girth);
  const change: Record<string, object> = {};
  if (shoulderHike !== 0) {
    const clavicle = sided(side, 'clavicle');
    change[clavicle] = { elevation: plain[clavicle].elevation + shoulderHike };
  }
  if (elbowBend !== 0) {
    const elbow = sided(side, 'elbow');
    change[elbow] = { flexion: plain[elbow].flexion + elbowBend };
  }
  if (kneeBend !== 0) {
    const [hip, knee] = [sided(side, 'hip'), sided(side, 'knee')];
    change[knee] = { flexion: plain[knee].flexion + kneeBend };
    // Of a leg that stands the thigh leans back as the shank leans forward: the pelvis stays over the foot.
    const planted = pose.contacts.some((contact) => contact.kind === 'foot' && contact.side === side);
    if (planted) change[hip] = { ...joints[hip], flexion: plain[hip].flexion + kneeBend * 0.55 };
  }
  Object.assign(joints, change);
}
