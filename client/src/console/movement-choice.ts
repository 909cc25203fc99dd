import { findProtocol, PROTOCOLS, type Protocol } from '@plumbline/shared/measurement';

export type Region = Protocol['region'];

/** The regions in the order of the body, each under its digit. */
export const REGIONS: readonly Region[] = ['shoulder', 'elbow', 'hip', 'knee', 'ankle', 'trunk', 'neck'];

/** The protocols of a region, each under its letter: never L or R, which choose the side. */
export function protocolsOf(region: Region): readonly (Protocol & { key: string })[] {
  return PROTOCOLS.filter((one) => one.region === region).map((one, i) => ({ ...one, key: KEYS[i] ?? '' }));
}

const KEYS = ['a', 'b', 'd', 'f', 'g'];

/** What stands chosen when the choice opens: the last measurement's protocol, else the first of the first region. */
export function protocolToBeginWith(last: string | undefined): Protocol | undefined {
  return findProtocol(last ?? '') ?? protocolsOf('shoulder')[0];
}
