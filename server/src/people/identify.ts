import type { Actor } from '@plumbline/shared/people';
import type { AppContext } from '../app-context.ts';
import { hashToken } from '../crypto/token.ts';

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

function findStaff({ db, clock }: AppContext, token: string): Promise<Actor> {
  return db.withSystem(async (tx) => {
    const row = await tx
      .selectFrom('staff_session')
      .innerJoin('account', (join) =>
        join
          .onRef('account.clinic_id', '=', 'staff_session.clinic_id')
          .onRef('account.id', '=', 'staff_session.account_id'),
      )
      .select(['account.clinic_id as clinicId', 'account.id as accountId', 'account.roles as roles'])
      .where('staff_session.token_hash', '=', hashToken(token))
      .where('account.disabled_at', 'is', null)
      .where('staff_session.expires_at', '>', new Date(clock.nowMs()))
      .executeTakeFirst();
    return row ? { kind: 'staff', ...row } : { kind: 'anonymous' };
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
