import { Quaternion, Vector3 } from 'three';
import { type Body, type Measures, measure } from './body.ts';
import { type Bones, ballAngles, boneOf, carry, frame, outward, placeBones, tip } from './bones.ts';
import { completeAngles } from './joint-angles.ts';
import { type Contact, type FootContact, type JointAngles, type PoseSpec, type Root, sided } from './pose-spec.ts';
import { reach } from './reach.ts';

/** A pose with its contacts solved: the angles as they came out and every bone in the room, in metres. */
export interface SolvedPose {
  angles: JointAngles;
  /** Pelvis in the figure's own frame. */
  root: Root & { y: number };
  bones: Bones;
  measures: Measures;
}

/**
 * Solves a pose for a body. The knee of the first foot contact keeps the angle asked for; the root goes where that
 * foot can stand; other feet and hands are reached by bending their limb.
 */
export function solvePose(pose: PoseSpec, body: Body): SolvedPose {
  const m = measure(body);
  const angles = completeAngles(pose.joints, body.girth);
  const root = placeRoot(pose, angles, m);
  for (const contact of pose.contacts) {
    const bones = placeBones(angles, root, m);
    if (contact.kind === 'foot') standOn(contact, angles, bones, m);
    if (contact.kind === 'hand') holdOn(contact, angles, bones, m);
  }
  const { x, z, headingDegrees } = pose.placement;
  const bones = placeBones(angles, root, m);
  for (const contact of pose.contacts) if (contact.kind === 'foot') layFlat(contact, bones, m);
  return { angles, root, bones: carry(bones, headingDegrees, x, z), measures: m };
}

function placeRoot(pose: PoseSpec, angles: JointAngles, m: Measures): Root & { y: number } {
  const seat = pose.contacts.find((c) => c.kind === 'seat');
  if (seat) return { ...pose.root, y: seat.heightM + m.seatUp };
  if (pose.root.y !== undefined) return { ...pose.root, y: pose.root.y };
  const feet = pose.contacts.filter((c) => c.kind === 'foot');
  const first = feet[0];
  if (!first) throw new Error('A pose needs a foot, a seat or the height of the pelvis to know how high it is.');
  const root = { ...pose.root, y: 0 };
  const bones = placeBones(angles, root, m);
  const hip = bones[boneOf(first.side, 'thigh')].at;
  const leg = bones[boneOf(first.side, 'foot')].at.clone().sub(hip);
  const target = ankleAt(first, m);
  root.z += target.z - (hip.z + leg.z);
  root.y = heightFor(leg.length(), target.x - hip.x, leg.z, target.y - hip.y);
  for (const foot of feet.slice(1)) {
    const at = placeBones(angles, root, m)[boneOf(foot.side, 'thigh')].at;
    const to = ankleAt(foot, m);
    const highest = heightFor(m.thigh + m.shank - 1e-6, to.x - at.x, to.z - at.z, to.y - at.y + root.y);
    root.y = Math.min(root.y, highest);
  }
  return root;
}

function heightFor(length: number, dx: number, dz: number, base: number): number {
  const square = length * length - dx * dx - dz * dz;
  if (square <= 0) throw new Error('The feet stand further apart than the legs reach.');
  return base + Math.sqrt(square);
}

/** Where the ankle centre is while the ball of the foot stays down and the heel is lifted. */
function ankleAt(foot: FootContact, m: Measures): Vector3 {
  const lift = ((foot.heelLiftDegrees ?? 0) * Math.PI) / 180;
  const up = m.ankleHeight - 0.022;
  const back = m.ball - (m.ball * Math.cos(lift) - up * Math.sin(lift));
  const rise = m.ball * Math.sin(lift) + up * Math.cos(lift) - up;
  const out = (outward(foot.side) * foot.toeOutDegrees * Math.PI) / 180;
  return new Vector3(
    foot.x + Math.sin(out) * back,
    (foot.floorM ?? 0) + m.ankleHeight + rise,
    foot.z + Math.cos(out) * back,
  );
}

function standOn(foot: FootContact, angles: JointAngles, bones: Bones, m: Measures): void {
  const { side } = foot;
  const out = (outward(side) * (foot.toeOutDegrees - (foot.kneeInDegrees ?? 0)) * Math.PI) / 180;
  const ahead = new Vector3(Math.sin(out), 0, Math.cos(out));
  const hip = bones[boneOf(side, 'thigh')].at;
  const leg = reach(hip, ankleAt(foot, m), m.thigh, m.shank, ahead);
  const thigh = frame(leg.direction.clone().negate(), leg.bendSide);
  angles[sided(side, 'hip')] = ballAngles(bones.pelvis.turn.clone().invert().multiply(thigh), side);
  angles[sided(side, 'knee')] = { flexion: leg.flexionDegrees };
  const shank = thigh.clone().multiply(tip(leg.flexionDegrees));
  const lift = foot.heelLiftDegrees ?? 0;
  const inShank = new Vector3(0, 0, 1).applyQuaternion(shank.invert().multiply(soleTurn(foot)));
  angles[sided(side, 'ankle')] = { dorsiflexion: (Math.atan2(inShank.y, inShank.z) * 180) / Math.PI };
  angles[sided(side, 'toes')] = { extension: lift };
}

function soleTurn(foot: FootContact): Quaternion {
  const out = (outward(foot.side) * foot.toeOutDegrees * Math.PI) / 180;
  return new Quaternion().setFromAxisAngle(new Vector3(0, 1, 0), out).multiply(tip(foot.heelLiftDegrees ?? 0));
}

/** The ankle also gives sideways, so that the whole sole lies on the floor however the shank leans. */
function layFlat(contact: FootContact, bones: Bones, m: Measures): void {
  const foot = bones[boneOf(contact.side, 'foot')];
  const toes = bones[boneOf(contact.side, 'toes')];
  foot.turn = soleTurn(contact);
  toes.at = new Vector3(0, -(m.ankleHeight - 0.022), m.ball).applyQuaternion(foot.turn).add(foot.at);
  toes.turn = foot.turn.clone().multiply(tip(-(contact.heelLiftDegrees ?? 0)));
}

function holdOn(hand: Extract<Contact, { kind: 'hand' }>, angles: JointAngles, bones: Bones, m: Measures): void {
  const { side } = hand;
  const shoulder = bones[boneOf(side, 'upperArm')].at;
  const elbow = new Vector3(hand.elbow.x, hand.elbow.y, hand.elbow.z);
  const at = new Vector3(hand.at.x, hand.at.y, hand.at.z);
  const arm = reach(shoulder, at, m.upperArm, m.forearm, elbow);
  const upperArm = frame(arm.direction.clone().negate(), arm.bendSide.clone().negate());
  angles[sided(side, 'shoulder')] = ballAngles(bones.chest.turn.clone().invert().multiply(upperArm), side);
  angles[sided(side, 'elbow')] = { flexion: arm.flexionDegrees };
  if (hand.palm === 'free') return;
  const forearm = upperArm.multiply(tip(-arm.flexionDegrees));
  layPalm(side, hand.palm, forearm, angles);
}

/** Turns the palm (the hand's own +z) and fingers (−y) onto a surface as far as forearm and wrist can. */
function layPalm(side: 'left' | 'right', palm: 'down' | 'ahead', forearm: Quaternion, angles: JointAngles): void {
  const wanted = palm === 'down' ? new Vector3(0, -1, 0) : new Vector3(0, 0, 1);
  const fingers = palm === 'down' ? new Vector3(0, 0, 1) : new Vector3(0, 1, 0);
  const inverse = forearm.clone().invert();
  const normal = wanted.applyQuaternion(inverse);
  const ahead = fingers.applyQuaternion(inverse);
  // Extended wrist: the back of the hand faces up the forearm, so the fingers' direction seen from the forearm tells the roll.
  const roll = Math.atan2(-ahead.x, -ahead.z);
  angles[sided(side, 'forearm')] = { pronation: (-outward(side) * roll * 180) / Math.PI };
  const flat = new Vector3(normal.x, normal.y, normal.z).applyAxisAngle(new Vector3(0, 1, 0), -roll);
  angles[sided(side, 'wrist')] = { flexion: (Math.atan2(flat.y, flat.z) * 180) / Math.PI };
}
