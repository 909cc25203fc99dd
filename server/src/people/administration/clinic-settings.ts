import { v7 as uuid } from 'uuid';
import type { Scope } from '../../database/database.ts';
import { notFound } from '../../problem.ts';
import type { Exchange } from '../../registry/registry.ts';
import { asksSecondFactor } from '../sign-in/policy.ts';

/** The clinic as its administrator sees it. */
export async function readClinic({ tx, clinicId }: Scope, { app }: Exchange) {
  const clinic = await tx
    .selectFrom('clinic')
    .select(['name', 'second_factor'])
    .where('id', '=', clinicId)
    .executeTakeFirstOrThrow();
  const sites = await tx
    .selectFrom('site')
    .select(['id as siteId', 'name'])
    .where('clinic_id', '=', clinicId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return { name: clinic.name, isSecondFactorRequired: asksSecondFactor(app, clinic.second_factor), sites };
}

/** Asking for a second factor counts at once: whoever is signed in without one adds it before anything else. */
export async function changeClinic(
  { tx, clinicId }: Scope,
  { name, isSecondFactorRequired }: { name: string; isSecondFactorRequired: boolean },
): Promise<void> {
  await tx
    .updateTable('clinic')
    .set({ name, second_factor: isSecondFactorRequired ? 'required' : 'optional' })
    .where('id', '=', clinicId)
    .execute();
}

export async function addSite({ tx, clinicId }: Scope, { app }: Exchange, name: string) {
  const siteId = uuid();
  const created_at = new Date(app.clock.nowMs());
  await tx.insertInto('site').values({ clinic_id: clinicId, id: siteId, name, created_at }).execute();
  return { siteId, name };
}

export async function renameSite({ tx, clinicId }: Scope, siteId: string, name: string) {
  const row = await tx
    .updateTable('site')
    .set({ name })
    .where('clinic_id', '=', clinicId)
    .where('id', '=', siteId)
    .returning('id')
    .executeTakeFirst();
  if (!row) throw notFound();
  return { siteId, name };
}
