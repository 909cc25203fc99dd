import { canAdminister, canExportChart, canServeRights } from '@plumbline/shared/people';
import {
  askForErasure as askContract,
  exportPatient as exportContract,
  getPatientRights,
  getRetention,
  restrictPatient,
  runRetention,
  setRetention,
  withdrawErasure as withdrawContract,
} from '@plumbline/shared/rights';
import { onRoute } from '../registry/registry.ts';
import { exportPatient } from './export-patient.ts';
import { askForErasure, readRights, restrict, withdrawErasure } from './patient-rights.ts';
import { readSchedule, setKeepDays } from './retention.ts';
import { retentionJob } from './retention-job.ts';

/** What patients may ask of a clinic, and how long it keeps what it has. */
export const rightsRoutes = [
  onRoute({
    contract: getPatientRights,
    about: 'patient',
    rule: canServeRights,
    audits: null,
    handler: ({ params }, scope, _patient, { app }) => readRights(scope, params.patientId, app),
  }),
  onRoute({
    contract: exportContract,
    about: 'patient',
    rule: canExportChart,
    audits: 'rights.export',
    handler: ({ params }, scope, _patient, { app }) => exportPatient(scope, params.patientId, app),
  }),
  onRoute({
    contract: restrictPatient,
    about: 'patient',
    rule: canServeRights,
    audits: 'rights.restrict',
    handler: async ({ params, body }, scope, _patient, { app }) => {
      await restrict(scope, params.patientId, body.restricted, app);
      return readRights(scope, params.patientId, app);
    },
  }),
  onRoute({
    contract: askContract,
    about: 'patient',
    rule: canServeRights,
    audits: 'rights.ask-for-erasure',
    handler: async ({ params, body }, scope, _patient, { app }) => {
      await askForErasure(scope, params.patientId, body.reason, app);
      return readRights(scope, params.patientId, app);
    },
  }),
  onRoute({
    contract: withdrawContract,
    about: 'patient',
    rule: canServeRights,
    audits: 'rights.withdraw-erasure',
    handler: async ({ params }, scope, _patient, { app }) => {
      await withdrawErasure(scope, params.patientId, app);
      return readRights(scope, params.patientId, app);
    },
  }),
  onRoute({
    contract: getRetention,
    about: 'clinic',
    rule: canAdminister,
    audits: null,
    handler: (_input, scope) => readSchedule(scope),
  }),
  onRoute({
    contract: setRetention,
    about: 'clinic',
    rule: canAdminister,
    audits: 'rights.set-retention',
    handler: async ({ params, body }, scope, { app }) => {
      await setKeepDays(scope, params.kind, body.days, app);
      return readSchedule(scope);
    },
  }),
  onRoute({
    contract: runRetention,
    about: 'clinic',
    rule: canAdminister,
    audits: 'rights.run-retention',
    handler: async (_input, scope, { app }) => {
      await app.jobs.enqueue(scope, retentionJob, {});
      return {};
    },
  }),
];
