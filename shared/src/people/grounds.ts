import {
  canAdminister,
  canBePatient,
  canCareFor,
  canConduct,
  canReadChart,
  type EncounterScope,
  type PatientScope,
} from './permissions.ts';
import type { Actor } from './roles.ts';

/** On what ground somebody may use a record, as the audit log keeps it: they conduct the visit, care for the patient, opened the chart with a reason, are the patient, or administer the clinic. */
export const GROUNDS = ['conducts', 'cares', 'opened', 'own', 'administers'] as const;
export type Ground = (typeof GROUNDS)[number];

/** The nearest ground the actor has; null where there is none. */
export function groundFor(actor: Actor, patient: PatientScope, encounter?: EncounterScope): Ground | null {
  if (encounter && canConduct(actor, encounter)) return 'conducts';
  if (canCareFor(actor, patient)) return 'cares';
  if (canReadChart(actor, patient)) return 'opened';
  if (canBePatient(actor, patient)) return 'own';
  return canAdminister(actor) && actor.kind === 'staff' && actor.clinicId === patient.clinicId ? 'administers' : null;
}
