import type { EncounterState } from '@plumbline/shared/encounter';
import { asAmended } from '@plumbline/shared/encounter';
import {
  type EntryMethod,
  findManualMeasure,
  findProtocol,
  findScreen,
  MANUAL_MEASURES,
} from '@plumbline/shared/measurement';
import { protocolsOf, type Region } from './movement-choice.ts';

const KEYS = ['a', 'b', 'd', 'f', 'g', 'j', 'k'];

/** The methods' keys: none of them chooses a side or a measure. */
export const METHOD_KEYS: Record<EntryMethod, string> = { goniometer: 'm', 'by-eye': 'y', tape: 't', picture: 'p' };

/** What can be entered by hand in a region: the camera's protocols and the measures it does not see, each under its letter. */
export function measuresOf(region: Region): { id: string; version: number; key: string }[] {
  const manual = MANUAL_MEASURES.filter((one) => one.region === region);
  return [...protocolsOf(region), ...manual].map(({ id, version }, i) => ({ id, version, key: KEYS[i] ?? '' }));
}

/** What stands chosen when the panel opens: the first measure of the screen that waits, else what was measured last. */
export function measureToBeginWith({ screens, trials }: Pick<EncounterState, 'screens' | 'trials'>): string {
  const screen = screens.find(({ status }) => status !== 'accepted');
  const last = trials.at(-1)?.protocol.split('@')[0];
  return findScreen(screen?.screen ?? '')?.byHand[0] ?? last ?? measuresOf('shoulder')[0]?.id ?? '';
}

/** The region a measure belongs to. */
export function regionOf(measure: string): Region {
  return (findManualMeasure(measure) ?? findProtocol(measure))?.region ?? 'shoulder';
}

/** The visit's measurement that a value belongs to: one of the same thing on the same side, if there is one. */
export function measurementFor(
  { trials, values }: Pick<EncounterState, 'trials' | 'values'>,
  measure: string,
  side: 'left' | 'right' | null,
): string | null {
  const bare = (id: string) => id.split('@')[0];
  const taken = [
    ...values.map((value) => ({ ...value, id: value.measure })),
    ...trials.map((trial) => ({ ...trial, id: trial.protocol, side: asAmended(trial).side })),
  ];
  // All trials of a measurement must be of this side: one that was corrected in part is not.
  const fits = (measurementId: string) =>
    taken.every((one) => one.measurementId !== measurementId || (bare(one.id) === bare(measure) && one.side === side));
  return taken.findLast(({ measurementId }) => fits(measurementId))?.measurementId ?? null;
}
