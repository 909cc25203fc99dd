import { listVisits as listContract, planVisit as planContract } from '@plumbline/shared/appointments';
import { canListVisits, canPlanVisit } from '@plumbline/shared/people';
import { onRoute } from '../registry/registry.ts';
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
    about: 'clinic',
    rule: canPlanVisit,
    audits: 'appointments.plan-visit',
    handler: ({ body }, scope, { app }) => planVisit(scope, app, body),
  }),
];
