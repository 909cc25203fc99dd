import type { AngleName } from './angles.ts';
import type { Method } from './read-angle.ts';
import type { Reference } from './swing.ts';

/** How one angle is measured. Never edited in place: a change is a new version. */
export interface Protocol {
  id: string;
  version: number;
  /** Anatomical zero; flexion, abduction and what the name says are positive, what goes beyond zero negative. */
  angle: AngleName;
  /** peak: how far it goes. deficit: what is missing to straight at the end, negative beyond it (hyperextension). */
  value: 'peak' | 'deficit';
  /** Where the angle is taken; chosen by the bench, which prints the choice (decision 0005). */
  method: Exclude<Method, 'mean'>;
  /** What arm or leg are read against. */
  reference: Reference;
  plane: 'frontal' | 'sagittal';
  mode: Mode;
  position: Position;
  /** The side that is turned to the camera. */
  view: 'front' | 'measured-side';
  /** Weak: one camera sees it roughly; its ± is wide and says so. */
  strength: 'strong' | 'weak';
  /** Degrees off the plane at which it is refused. */
  refuseOffPlaneDegrees: number;
  /** Movement below this is not an attempt. */
  minExcursionDegrees: number;
  /** Where the movement starts and where people get to; only the arc on the screen depends on them. */
  startsAtDegrees: number;
  reachesDegrees: number;
  /** What helps along, watched in the view that shows it (ruling 15). */
  compensations: readonly Compensation[];
  region: 'shoulder' | 'elbow' | 'hip' | 'knee' | 'ankle' | 'trunk' | 'neck';
  /** Keys of texts; the client has the words. */
  cues: { start: string; move: string; hold: string };
}

/** Active, active with help (a stick, the other arm), passive (by a named person). Different modes never share a line. */
export type Mode = 'AROM' | 'AAROM' | 'PROM';
export type Position = 'standing' | 'sitting' | 'lying';
/** trunk-lean: the trunk leans to the side or forward more than it did at the start. elbow-bend: an arm lifted bent. */
export type Compensation = 'trunk-lean' | 'elbow-bend' | 'knee-bend' | 'shoulder-hike';

const common = {
  version: 1,
  value: 'peak',
  mode: 'AROM',
  position: 'standing',
  strength: 'strong',
  method: 'planar',
  reference: 'trunk',
  refuseOffPlaneDegrees: 27,
  minExcursionDegrees: 20,
  startsAtDegrees: 0,
  compensations: ['trunk-lean'],
} as const;

type Draft = Pick<Protocol, 'plane' | 'region' | 'reachesDegrees'> & Partial<Protocol>;

function protocol(id: string, angle: AngleName, rest: Draft): Protocol {
  const view = rest.plane === 'frontal' ? 'front' : 'measured-side';
  const cues = { start: `${id}.start`, move: `${id}.move`, hold: `${id}.hold` };
  return { ...common, id, angle, view, cues, ...rest };
}

// The bench decides (decision 0005): seen from the front the body's turn is measured well enough to undo it; seen from
// the side its error is as large as the turn.
const frontal = { plane: 'frontal', version: 2, method: 'corrected' } as const;
const sagittal = { plane: 'sagittal' } as const;
const fromPelvis = { version: 2, reference: 'pelvis' } as const;

/** The protocols in one camera's reach. Rotations and true lumbar motion are not among them: one camera does not see them. */
export const PROTOCOLS: readonly Protocol[] = [
  protocol('shoulder-abduction', 'shoulder-abduction', { ...frontal, region: 'shoulder', reachesDegrees: 170 }),
  protocol('shoulder-flexion', 'shoulder-flexion', { ...sagittal, region: 'shoulder', reachesDegrees: 170 }),
  protocol('shoulder-extension', 'shoulder-extension', {
    ...sagittal,
    region: 'shoulder',
    reachesDegrees: 55,
    minExcursionDegrees: 12,
  }),
  protocol('elbow-flexion', 'elbow-flexion', {
    ...sagittal,
    region: 'elbow',
    reachesDegrees: 145,
    compensations: [],
  }),
  protocol('elbow-extension', 'elbow-flexion', {
    ...sagittal,
    region: 'elbow',
    value: 'deficit',
    startsAtDegrees: 90,
    reachesDegrees: 0,
    compensations: [],
  }),
  protocol('hip-flexion', 'hip-flexion', {
    ...sagittal,
    ...fromPelvis,
    region: 'hip',
    reachesDegrees: 115,
  }),
  protocol('hip-extension', 'hip-extension', {
    ...sagittal,
    ...fromPelvis,
    region: 'hip',
    reachesDegrees: 20,
    minExcursionDegrees: 4,
    compensations: ['trunk-lean', 'knee-bend'],
  }),
  protocol('hip-abduction', 'hip-abduction', {
    ...frontal,
    ...fromPelvis,
    region: 'hip',
    reachesDegrees: 45,
    minExcursionDegrees: 10,
  }),
  protocol('knee-flexion', 'knee-flexion', {
    ...sagittal,
    ...fromPelvis,
    region: 'knee',
    reachesDegrees: 135,
    compensations: [],
  }),
  protocol('knee-extension', 'knee-flexion', {
    ...sagittal,
    region: 'knee',
    value: 'deficit',
    startsAtDegrees: 80,
    reachesDegrees: 0,
  }),
  protocol('trunk-inclination', 'trunk-inclination', {
    ...sagittal,
    region: 'trunk',
    reachesDegrees: 80,
    compensations: ['knee-bend'],
  }),
  protocol('trunk-side-bend', 'trunk-side-bend', {
    ...frontal,
    region: 'trunk',
    reachesDegrees: 35,
    minExcursionDegrees: 8,
    compensations: [],
  }),
  protocol('neck-side-bend', 'neck-side-bend', {
    ...frontal,
    // The head turns on its own: the trunk's turn is not that of the eyes.
    method: 'planar',
    region: 'neck',
    position: 'sitting',
    strength: 'weak',
    reachesDegrees: 45,
    minExcursionDegrees: 8,
    compensations: ['shoulder-hike'],
  }),
  protocol('ankle-dorsiflexion', 'ankle-dorsiflexion', {
    ...sagittal,
    region: 'ankle',
    position: 'sitting',
    strength: 'weak',
    reachesDegrees: 20,
    minExcursionDegrees: 7,
    compensations: [],
  }),
  protocol('ankle-plantarflexion', 'ankle-plantarflexion', {
    ...sagittal,
    region: 'ankle',
    position: 'sitting',
    strength: 'weak',
    reachesDegrees: 50,
    minExcursionDegrees: 10,
    compensations: [],
  }),
];

/** What those were that have changed, so that a stored value's protocol is still what it was. */
const EARLIER: readonly Protocol[] = PROTOCOLS.filter(({ version }) => version === 2).map((one) => ({
  ...one,
  version: 1,
  method: 'planar',
  reference: 'trunk',
}));

/** A protocol by its id, as it is now, or by `id@version`, as it was then; undefined for others. */
export function findProtocol(id: string): Protocol | undefined {
  return (
    PROTOCOLS.find((one) => one.id === id) ??
    [...PROTOCOLS, ...EARLIER].find((one) => `${one.id}@${one.version}` === id)
  );
}

/** +1 where the movement goes to larger angles, −1 where it straightens. */
export function directionOf({ value }: Pick<Protocol, 'value'>): 1 | -1 {
  return value === 'deficit' ? -1 : 1;
}
