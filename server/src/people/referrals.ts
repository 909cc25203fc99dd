import {
  canAnswerReferral,
  canWithdrawReferral,
  onlyParts,
  type ReferralContent,
  type ReferralListed,
  type WantedReferral,
} from '@plumbline/shared/people';
import { sql } from 'kysely';
import type { AppContext } from '../app-context.ts';
import type { Scope } from '../database/database.ts';
import { notAllowed, notFound, ProblemError } from '../problem.ts';
import { readRecord } from './profiles.ts';
import {
  createReferralKey,
  describeReferrals,
  type ReferralRow,
  referralKey,
  scopeOf,
  sealContent,
  sealWord,
} from './referral-store.ts';
import { takeOver } from './take-over.ts';

/** Makes a referral, once per `id`. What it says is sealed under a key of its own. */
export async function makeReferral(
  scope: Scope,
  app: AppContext,
  patientId: string,
  wanted: WantedReferral,
): Promise<ReferralListed> {
  const { tx, clinicId, actor } = scope;
  if (actor.kind !== 'staff') throw notAllowed();
  const known = await findReferral(scope, wanted.id);
  if (known) {
    const isSame = canWithdrawReferral(actor, scopeOf(known)) && known.from_patient_id === patientId;
    if (!isSame) throw new ProblemError(409, 'conflict', 'body.id');
    return describeOne(scope, app, known);
  }
  const to =
    wanted.kind === 'counter-referral'
      ? await senderOf(scope, patientId, wanted)
      : await recipientOf(scope, app, wanted);
  const { key, wrapped } = createReferralKey(app, wanted.id);
  const inserted = await tx
    .insertInto('referral')
    .values({
      id: wanted.id,
      kind: wanted.kind,
      from_clinic_id: clinicId,
      from_account_id: actor.accountId,
      from_patient_id: patientId,
      ...to,
      answers: wanted.kind === 'counter-referral' ? wanted.answers : null,
      status: 'pending',
      wrapped_key: wrapped,
      content_sealed: sealContent(key, wanted.id, await contentOf(scope, app, patientId, wanted)),
      word_sealed: null,
      received_sealed: null,
      made_at: new Date(app.clock.nowMs()),
      answered_at: null,
      answered_by: null,
      to_patient_id: to.to_clinic_id === clinicId ? patientId : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!inserted) throw new ProblemError(409, 'already-returned', 'body.answers');
  return describeOne(scope, app, inserted);
}

/** Accepts or declines. The first answer counts; the same answer of the same therapist again is no error. */
export async function answerReferral(
  scope: Scope,
  app: AppContext,
  referralId: string,
  { answer, word }: { answer: 'accept' | 'decline'; word: string },
): Promise<ReferralListed> {
  const { tx, actor } = scope;
  if (actor.kind !== 'staff') throw notAllowed();
  const row = await findReferral(scope, referralId, 'lock');
  if (!row || !canAnswerReferral(actor, scopeOf(row))) throw notFound();
  const status = answer === 'accept' ? 'accepted' : 'declined';
  if (row.status === status && row.answered_by === actor.accountId) return describeOne(scope, app, row);
  if (row.status !== 'pending') throw new ProblemError(409, 'already-answered');
  const key = referralKey(app, row);
  if (!key) throw notFound();
  const taken = answer === 'accept' ? await takeOver(scope, app, row) : { to_patient_id: row.to_patient_id };
  const answered = await tx
    .updateTable('referral')
    .set({
      status,
      answered_at: new Date(app.clock.nowMs()),
      answered_by: actor.accountId,
      word_sealed: sealWord(key, referralId, word),
      ...taken,
    })
    .where('id', '=', referralId)
    .returningAll()
    .executeTakeFirstOrThrow();
  return describeOne(scope, app, answered);
}

/** Takes a referral back that nobody has answered. */
export async function withdrawReferral(scope: Scope, app: AppContext, referralId: string): Promise<ReferralListed> {
  const row = await findReferral(scope, referralId, 'lock');
  if (!row || !canWithdrawReferral(scope.actor, scopeOf(row))) throw notFound();
  if (row.status === 'withdrawn') return describeOne(scope, app, row);
  if (row.status !== 'pending') throw new ProblemError(409, 'already-answered');
  const withdrawn = await scope.tx
    .updateTable('referral')
    .set({ status: 'withdrawn', answered_at: new Date(app.clock.nowMs()) })
    .where('id', '=', referralId)
    .returningAll()
    .executeTakeFirstOrThrow();
  return describeOne(scope, app, withdrawn);
}

/** The asker's own, and those to the clinic that nobody has taken; a year back. */
export async function listReferrals(scope: Scope, app: AppContext): Promise<ReferralListed[]> {
  const { tx, actor, clinicId } = scope;
  if (actor.kind !== 'staff') return [];
  const me = actor.accountId;
  const rows = await tx
    .selectFrom('referral')
    .selectAll()
    .where(({ and, or, eb }) =>
      or([
        and([eb('from_clinic_id', '=', clinicId), eb('from_account_id', '=', me)]),
        and([eb('to_clinic_id', '=', clinicId), or([eb('to_account_id', '=', me), eb('answered_by', '=', me)])]),
        and([eb('to_clinic_id', '=', clinicId), eb('to_account_id', 'is', null), eb('status', '=', 'pending')]),
      ]),
    )
    .where(({ or, eb }) => or([eb('status', '=', 'pending'), eb('made_at', '>', sql<Date>`now() - interval '1 year'`)]))
    // What came back before it was accepted was never theirs to see.
    .where(({ not, and, eb }) =>
      not(
        and([
          eb('status', '=', 'withdrawn'),
          not(and([eb('from_clinic_id', '=', clinicId), eb('from_account_id', '=', me)])),
        ]),
      ),
    )
    .orderBy('made_at', 'desc')
    .limit(200)
    .execute();
  return describeReferrals(scope, app, rows);
}

/** Those in a patient's chart, latest first. */
export async function listReferralsOf(scope: Scope, app: AppContext, patientId: string): Promise<ReferralListed[]> {
  const { tx, clinicId } = scope;
  const rows = await tx
    .selectFrom('referral')
    .selectAll()
    .where(({ and, or, eb }) =>
      or([
        and([eb('from_clinic_id', '=', clinicId), eb('from_patient_id', '=', patientId)]),
        and([eb('to_clinic_id', '=', clinicId), eb('to_patient_id', '=', patientId)]),
      ]),
    )
    .orderBy('made_at', 'desc')
    .limit(200)
    .execute();
  return describeReferrals(scope, app, rows);
}

/** Therapists of the clinic but the asker, and the other clinics of this installation by name. */
export async function listRecipients({ tx, clinicId, actor }: Scope, { db }: AppContext) {
  const colleagues = await tx
    .selectFrom('account')
    .select(['id as accountId', 'display_name as displayName'])
    .where('clinic_id', '=', clinicId)
    .where('disabled_at', 'is', null)
    .where(sql<boolean>`'therapist' = ANY (roles)`)
    .orderBy('display_name')
    .execute();
  const clinics = await db.withSystem((system) =>
    system
      .selectFrom('clinic')
      .select(['id as clinicId', 'name'])
      .where('id', '<>', clinicId)
      .orderBy('name')
      .execute(),
  );
  const isMe = (accountId: string) => actor.kind === 'staff' && actor.accountId === accountId;
  return { colleagues: colleagues.filter(({ accountId }) => !isMe(accountId)), clinics };
}

type To = { to_clinic_id: string; to_account_id: string | null };

async function recipientOf(
  scope: Scope,
  app: AppContext,
  { to }: Exclude<WantedReferral, { kind: 'counter-referral' }>,
): Promise<To> {
  const { colleagues, clinics } = await listRecipients(scope, app);
  if ('accountId' in to) {
    if (!colleagues.some(({ accountId }) => accountId === to.accountId))
      throw new ProblemError(400, 'unknown-recipient', 'body.to.accountId');
    return { to_clinic_id: scope.clinicId, to_account_id: to.accountId };
  }
  if (!clinics.some(({ clinicId }) => clinicId === to.clinicId))
    throw new ProblemError(400, 'unknown-recipient', 'body.to.clinicId');
  return { to_clinic_id: to.clinicId, to_account_id: null };
}

/** Who sent us the patient: a report goes back to them. */
async function senderOf(
  scope: Scope,
  patientId: string,
  { answers, consent }: Extract<WantedReferral, { kind: 'counter-referral' }>,
): Promise<To> {
  const { actor } = scope;
  const row = await findReferral(scope, answers);
  const isOurs =
    row?.status === 'accepted' &&
    row.kind !== 'counter-referral' &&
    row.to_clinic_id === scope.clinicId &&
    row.to_patient_id === patientId &&
    actor.kind === 'staff' &&
    row.answered_by === actor.accountId;
  if (!row || !isOurs) throw new ProblemError(400, 'unknown-referral', 'body.answers');
  if (row.from_clinic_id !== scope.clinicId && !consent) throw new ProblemError(400, 'no-consent', 'body.consent');
  return { to_clinic_id: row.from_clinic_id, to_account_id: row.from_account_id };
}

async function contentOf(
  scope: Scope,
  app: AppContext,
  patientId: string,
  wanted: WantedReferral,
): Promise<ReferralContent> {
  const { profile } = await readRecord(scope, app, patientId);
  const crosses = 'parts' in wanted;
  return {
    schema: 1,
    patientName: profile.displayName,
    letter: wanted.letter,
    summary: crosses ? wanted.summary : null,
    profile: crosses ? onlyParts(profile, wanted.parts) : null,
    consent: 'consent' in wanted ? wanted.consent : null,
  };
}

function findReferral({ tx }: Scope, id: string, lock?: 'lock'): Promise<ReferralRow | undefined> {
  return tx
    .selectFrom('referral')
    .selectAll()
    .where('id', '=', id)
    .$if(lock !== undefined, (query) => query.forUpdate())
    .executeTakeFirst();
}

async function describeOne(scope: Scope, app: AppContext, row: ReferralRow): Promise<ReferralListed> {
  const [listed] = await describeReferrals(scope, app, [row]);
  if (!listed) throw notFound();
  return listed;
}
