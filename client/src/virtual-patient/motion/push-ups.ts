import { type Body, measure } from '../figure/body.ts';
import { type Contact, type PoseSpec, SIDES, type SomeJointAngles } from '../figure/pose-spec.ts';
import { span } from '../figure/reach.ts';
import { solvePose } from '../figure/solve-pose.ts';
import { armsOf } from './arm-exercises.ts';
import type { Exercise } from './exercise.ts';
import { feetOnFloor, here } from './standing.ts';

/** Height of the wrist's centre over what the palm lies on. */
const PALM = 0.045;

const straight: SomeJointAngles = {
  leftHip: { flexion: 3, abduction: 2, rotation: 0 },
  rightHip: { flexion: 3, abduction: 2, rotation: 0 },
  leftKnee: { flexion: 3 },
  rightKnee: { flexion: 3 },
  ...armsOf(SIDES, { shoulder: { flexion: 75, abduction: 15, rotation: 0 }, elbow: { flexion: 5 } }),
};

/** A straight body that leans by `tilt` (90 lies flat), before the hands are reached for. */
type Plank = (tilt: number) => PoseSpec;

const onToes: Plank = (tilt) => ({
  root: { x: 0, z: 0, tilt, roll: 0 },
  joints: { ...straight, neck: { flexion: -14 } },
  contacts: SIDES.map((side) => ({
    kind: 'foot',
    side,
    x: side === 'left' ? 0.1 : -0.1,
    z: -0.85,
    toeOutDegrees: 0,
    heelLiftDegrees: 72,
  })),
  placement: here,
});

const againstWall: Plank = (tilt) => ({
  root: { x: 0, z: 0, tilt, roll: 0 },
  joints: { ...straight, neck: { flexion: -tilt * 0.3 } },
  contacts: feetOnFloor('left', 0.11, 4),
  placement: here,
});

function shoulderOf(plank: Plank, tilt: number, body: Body) {
  return solvePose(plank(tilt), body).bones.leftUpperArm.at;
}

type Place = { x: number; y: number; z: number };

/** The tilt between two others at which the shoulder's `excess` changes from above to below nought. */
function tiltWhere(plank: Plank, body: Body, [from, to]: readonly [number, number], excess: (at: Place) => number) {
  let [low, high] = [from, to];
  for (let i = 0; i < 24; i++) {
    const mid = (low + high) / 2;
    if (excess(shoulderOf(plank, mid, body)) > 0) low = mid;
    else high = mid;
  }
  return (low + high) / 2;
}

/** The place of the left hand for each body seen; the right one's is its mirror image. */
const handPlaces = new Map<string, Place>();

function remembered(key: string, body: Body, place: () => Place): Place {
  const name = key + JSON.stringify(body);
  const known = handPlaces.get(name) ?? place();
  handPlaces.set(name, known);
  return known;
}

const FLOOR_TILTS = [50, 95] as const;
const WALL_TILTS = [0, 60] as const;

/** Under the shoulders when the arms are straight. */
function onFloor(body: Body): Place {
  return remembered('floor', body, () => {
    const m = measure(body);
    const length = m.upperArm + m.forearm * 0.97;
    const tilt = tiltWhere(onToes, body, FLOOR_TILTS, (at) => at.y - PALM - length);
    const at = shoulderOf(onToes, tilt, body);
    return { x: Math.abs(at.x) * 1.28, y: PALM, z: at.z + 0.02 };
  });
}

/** At the height of the shoulders, at arm's length of someone who leans a little. */
function onWall(body: Body): Place {
  return remembered('wall', body, () => {
    const m = measure(body);
    const at = shoulderOf(againstWall, 9, body);
    return { x: Math.abs(at.x) * 1.15, y: at.y - 0.05, z: at.z + span(m.upperArm, m.forearm, 14) - 0.005 };
  });
}

/** The plank that leans as far as arms bent by `elbow` let it, hands at their place. */
function lowered(plank: Plank, tilts: readonly [number, number], elbow: number, body: Body, place: Place) {
  const m = measure(body);
  const reach = span(m.upperArm, m.forearm, elbow);
  const tilt = tiltWhere(
    plank,
    body,
    tilts,
    (at) => Math.hypot(at.x - place.x, at.y - place.y, at.z - place.z) - reach,
  );
  return plank(tilt);
}

function hands(place: Place, palm: 'down' | 'ahead', elbow: Place): Contact[] {
  return SIDES.map((side) => {
    const out = side === 'left' ? 1 : -1;
    return { kind: 'hand', side, palm, at: { ...place, x: out * place.x }, elbow: { ...elbow, x: out * elbow.x } };
  });
}

const pushUp: Exercise = {
  startDegrees: 12,
  peakDegrees: 88,
  lifts: 'back',
  tempo: '2-0-2-1',
  view: 'side',
  primary: ({ side }) => ({ joint: 'elbow', angle: 'flexion', side }),
  props: () => [{ kind: 'mat' }],
  pose: (elbow, _share, { body }) => {
    const place = onFloor(body);
    const pose = lowered(onToes, FLOOR_TILTS, elbow, body, place);
    return { ...pose, contacts: [...pose.contacts, ...hands(place, 'down', { x: 0.45, y: 0.3, z: -1 })] };
  },
};

/** Facing a wall with both hands on it: the straight body leans from the ankles until the elbows are bent. */
const wallPushUp: Exercise = {
  ...pushUp,
  startDegrees: 14,
  peakDegrees: 85,
  props: ({ body }) => [{ kind: 'wall', z: onWall(body).z + PALM + 0.005 }],
  pose: (elbow, _share, { body }) => {
    const place = onWall(body);
    const pose = lowered(againstWall, WALL_TILTS, elbow, body, place);
    return { ...pose, contacts: [...pose.contacts, ...hands(place, 'ahead', { x: 0.5, y: -1, z: -0.1 })] };
  },
};

export const pushUps = { 'push-up': pushUp, 'wall-push-up': wallPushUp } satisfies Record<string, Exercise>;
