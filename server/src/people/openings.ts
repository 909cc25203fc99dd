import { type ChartOpening, OPENING_MINUTES, type OPENING_REASONS } from '@plumbline/shared/people';
import { sql } from 'kysely';
import type { AppContext } from '../app-context.ts';
import { open, seal } from '../crypto/seal.ts';
import type { Scope } from '../database/database.ts';
import { notAllowed, notFound, ProblemError } from '../problem.ts';
import { patientKey } from './patient-key.ts';
import { namesOf } from './patients.ts';

const SHOWN = 20;

interface WantedOpening {
  id: string;
  reason: (typeof OPENING_REASONS)[number];
  words: string;
}

/** Opens the chart to the asker for `OPENING_MINUTES`, once per `id`. What they say of it is sealed under the patient's key. */
export async function openChart(
  scope: Scope,
  app: AppContext,
  patientId: string,
  { id, reason, words }: WantedOpening,
): Promise<{ expiresAt: string }> {
  const { tx, clinicId, actor } = scope;
  if (actor.kind !== 'staff') throw notAllowed();
  const key = await patientKey(scope, app, patientId);
  if (!key) throw notFound();
  await tx
    .insertInto('chart_opening')
    .values({
      clinic_id: clinicId,
      id,
      patient_id: patientId,
      account_id: actor.accountId,
      reason,
      reason_sealed: seal(key, Buffer.from(words), `chart-opening ${id}`),
      // The database's clock, by which the rule asks whether it is over.
      opened_at: sql<Date>`now()`,
      expires_at: sql<Date>`now() + ${OPENING_MINUTES} * interval '1 minute'`,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const stored = await tx
    .selectFrom('chart_opening')
    .select('expires_at')
    .where('clinic_id', '=', clinicId)
    .where('id', '=', id)
    .where('patient_id', '=', patientId)
    .where('account_id', '=', actor.accountId)
    .executeTakeFirst();
  if (!stored) throw new ProblemError(409, 'conflict', 'body.id');
  return { expiresAt: stored.expires_at.toISOString() };
}

/** When the chart the asker opened closes; null where it is not open. */
export async function openUntil({ tx, clinicId, actor }: Scope, patientId: string): Promise<string | null> {
  if (actor.kind !== 'staff') return null;
  const row = await tx
    .selectFrom('chart_opening')
    .select((select) => select.fn.max('expires_at').as('until'))
    .where('clinic_id', '=', clinicId)
    .where('patient_id', '=', patientId)
    .where('account_id', '=', actor.accountId)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  return row?.until ? new Date(row.until).toISOString() : null;
}

/** Who opened this patient's chart, newest first. */
export async function listOpeningsOf(scope: Scope, app: AppContext, patientId: string): Promise<ChartOpening[]> {
  const rows = await openings(scope).where('chart_opening.patient_id', '=', patientId).limit(SHOWN).execute();
  return describe(scope, app, rows);
}

/** Openings of charts in the asker's care by others, that the asker has not marked as seen. */
export async function listUnseenOpenings(scope: Scope, app: AppContext): Promise<ChartOpening[]> {
  const { actor } = scope;
  if (actor.kind !== 'staff') return [];
  const rows = await openings(scope)
    .innerJoin('care', (join) =>
      join
        .onRef('care.clinic_id', '=', 'chart_opening.clinic_id')
        .onRef('care.patient_id', '=', 'chart_opening.patient_id')
        .on('care.account_id', '=', actor.accountId)
        .on('care.until_at', 'is', null),
    )
    .leftJoin('chart_opening_seen', (join) =>
      join
        .onRef('chart_opening_seen.clinic_id', '=', 'chart_opening.clinic_id')
        .onRef('chart_opening_seen.opening_id', '=', 'chart_opening.id')
        .on('chart_opening_seen.account_id', '=', actor.accountId),
    )
    .where('chart_opening_seen.seen_at', 'is', null)
    .where('chart_opening.account_id', '<>', actor.accountId)
    .execute();
  return describe(scope, app, rows);
}

/** The asker has been shown that opening. Once is enough; throws `not-found` where it is not of that patient. */
export async function markSeen(scope: Scope, { clock }: AppContext, patientId: string, openingId: string) {
  const { tx, clinicId, actor } = scope;
  if (actor.kind !== 'staff') throw notAllowed();
  const known = await tx
    .selectFrom('chart_opening')
    .select('id')
    .where('clinic_id', '=', clinicId)
    .where('patient_id', '=', patientId)
    .where('id', '=', openingId)
    .executeTakeFirst();
  if (!known) throw notFound();
  await tx
    .insertInto('chart_opening_seen')
    .values({
      clinic_id: clinicId,
      opening_id: openingId,
      account_id: actor.accountId,
      seen_at: new Date(clock.nowMs()),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function openings({ tx, clinicId }: Scope) {
  return tx
    .selectFrom('chart_opening')
    .innerJoin('account', (join) =>
      join
        .onRef('account.clinic_id', '=', 'chart_opening.clinic_id')
        .onRef('account.id', '=', 'chart_opening.account_id'),
    )
    .select([
      'chart_opening.id',
      'chart_opening.patient_id',
      'display_name',
      'reason',
      'reason_sealed',
      'opened_at',
      'expires_at',
    ])
    .where('chart_opening.clinic_id', '=', clinicId)
    .orderBy('opened_at', 'desc');
}

type OpeningRow = Awaited<ReturnType<ReturnType<typeof openings>['execute']>>[number];

async function describe(scope: Scope, app: AppContext, rows: readonly OpeningRow[]): Promise<ChartOpening[]> {
  const ids = rows.map(({ patient_id }) => patient_id);
  const names = await namesOf(scope, app, ids);
  const shown: ChartOpening[] = [];
  for (const row of rows) {
    const key = await patientKey(scope, app, row.patient_id);
    const name = names.get(row.patient_id);
    if (!key || name === undefined) continue;
    shown.push({
      openingId: row.id,
      patientId: row.patient_id,
      patientName: name,
      openedBy: row.display_name,
      reason: row.reason,
      words: open(key, row.reason_sealed, `chart-opening ${row.id}`).toString(),
      openedAt: row.opened_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
    });
  }
  return shown;
}
