import { createToken } from '@plumbline/server/crypto/token.ts';
import type { StaffRole } from '@plumbline/shared/people';
import { v7 as uuid } from 'uuid';
import { Caller, type Stand } from './stand.ts';

export interface Member {
  caller: Caller;
  accountId: string;
  clinicId: string;
}

/** Somebody of a clinic's staff, signed in; the clinic is made where there is none of that id yet. */
export async function makeMember(
  stand: Stand,
  {
    clinicId = uuid(),
    clinicName = 'Lake Side',
    name = 'Eva Lang',
    roles = ['therapist'],
  }: { clinicId?: string; clinicName?: string; name?: string; roles?: StaffRole[] } = {},
): Promise<Member> {
  const [accountId, deviceId] = [uuid(), uuid()];
  const { token, hash } = createToken();
  await stand.rows('INSERT INTO clinic (id, name) VALUES ($1, $2) ON CONFLICT DO NOTHING', [clinicId, clinicName]);
  await stand.rows(
    `INSERT INTO account (clinic_id, id, email, display_name, roles, password_hash) VALUES ($1, $2, $3, $4, $5, 'none')`,
    [clinicId, accountId, `${accountId}@clinic.test`, name, roles],
  );
  await stand.rows('INSERT INTO device (clinic_id, id, account_id) VALUES ($1, $2, $3)', [
    clinicId,
    deviceId,
    accountId,
  ]);
  await stand.rows(
    `INSERT INTO staff_session (token_hash, clinic_id, account_id, device_id, expires_at)
      VALUES ($1, $2, $3, $4, now() + interval '1 hour')`,
    [hash, clinicId, accountId, deviceId],
  );
  const caller = new Caller(stand.baseUrl, 'staff');
  caller.cookies.set('plumbline-staff', token);
  return { caller, accountId, clinicId };
}
