import {
  listVisits as listContract,
  listVisitsOf as listOfContract,
  planVisit as planContract,
} from '@plumbline/shared/appointments';
import { canCareFor, canListVisits, canReadChart } from '@plumbline/shared/people';
import { onRoute } from '../registry/registry.ts';
import { listVisitsOf } from './patient-visits.ts';
import { listVisits, planVisit } from './visits.ts';

/** The therapist's calendar. */
export const appointmentRoutes = [
  onRoute({
    contract: listContract,
    about: 'clinic',
    rule: canListVisits,
    audits: 'appointments.list-visits',
    handler: async ({ query }, scope, { app }) => ({ visits: await listVisits(scope, app, query) }),
  }),
  onRoute({
    contract: planContract,
    about: 'patient',
    rule: canCareFor,
    audits: 'appointments.plan-visit',
    handler: ({ body }, scope, _patient, { app }) => planVisit(scope, app, body),
  }),
  onRoute({
    contract: listOfContract,
    about: 'patient',
    rule: canReadChart,
    audits: 'appointments.list-visits-of',
    handler: async (_input, scope, { patientId }) => ({ visits: await listVisitsOf(scope, patientId) }),
  }),
];
