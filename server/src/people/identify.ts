import { type Actor, isSessionOver } from '@plumbline/shared/people';
import type { AppContext } from '../app-context.ts';
import { hashToken } from '../crypto/token.ts';
import { asksSecondFactor } from './sign-in/policy.ts';

/** A session is marked as used at most this often. */
const SEEN_EVERY_MS = 60_000;

export interface Credentials {
  /** Which of the two is asked for, where a browser holds both. */
  as: 'staff' | 'patient';
  staff: string | undefined;
  device: string | undefined;
}

/** Who holds these credentials; anonymous where they are missing, unknown or expired. */
export function identify(app: AppContext, { as, staff, device }: Credentials): Promise<Actor> {
  if (as === 'staff' && staff) return findStaff(app, staff);
  if (as === 'patient' && device) return findDevice(app, device);
  return Promise.resolve({ kind: 'anonymous' });
}

function findStaff(app: AppContext, token: string): Promise<Actor> {
  return app.db.withSystem(async (tx) => {
    const row = await tx
      .selectFrom('staff_session')
      .innerJoin('account', (join) =>
        join
          .onRef('account.clinic_id', '=', 'staff_session.clinic_id')
          .onRef('account.id', '=', 'staff_session.account_id'),
      )
      .innerJoin('clinic', 'clinic.id', 'account.clinic_id')
      .select(['account.clinic_id as clinicId', 'account.id as accountId', 'account.roles as roles'])
      .select(['clinic.second_factor as decided', 'staff_session.second_factor as hasSecondFactor'])
      .select(['expires_at as endsAt', 'last_seen_at as lastSeenAt'])
      .where('staff_session.token_hash', '=', hashToken(token))
      .where('account.disabled_at', 'is', null)
      .executeTakeFirst();
    const nowMs = app.clock.nowMs();
    if (!row) return { kind: 'anonymous' };
    const times = { endsMs: row.endsAt.getTime(), lastSeenMs: row.lastSeenAt.getTime() };
    if (isSessionOver(times, nowMs)) return { kind: 'anonymous' };
    if (nowMs >= times.lastSeenMs + SEEN_EVERY_MS) {
      await tx
        .updateTable('staff_session')
        .set({ last_seen_at: new Date(nowMs) })
        .where('token_hash', '=', hashToken(token))
        .execute();
    }
    const { clinicId, accountId, roles } = row;
    if (!row.hasSecondFactor && asksSecondFactor(app, row.decided)) return { kind: 'enrolling', clinicId, accountId };
    return { kind: 'staff', clinicId, accountId, roles };
  });
}

function findDevice({ db }: AppContext, token: string): Promise<Actor> {
  return db.withSystem(async (tx) => {
    const row = await tx
      .selectFrom('device')
      .select(['clinic_id as clinicId', 'id as deviceId', 'patient_id as patientId'])
      .where('credential_hash', '=', hashToken(token))
      .executeTakeFirst();
    return row?.patientId ? { kind: 'patient-device', ...row, patientId: row.patientId } : { kind: 'anonymous' };
  });
}
