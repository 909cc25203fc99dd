import {
  addPatient as addContract,
  canBreakGlass,
  canCareFor,
  canReadChart,
  canSeeCover,
  canTakeOnPatients,
  getChart,
  getCover,
  getProfile,
  leaveCare as leaveContract,
  listPatients as listContract,
  listOpenings,
  openChart as openContract,
  searchPatients as searchContract,
  seeOpening,
  findSimilar as similarContract,
  writeProfile as writeContract,
} from '@plumbline/shared/people';
import { onRoute } from '../registry/registry.ts';
import { leaveCare, readChart, readCover } from './chart.ts';
import { findSimilar, searchPatients } from './find-patients.ts';
import { listUnseenOpenings, markSeen, openChart } from './openings.ts';
import { addPatient, listPatients } from './patients.ts';
import { readProfile, writeProfile } from './profiles.ts';

/** Patients: finding and adding them, their profile, their chart, and who may open it. */
export const patientRoutes = [
  onRoute({
    contract: listContract,
    about: 'clinic',
    rule: canTakeOnPatients,
    audits: 'people.list-patients',
    handler: async (_input, scope, { app }) => ({ patients: await listPatients(scope, app) }),
  }),
  onRoute({
    contract: addContract,
    about: 'clinic',
    rule: canTakeOnPatients,
    audits: 'people.add-patient',
    handler: async ({ body }, scope, { app, note }) => {
      const added = await addPatient(scope, app, body);
      note({ subjectId: added.patientId, why: 'cares' });
      return added;
    },
  }),
  onRoute({
    contract: searchContract,
    about: 'clinic',
    rule: canTakeOnPatients,
    audits: 'people.search-patients',
    handler: ({ body }, scope, { app, note }) => {
      note({ why: body.where });
      return searchPatients(scope, app, body);
    },
  }),
  onRoute({
    contract: similarContract,
    about: 'clinic',
    rule: canTakeOnPatients,
    audits: 'people.find-similar',
    handler: async ({ body }, scope, { app }) => ({
      patients: await findSimilar(scope, app, { ...body, legalName: null }),
    }),
  }),
  onRoute({
    contract: getChart,
    about: 'patient',
    rule: canReadChart,
    audits: 'people.read-chart',
    handler: (_input, scope, patient, { app }) => readChart(scope, app, patient),
  }),
  onRoute({
    contract: getProfile,
    about: 'patient',
    rule: canReadChart,
    audits: 'people.read-profile',
    handler: (_input, scope, { patientId }, { app }) => readProfile(scope, app, patientId),
  }),
  onRoute({
    contract: writeContract,
    about: 'patient',
    rule: canCareFor,
    audits: 'people.write-profile',
    handler: async ({ body }, scope, { patientId }, { app }) => {
      await writeProfile(scope, app, patientId, body);
      return readProfile(scope, app, patientId);
    },
  }),
  onRoute({
    contract: getCover,
    about: 'patient',
    rule: canSeeCover,
    audits: 'people.read-cover',
    handler: (_input, scope, { patientId }, { app }) => readCover(scope, app, patientId),
  }),
  onRoute({
    contract: openContract,
    about: 'patient',
    rule: canBreakGlass,
    audits: 'people.break-glass',
    handler: ({ body }, scope, { patientId }, { app, note }) => {
      note({ why: body.reason });
      return openChart(scope, app, patientId, body);
    },
  }),
  onRoute({
    contract: listOpenings,
    about: 'clinic',
    rule: canTakeOnPatients,
    audits: 'people.list-openings',
    handler: async (_input, scope, { app }) => ({ openings: await listUnseenOpenings(scope, app) }),
  }),
  onRoute({
    contract: seeOpening,
    about: 'patient',
    rule: canCareFor,
    audits: 'people.see-opening',
    handler: async ({ params }, scope, _patient, { app }) => {
      await markSeen(scope, app, params.patientId, params.openingId);
      return {};
    },
  }),
  onRoute({
    contract: leaveContract,
    about: 'patient',
    rule: canCareFor,
    audits: 'people.leave-care',
    handler: async (_input, scope, { patientId }, { app }) => {
      await leaveCare(scope, app, patientId);
      return {};
    },
  }),
];
