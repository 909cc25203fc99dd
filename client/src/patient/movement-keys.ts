import { findProtocol, type Side } from '@plumbline/shared/measurement';
import { movement } from '../i18n/en/movement.ts';

type Move = keyof typeof movement.move;
type Task = keyof typeof movement.exercise;
export type Limb = keyof typeof movement.limb;

const bare = (id: string) => id.split('@')[0] ?? id;

/** What the patient calls the part that moves; an arm where nothing else is said. */
const LIMBS: Record<string, Limb> = {
  'elbow-flexion': 'elbow',
  'elbow-extension': 'elbow',
  'hip-flexion': 'knee',
  'hip-extension': 'leg',
  'hip-abduction': 'leg',
  'knee-flexion': 'knee',
  'knee-extension': 'knee',
  'trunk-side-bend': 'side',
  'neck-side-bend': 'shoulder',
  'ankle-dorsiflexion': 'foot',
  'ankle-plantarflexion': 'foot',
  lunge: 'leg',
  'step-up': 'leg',
  'step-down': 'leg',
  'standing-hip-abduction': 'leg',
  'seated-knee-extension': 'knee',
  'heel-slide': 'foot',
  'straight-leg-raise': 'leg',
  'single-leg-stance': 'leg',
  'tandem-stance': 'foot',
  'elbow-curl': 'elbow',
  'overhead-triceps-extension': 'elbow',
};

/** The part that a protocol or exercise moves, as the patient calls it. */
export function limbOf(id: string): Limb {
  return LIMBS[bare(id)] ?? 'arm';
}

/** The text that asks for a protocol's movement; a general one for a protocol this version has no words for. */
export function moveKey(protocol: string): Move {
  const id = bare(protocol);
  return Object.hasOwn(movement.move, id) ? (id as Move) : 'other';
}

/** The text that asks for an exercise. */
export function taskKey(exercise: string): Task {
  const id = bare(exercise);
  return Object.hasOwn(movement.exercise, id) ? (id as Task) : 'other';
}

/** The text that tells the result: what is missing to straight, or that nothing is. */
export function measuredKey(protocol: string, degrees: number): Move | 'straight' {
  return findProtocol(protocol)?.value === 'deficit' && Math.round(degrees) <= 0 ? 'straight' : moveKey(protocol);
}

/** How to stand or sit for a protocol, with the side to be seen; null for a protocol this version does not know. */
export function readyKey(protocol: string): `${'front' | 'side'}.${'standing' | 'sitting' | 'lying'}` | null {
  const found = findProtocol(protocol);
  return found ? `${found.view === 'front' ? 'front' : 'side'}.${found.position}` : null;
}

/** Whose words are told for a side that may not be named. */
export function sideKey<L extends Limb>(limb: L, side: Side | null): `${L}.${Side | 'any'}` {
  return `${limb}.${side ?? 'any'}`;
}
