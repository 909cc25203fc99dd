import { exportAudit, listAudit, listAuditChoices, listLooks } from '@plumbline/shared/audit';
import { canAdminister, canSeeOwnRecord } from '@plumbline/shared/people';
import { onRoute } from '../registry/registry.ts';
import { toCsv } from './csv.ts';
import { readChoices, readEntries } from './list.ts';
import { readLooks } from './looks.ts';

const PAGE = 50;
const MOST_IN_A_FILE = 20_000;

/** The log of the clinic for its administrators; for a patient, who used their record. */
export const auditRoutes = [
  onRoute({
    contract: listAudit,
    about: 'clinic',
    rule: canAdminister,
    audits: 'audit.list',
    handler: ({ query }, scope, { app, note }) => {
      if (query.patientId) note({ subjectId: query.patientId });
      return readEntries(scope, app, query, PAGE);
    },
  }),
  onRoute({
    contract: listAuditChoices,
    about: 'clinic',
    rule: canAdminister,
    // Names of colleagues and of deeds.
    audits: null,
    handler: (_input, scope) => readChoices(scope),
  }),
  onRoute({
    contract: exportAudit,
    about: 'clinic',
    rule: canAdminister,
    audits: 'audit.export',
    handler: async ({ body: { format, ...filters } }, scope, { app, note }) => {
      note({ why: format, ...(filters.patientId ? { subjectId: filters.patientId } : {}) });
      const { entries, more } = await readEntries(scope, app, filters, MOST_IN_A_FILE);
      const text = format === 'csv' ? toCsv(entries) : `${JSON.stringify(entries, null, 2)}\n`;
      return { text, entries: entries.length, more };
    },
  }),
  onRoute({
    contract: listLooks,
    about: 'clinic',
    rule: canSeeOwnRecord,
    audits: 'audit.my-record',
    handler: async (_input, scope, { note }) => {
      if (scope.actor.kind === 'patient-device') note({ subjectId: scope.actor.patientId, why: 'own' });
      return { looks: await readLooks(scope) };
    },
  }),
];
