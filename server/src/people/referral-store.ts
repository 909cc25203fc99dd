import {
  canAnswerReferral,
  canWithdrawReferral,
  type ReferralContent,
  type ReferralListed,
  type ReferralScope,
  referralContent,
} from '@plumbline/shared/people';
import type { Selectable } from 'kysely';
import type { AppContext } from '../app-context.ts';
import { createKey, open, seal } from '../crypto/seal.ts';
import type { Scope } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { patientKey } from './patient-key.ts';

export type ReferralRow = Selectable<Tables['referral']>;

/** A key for one referral, and the key as it is stored. */
export function createReferralKey({ masterKey }: AppContext, id: string): { key: Buffer; wrapped: Buffer } {
  const key = createKey();
  return { key, wrapped: seal(masterKey, key, `referral-key ${id}`) };
}

/** The referral's key; null once the patient has been erased. */
export function referralKey({ masterKey }: AppContext, { id, wrapped_key }: ReferralRow): Buffer | null {
  return wrapped_key && open(masterKey, wrapped_key, `referral-key ${id}`);
}

export function sealContent(key: Buffer, id: string, content: ReferralContent): Buffer {
  return seal(key, Buffer.from(JSON.stringify(content)), `referral ${id}`);
}

export function sealWord(key: Buffer, id: string, word: string): Buffer | null {
  return word === '' ? null : seal(key, Buffer.from(word), `referral-word ${id}`);
}

/** What a referral says: from the copy under our own patient's key where there is one. Null once it is unreadable. */
export async function readContent(scope: Scope, app: AppContext, row: ReferralRow): Promise<ReferralContent | null> {
  const own = row.received_sealed && row.to_clinic_id === scope.clinicId ? row.received_sealed : null;
  const key = own && row.to_patient_id ? await patientKey(scope, app, row.to_patient_id) : referralKey(app, row);
  if (!key) return null;
  return referralContent.parse(JSON.parse(open(key, own ?? row.content_sealed, `referral ${row.id}`).toString()));
}

export function scopeOf(row: ReferralRow): ReferralScope {
  return {
    fromClinicId: row.from_clinic_id,
    fromAccountId: row.from_account_id,
    toClinicId: row.to_clinic_id,
    toAccountId: row.to_account_id,
  };
}

/** As the asker sees them, latest first; those that nobody can read any more are left out. */
export async function describeReferrals(
  scope: Scope,
  app: AppContext,
  rows: readonly ReferralRow[],
): Promise<ReferralListed[]> {
  const { tx, actor, clinicId } = scope;
  if (rows.length === 0) return [];
  const people = await tx
    .selectFrom('account')
    .select(['id', 'display_name'])
    .where('clinic_id', '=', clinicId)
    .where(
      'id',
      'in',
      rows.flatMap((row) => [row.from_account_id, row.to_account_id ?? row.answered_by ?? row.from_account_id]),
    )
    .execute();
  const names = new Map(people.map(({ id, display_name }) => [id, display_name]));
  const clinics = await clinicNames(app, rows);
  const answered = await answeredBy(scope, rows);
  const listed: ReferralListed[] = [];
  for (const row of rows) {
    const content = await readContent(scope, app, row);
    if (!content) continue;
    const isBetweenClinics = row.from_clinic_id !== row.to_clinic_id;
    const isOutgoing = canWithdrawReferral(actor, scopeOf(row));
    const direction = isOutgoing || (isBetweenClinics && row.from_clinic_id === clinicId) ? 'outgoing' : 'incoming';
    const key = row.word_sealed && referralKey(app, row);
    const taker = row.to_account_id ?? row.answered_by;
    listed.push({
      referralId: row.id,
      kind: row.kind,
      direction,
      status: row.status,
      patientName: content.patientName,
      patientId: row.from_clinic_id === clinicId ? row.from_patient_id : row.to_patient_id,
      fromClinic: clinics.get(row.from_clinic_id) ?? '',
      toClinic: clinics.get(row.to_clinic_id) ?? '',
      isBetweenClinics,
      fromName: names.get(row.from_account_id) ?? null,
      toName: (taker && names.get(taker)) ?? null,
      letter: content.letter,
      summary: content.summary,
      word: row.word_sealed && key ? open(key, row.word_sealed, `referral-word ${row.id}`).toString() : null,
      consent: content.consent,
      madeAt: row.made_at.toISOString(),
      answeredAt: row.answered_at?.toISOString() ?? null,
      can: {
        answer: row.status === 'pending' && canAnswerReferral(actor, scopeOf(row)),
        withdraw: row.status === 'pending' && isOutgoing,
        returnReport:
          row.status === 'accepted' &&
          row.kind !== 'counter-referral' &&
          actor.kind === 'staff' &&
          row.answered_by === actor.accountId &&
          !answered.has(row.id),
      },
    });
  }
  return listed;
}

/** Names of the two clinics of each; that of the other one is all we are told of it. */
async function clinicNames({ db }: AppContext, rows: readonly ReferralRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap((row) => [row.from_clinic_id, row.to_clinic_id]))];
  const clinics = await db.withSystem((tx) =>
    tx.selectFrom('clinic').select(['id', 'name']).where('id', 'in', ids).execute(),
  );
  return new Map(clinics.map(({ id, name }) => [id, name]));
}

/** Those a report was returned for, or is under way. */
async function answeredBy({ tx }: Scope, rows: readonly ReferralRow[]): Promise<Set<string | null>> {
  const reports = await tx
    .selectFrom('referral')
    .select('answers')
    .where(
      'answers',
      'in',
      rows.map(({ id }) => id),
    )
    .where('status', 'in', ['pending', 'accepted'])
    .execute();
  return new Set(reports.map(({ answers }) => answers));
}
