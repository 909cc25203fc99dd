import { type Landmark, POINT } from '@plumbline/shared/measurement';

/** Middle of the trunk and its length, in frame heights. */
export interface Torso {
  x: number;
  y: number;
  length: number;
}

/** Torso lengths a person may seem to move between two looks, plus what walking adds per second. */
const REACH = 0.8;
const REACH_PER_SECOND = 2.5;
const FURTHEST_REACH = 2;
/** Unseen for this long, whoever is there is taken as the person measured. */
const FORGET_MS = 3_000;
/** Two poses this close (torso lengths) are the model seeing one person twice. */
const SAME_PERSON = 0.35;

/** The trunk of one pose; aspect = width / height of the frame. Never shorter than a shoulder is wide, so that bending over keeps a size. */
export function torsoOf(pose: readonly Landmark[], aspect: number): Torso {
  const at = (index: number) => ({ x: (pose[index]?.x ?? 0) * aspect, y: pose[index]?.y ?? 0 });
  const middle = (a: number, b: number) => ({ x: (at(a).x + at(b).x) / 2, y: (at(a).y + at(b).y) / 2 });
  const shoulders = middle(POINT.leftShoulder, POINT.rightShoulder);
  const hips = middle(POINT.leftHip, POINT.rightHip);
  const left = at(POINT.leftShoulder);
  const right = at(POINT.rightShoulder);
  return {
    x: (shoulders.x + hips.x) / 2,
    y: (shoulders.y + hips.y) / 2,
    length: Math.max(
      Math.hypot(shoulders.x - hips.x, shoulders.y - hips.y),
      Math.hypot(left.x - right.x, left.y - right.y),
      0.02,
    ),
  };
}

const apart = (a: Torso, b: Torso) => Math.hypot(a.x - b.x, a.y - b.y) / Math.max(a.length, b.length);

/** How many different people these poses are. */
export function countPeople(poses: readonly (readonly Landmark[])[], aspect: number): number {
  return countDifferent(poses.map((pose) => torsoOf(pose, aspect)));
}

function countDifferent(torsos: readonly Torso[]): number {
  return torsos.filter((torso, i) => torsos.slice(0, i).every((other) => apart(torso, other) > SAME_PERSON)).length;
}

export interface Pick {
  /** Which pose is the person measured; null while only strangers are seen. */
  index: number | null;
  /** Different people in the frame. */
  people: number;
}

/** Keeps to the person who was there first: the largest at the start, afterwards the one nearest to where they were, in place and size. */
export function createPersonKeeper(): (
  poses: readonly (readonly Landmark[])[],
  aspect: number,
  captureMs: number,
) => Pick {
  let known: Torso | null = null;
  let seenMs = 0;
  return (poses, aspect, captureMs) => {
    const torsos = poses.map((pose) => torsoOf(pose, aspect));
    if (known && captureMs - seenMs > FORGET_MS) known = null;
    const index = known ? nearest(torsos, known, captureMs - seenMs) : largest(torsos);
    const torso = index === null ? undefined : torsos[index];
    if (torso) {
      known = torso;
      seenMs = captureMs;
    }
    return { index, people: countDifferent(torsos) };
  };
}

function nearest(torsos: readonly Torso[], known: Torso, unseenMs: number): number | null {
  const reach = Math.min(REACH + (REACH_PER_SECOND * unseenMs) / 1_000, FURTHEST_REACH);
  let best: number | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  torsos.forEach((torso, index) => {
    const distance = apart(torso, known);
    const cost = distance + Math.abs(Math.log(torso.length / known.length));
    if (distance <= reach && cost < bestCost) {
      best = index;
      bestCost = cost;
    }
  });
  return best;
}

function largest(torsos: readonly Torso[]): number | null {
  let best: number | null = null;
  torsos.forEach((torso, index) => {
    if (best === null || torso.length > (torsos[best]?.length ?? 0)) best = index;
  });
  return best;
}
