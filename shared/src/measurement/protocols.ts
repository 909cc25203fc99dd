import type { AngleName } from './angles.ts';

/** How one angle is measured. Never edited in place: a change is a new version. */
export interface Protocol {
  id: string;
  version: number;
  angle: AngleName;
  /** `fused` weighs image and model metres by how well the plane is seen. */
  method: 'planar' | '3d' | 'fused';
  plane: 'frontal' | 'sagittal';
  mode: 'AROM' | 'AAROM' | 'PROM';
  position: 'standing' | 'sitting' | 'lying';
  /** The side that is turned to the camera. */
  view: 'front' | 'measured-side';
  /** Degrees off the plane at which it is refused. */
  refuseOffPlaneDegrees: number;
  /** Movement below this is not an attempt. */
  minExcursionDegrees: number;
  /** Keys of texts; the client has the words. */
  cues: { start: string; move: string; hold: string };
}

const common = {
  version: 1,
  mode: 'AROM',
  position: 'standing',
  refuseOffPlaneDegrees: 32,
  minExcursionDegrees: 20,
} as const;

function protocol(
  id: string,
  angle: AngleName,
  rest: Pick<Protocol, 'plane' | 'view' | 'method'> & Partial<Protocol>,
): Protocol {
  return { ...common, id, angle, cues: { start: `${id}.start`, move: `${id}.move`, hold: `${id}.hold` }, ...rest };
}

/** The protocols in one camera's reach so far. */
export const PROTOCOLS: readonly Protocol[] = [
  protocol('shoulder-abduction', 'shoulder-abduction', { plane: 'frontal', view: 'front', method: 'planar' }),
  protocol('shoulder-flexion', 'shoulder-flexion', { plane: 'sagittal', view: 'measured-side', method: 'planar' }),
  protocol('elbow-flexion', 'elbow-flexion', { plane: 'sagittal', view: 'measured-side', method: 'planar' }),
  protocol('knee-flexion', 'knee-flexion', { plane: 'sagittal', view: 'measured-side', method: 'planar' }),
];

/** A protocol by its id, with or without `@version`; undefined for others. */
export function findProtocol(id: string): Protocol | undefined {
  return PROTOCOLS.find((one) => one.id === id || `${one.id}@${one.version}` === id);
}
