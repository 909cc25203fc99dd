import {
  type JointAngles,
  type LimbAngles,
  SIDES,
  type SomeJointAngles,
  type SpineAngles,
  sided,
} from './pose-spec.ts';

const spine: SpineAngles = { flexion: 0, sideBend: 0, rotation: 0 };

/** One side of a person standing at ease: arms hanging a little away from the body, palms towards the thighs. */
const atEase: LimbAngles = {
  clavicle: { elevation: Number.NaN },
  shoulder: { flexion: 2, abduction: 7, rotation: -12 },
  elbow: { flexion: 12 },
  forearm: { pronation: 62 },
  wrist: { flexion: 4 },
  hip: { flexion: 2, abduction: 2, rotation: 6 },
  knee: { flexion: 4 },
  ankle: { dorsiflexion: 2 },
  toes: { extension: 0 },
};

/** Fills the angles left out with those of standing at ease; the shoulder girdle rises with the arm unless told. Thicker people hold their arms further out. */
export function completeAngles(some: SomeJointAngles, girth = 1): JointAngles {
  const all: Record<string, object> = {
    trunk: { ...spine, ...some.trunk },
    neck: { ...spine, ...some.neck },
  };
  for (const side of SIDES) {
    for (const joint of Object.keys(atEase) as (keyof LimbAngles)[]) {
      const name = sided(side, joint);
      const rest =
        joint === 'shoulder'
          ? { ...atEase.shoulder, abduction: atEase.shoulder.abduction + Math.max(0, girth - 1) * 25 }
          : atEase[joint];
      all[name] = { ...rest, ...some[name] };
    }
  }
  const angles = all as unknown as JointAngles;
  for (const side of SIDES) {
    const clavicle = angles[sided(side, 'clavicle')];
    if (Number.isNaN(clavicle.elevation)) clavicle.elevation = girdleElevation(angles[sided(side, 'shoulder')]);
  }
  return angles;
}

/** Mixes two sets of angles joint by joint; `share` 0 gives `from`, 1 gives `to`. */
export function mixAngles(from: JointAngles, to: JointAngles, share: number): JointAngles {
  const mixed: Record<string, Record<string, number>> = {};
  for (const joint of Object.keys(from) as (keyof JointAngles)[]) {
    const a = from[joint] as unknown as Record<string, number>;
    const b = to[joint] as unknown as Record<string, number>;
    mixed[joint] = Object.fromEntries(Object.keys(a).map((k) => [k, a[k]! + (b[k]! - a[k]!) * share]));
  }
  return mixed as unknown as JointAngles;
}

/** Degrees between the upper arm and the trunk's downward axis. */
export function armElevation(shoulder: { flexion: number; abduction: number }): number {
  const rad = Math.PI / 180;
  const down = Math.cos(shoulder.flexion * rad) * Math.cos(shoulder.abduction * rad);
  return Math.acos(Math.max(-1, Math.min(1, down))) / rad;
}

function girdleElevation(shoulder: { flexion: number; abduction: number }): number {
  return Math.max(0, armElevation(shoulder) - 30) * 0.18;
}
