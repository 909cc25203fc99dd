import { emptyProfile } from '@plumbline/shared/people';
import { v7 as uuid } from 'uuid';
import type { AppContext } from '../app-context.ts';
import { appendAudit } from '../audit/index.ts';
import { inOtherClinic, type Scope } from '../database/database.ts';
import { notAllowed, notFound } from '../problem.ts';
import { keptRecord, takeIntoCare } from './care.ts';
import { patientKey } from './patient-key.ts';
import { addPatient } from './patients.ts';
import { type ReferralRow, readContent, sealContent } from './referral-store.ts';

/** What of a referral's row changes with its acceptance. */
type Taken = Pick<ReferralRow, 'to_patient_id'> & Partial<Pick<ReferralRow, 'received_sealed'>>;

/**
 * The asker takes the patient on. Within a clinic their care begins; from another one a patient is added with what the
 * referral contains and nothing else. A transfer and a report end the care of who made them.
 */
export async function takeOver(scope: Scope, app: AppContext, row: ReferralRow): Promise<Taken> {
  const { actor, clinicId } = scope;
  if (actor.kind !== 'staff') throw notAllowed();
  const endsCare = row.kind !== 'referral';
  if (row.from_clinic_id === clinicId) {
    const patientId = await keptRecord(scope, row.from_patient_id);
    if (!patientId) throw notFound();
    await takeIntoCare(scope, app, patientId, actor.accountId);
    if (endsCare) await endCare(scope, app, patientId, row.from_account_id);
    return { to_patient_id: patientId };
  }
  const patientId = await patientHere(scope, app, row);
  await takeIntoCare(scope, app, patientId, actor.accountId);
  const content = await readContent(scope, app, row);
  const key = await patientKey(scope, app, patientId);
  if (!content || !key) throw notFound();
  await inOtherClinic(scope, row.from_clinic_id, async (there) => {
    if (endsCare) await endCare(there, app, row.from_patient_id, row.from_account_id);
    await appendAudit(there, { action: 'people.referral-accepted', subjectId: row.from_patient_id, address: null });
  });
  return { to_patient_id: patientId, received_sealed: sealContent(key, row.id, content) };
}

/** The patient's record in this clinic: the one we sent away, where a report comes back, else a new one. */
async function patientHere(scope: Scope, app: AppContext, row: ReferralRow): Promise<string> {
  if (row.answers) {
    const sent = await scope.tx
      .selectFrom('referral')
      .select('from_patient_id')
      .where('id', '=', row.answers)
      .where('from_clinic_id', '=', scope.clinicId)
      .executeTakeFirst();
    const known = sent && (await keptRecord(scope, sent.from_patient_id));
    if (known) return known;
  }
  const content = await readContent(scope, app, row);
  if (!content) throw notFound();
  const { schema: _, displayName, ...details } = content.profile ?? emptyProfile(content.patientName);
  return (await addPatient(scope, app, { id: uuid(), displayName, details })).patientId;
}

async function endCare({ tx, clinicId }: Scope, { clock }: AppContext, patientId: string, accountId: string) {
  await tx
    .updateTable('care')
    .set({ until_at: new Date(clock.nowMs()) })
    .where('clinic_id', '=', clinicId)
    .where('patient_id', '=', patientId)
    .where('account_id', '=', accountId)
    .where('until_at', 'is', null)
    .execute();
}
