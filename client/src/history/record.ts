import type { EncounterState, PastValue } from '@plumbline/shared/encounter';
import { getHistory, lastTimeOfAnyVersion, pastValuesOf } from '@plumbline/shared/encounter';
import type { MeasuredPerson, SetUp } from '@plumbline/shared/measurement';
import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useMemo } from 'react';
import { call } from '../http/index.ts';

/** What is known of a patient's measurements, those of the visit at hand among them. */
export interface PatientRecord {
  encounterId: string;
  /** In no order. */
  values: readonly PastValue[];
  /** missing: earlier visits could not be read; what there is is of this visit alone. */
  status: 'loading' | 'ready' | 'missing';
  /** Null where age or sex is not known: then nothing is compared with other people. */
  person: MeasuredPerson | null;
  /** How the patient stood when this was last measured by the camera, in an earlier visit. */
  lastSetUp: (protocol: string, side: 'left' | 'right') => SetUp | null;
}

/** Earlier visits change only when something comes late or is reviewed late. */
const FRESH_MS = 60_000;

/** The record around one visit: its own values as they are now, and those of the patient's other visits. */
export function usePatientRecord(
  encounterId: string,
  state: Pick<EncounterState, 'trials' | 'values'>,
  person: MeasuredPerson | null = null,
): PatientRecord {
  const { data, isError } = useQuery({
    queryKey: ['history', encounterId],
    queryFn: ({ signal }) => call(getHistory, { params: { encounterId }, signal }),
    staleTime: FRESH_MS,
  });
  const past = useMemo(() => data?.series.flatMap(({ values }): PastValue[] => values) ?? [], [data]);
  const lastSetUp = useMemo(
    () => (measure: string, side: 'left' | 'right') =>
      lastTimeOfAnyVersion(past, { measure, side, method: 'camera' }, { encounterId, atMs: Number.POSITIVE_INFINITY })
        ?.setUp ?? null,
    [past, encounterId],
  );
  const { trials, values } = state;
  const own = useMemo(() => pastValuesOf(encounterId, { trials, values }), [encounterId, trials, values]);
  return useMemo(
    () => ({
      encounterId,
      values: [...past, ...own],
      status: data ? 'ready' : isError ? 'missing' : 'loading',
      person,
      lastSetUp,
    }),
    [encounterId, past, own, data, isError, person, lastSetUp],
  );
}

export const RecordContext = createContext<PatientRecord | null>(null);

/** The record of the patient on the screen; null where the page has none. */
export function useRecord(): PatientRecord | null {
  return useContext(RecordContext);
}
