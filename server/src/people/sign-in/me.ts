import type { Me } from '@plumbline/shared/people';
import type { AppContext } from '../../app-context.ts';
import type { Scope } from '../../database/database.ts';
import { signedOut } from '../../problem.ts';
import type { Exchange } from '../../registry/registry.ts';
import { asksSecondFactor } from './policy.ts';
import { currentSession } from './sessions.ts';

export type StaffMe = Extract<Me, { kind: 'staff' | 'enrolling' }>;

/** A signed-in member of staff as their pages see them. */
export async function describeStaff(
  { tx, clinicId }: Scope,
  app: AppContext,
  session: { accountId: string; deviceId: string; hasSecondFactor: boolean },
): Promise<StaffMe> {
  const row = await tx
    .selectFrom('account')
    .innerJoin('clinic', 'clinic.id', 'account.clinic_id')
    .select(['display_name', 'roles', 'clinic.name as clinic_name', 'second_factor'])
    .where('account.clinic_id', '=', clinicId)
    .where('account.id', '=', session.accountId)
    .executeTakeFirstOrThrow();
  const person = {
    accountId: session.accountId,
    deviceId: session.deviceId,
    clinicId,
    clinicName: row.clinic_name,
    displayName: row.display_name,
  };
  const owes = !session.hasSecondFactor && asksSecondFactor(app, row.second_factor);
  return owes ? { kind: 'enrolling', ...person } : { kind: 'staff', ...person, roles: row.roles };
}

/** Who this credential is. */
export async function me(scope: Scope, exchange: Exchange): Promise<Me> {
  const { actor, tx, clinicId } = scope;
  if (actor.kind === 'patient-device') {
    const clinic = await tx.selectFrom('clinic').select('name').where('id', '=', clinicId).executeTakeFirstOrThrow();
    return { kind: 'patient-device', deviceId: actor.deviceId, clinicName: clinic.name };
  }
  if (actor.kind === 'system') throw signedOut();
  const session = await currentSession(scope, exchange);
  return describeStaff(scope, exchange.app, {
    accountId: session.account_id,
    deviceId: session.device_id,
    hasSecondFactor: session.second_factor,
  });
}
