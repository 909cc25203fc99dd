import type { AuditEntry } from '@plumbline/shared/audit';
import type { AppContext } from '../app-context.ts';
import type { Scope } from '../database/database.ts';
import { namesOf } from '../people/index.ts';

type Subject = NonNullable<AuditEntry['subject']>;

export interface Names {
  subject(id: string | null): AuditEntry['subject'];
  actor(kind: string, id: string | null): AuditEntry['actor'];
}

/** Looks up, as they are now, what the ids of a page of entries stand for. Whoever has been erased has no name. */
export async function lookUpNames(scope: Scope, app: AppContext, ids: readonly string[]): Promise<Names> {
  const { tx, clinicId } = scope;
  const wanted = ids.length > 0 ? [...new Set(ids)] : [clinicId];
  const [accounts, devices, encounters, patients] = [
    await tx
      .selectFrom('account')
      .select(['id', 'display_name'])
      .where('clinic_id', '=', clinicId)
      .where('id', 'in', wanted)
      .execute(),
    await tx
      .selectFrom('device')
      .select(['id', 'patient_id'])
      .where('clinic_id', '=', clinicId)
      .where('id', 'in', wanted)
      .execute(),
    await tx
      .selectFrom('encounter')
      .select(['id', 'patient_id'])
      .where('clinic_id', '=', clinicId)
      .where('id', 'in', wanted)
      .execute(),
    await tx.selectFrom('patient').select('id').where('clinic_id', '=', clinicId).where('id', 'in', wanted).execute(),
  ];
  const accountNames = new Map(accounts.map((row) => [row.id, row.display_name]));
  const patientOf = new Map([
    ...devices.map((row) => [row.id, row.patient_id] as const),
    ...encounters.map((row) => [row.id, row.patient_id] as const),
    ...patients.map((row) => [row.id, row.id] as const),
  ]);
  const patientNames = await namesOf(
    scope,
    app,
    [...patientOf.values()].filter((id) => id !== null),
  );
  const isEncounter = new Set(encounters.map(({ id }) => id));
  const kindOf = (id: string): Subject['kind'] => {
    if (accountNames.has(id)) return 'account';
    if (isEncounter.has(id)) return 'encounter';
    return patientOf.has(id) ? 'patient' : 'other';
  };
  const nameOf = (id: string) => accountNames.get(id) ?? patientNames.get(patientOf.get(id) ?? '') ?? null;
  return {
    subject: (id) =>
      id === null ? null : { kind: kindOf(id), id, name: nameOf(id), patientId: patientOf.get(id) ?? null },
    actor: (kind, id) => ({ kind, id, name: id === null ? null : nameOf(id) }),
  };
}
