import type { EncounterState, TrialState } from '@plumbline/shared/encounter';
import type { LiveReading } from '@plumbline/shared/measurement';

/** The trial for which the patient finds the place where they stood last time; null once they keep still for it, or where there is no such place. */
export function findingPlace({ active, trials }: EncounterState, reading: LiveReading | null): TrialState | null {
  const trial = active?.kind === 'trial' ? trials.find((one) => one.trialId === active.trialId) : undefined;
  return trial?.lastSetUp && (reading?.step ?? 'get-ready') === 'get-ready' ? trial : null;
}
