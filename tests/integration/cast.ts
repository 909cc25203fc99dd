import { createHash, randomBytes } from 'node:crypto';
import { open, seal } from '@plumbline/server/crypto/seal.ts';
import { planVisit } from '@plumbline/shared/appointments';
import { addPatient } from '@plumbline/shared/people';
import { v7 as uuid } from 'uuid';
import { pathOf, validInput } from './contract-input.ts';
import { createPen } from './events.ts';
import { Caller, makeVisit, type Stand } from './stand.ts';

export const STAFF_ROLES = ['administrator', 'therapist', 'assistant'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** How a signed-in member of staff stands to the patient and the visit that a request is about. */
export const STAFF_RELATIONS = [
  'own',
  'cares',
  'same clinic',
  'other clinic',
  'broken glass',
  'broken glass expired',
] as const;
/** The same for a patient's device. */
export const DEVICE_RELATIONS = ['own', 'own, other visit', 'same clinic', 'other clinic'] as const;
/** Credentials that are worth nothing. */
export const DEAD = ['signed out', 'expired', 'revoked', 'disabled', 'forged'] as const;

export type Relation = (typeof STAFF_RELATIONS)[number] | (typeof DEVICE_RELATIONS)[number] | (typeof DEAD)[number];
export type Role = StaffRole | 'device' | 'nobody';
export type Who = `${Role} ${Relation}`;

/** A patient with an open visit. `patientName` stands nowhere else. */
export interface Subject {
  patientId: string;
  patientName: string;
  encounterId: string;
  /** A link to the visit that nobody has opened. */
  link: string;
  device: Credential;
  otherVisitsDevice: Credential;
}

export interface Credential {
  id: string;
  token: string;
}

/** Somebody who asks, and whom the request is about. */
export interface Member {
  who: Who;
  alive: boolean;
  as: 'staff' | 'patient';
  token: string | null;
  /** The device that events of this member come from; a stranger's where they have none. */
  deviceId: string;
  accountId: string | null;
  subject: Subject;
}

const hash = (token: string) => createHash('sha256').update(token).digest();
const HOUR_MS = 3_600_000;

/** Every role in every relation to a patient with an open visit, in a clinic beside another one. */
export async function makeCast(stand: Stand): Promise<Member[]> {
  const { tom, me } = await makeVisit(stand);
  const here = me.clinicId;
  const there = uuid();
  await stand.rows('INSERT INTO clinic (id, name) VALUES ($1, $2)', [there, 'Far Away']);
  const stranger = await makeStaff(stand, there, 'therapist');
  const far = await makeSubject(stand, stranger.caller, 'Far Away Canary');

  const cast: Member[] = [];
  for (const role of STAFF_ROLES) {
    const subject = await makeSubject(stand, tom, `Quetzal Canary of ${role}`);
    const join = (relation: Relation, member: Partial<Member>) =>
      cast.push({
        who: `${role} ${relation}`,
        alive: !DEAD.some((dead) => dead === relation),
        as: 'staff',
        token: null,
        deviceId: subject.device.id,
        accountId: null,
        subject,
        ...member,
      });
    const own = await makeStaff(stand, here, role);
    await stand.rows('UPDATE care SET until_at = now() WHERE patient_id = $1', [subject.patientId]);
    await giveCare(stand, here, subject, own.accountId);
    await stand.rows('UPDATE encounter SET therapist_id = $1 WHERE patient_id = $2', [
      own.accountId,
      subject.patientId,
    ]);
    await stand.rows('UPDATE appointment SET therapist_id = $1 WHERE patient_id = $2', [
      own.accountId,
      subject.patientId,
    ]);
    join('own', own);
    const cares = await makeStaff(stand, here, role);
    await giveCare(stand, here, subject, cares.accountId);
    join('cares', cares);
    join('same clinic', await makeStaff(stand, here, role));
    join('other clinic', await makeStaff(stand, there, role));
    for (const [relation, hours] of [
      ['broken glass', 1],
      ['broken glass expired', -1],
    ] as const) {
      const opener = await makeStaff(stand, here, role);
      await breakGlass(stand, here, subject, opener.accountId, hours * HOUR_MS);
      join(relation, opener);
    }
    join('signed out', {});
    join('expired', { token: await openSession(stand, here, own.accountId, own.deviceId, -HOUR_MS) });
    const revoked = await openSession(stand, here, own.accountId, own.deviceId, HOUR_MS);
    await stand.rows('DELETE FROM staff_session WHERE token_hash = $1', [hash(revoked)]);
    join('revoked', { token: revoked });
    join('forged', { token: randomBytes(32).toString('base64url') });
    const disabled = await makeStaff(stand, here, role);
    await giveCare(stand, here, subject, disabled.accountId);
    await stand.rows('UPDATE account SET disabled_at = now() WHERE id = $1', [disabled.accountId]);
    join('disabled', disabled);
  }

  const ana = await makeSubject(stand, tom, 'Quetzal Canary of device');
  const bob = await makeSubject(stand, tom, 'Quetzal Canary of another');
  const device = (relation: Relation, { id, token }: Partial<Credential>, alive = true): Member => ({
    who: `device ${relation}`,
    alive,
    as: 'patient',
    token: token ?? null,
    deviceId: id ?? ana.device.id,
    accountId: null,
    subject: ana,
  });
  const gone = (await makeSubject(stand, tom, 'Quetzal Canary of yesterday')).device;
  await stand.rows('UPDATE device SET credential_hash = NULL WHERE id = $1', [gone.id]);
  cast.push(
    device('own', ana.device),
    device('own, other visit', ana.otherVisitsDevice),
    device('same clinic', bob.device),
    device('other clinic', far.device),
    device('signed out', {}, false),
    device('revoked', gone, false),
    device('forged', { token: randomBytes(32).toString('base64url') }, false),
  );
  const own = cast.find(({ who }) => who === 'therapist own') as Member;
  // A credential of one kind is worth nothing as the other kind.
  cast.push({ ...own, who: 'nobody forged', alive: false, as: 'patient' });
  cast.push({ ...device('signed out', {}, false), who: 'nobody signed out', as: 'staff' });
  return cast;
}

interface Staff {
  accountId: string;
  deviceId: string;
  token: string;
  caller: Caller;
}

/** An account with one role and an open session. */
async function makeStaff(stand: Stand, clinicId: string, role: StaffRole): Promise<Staff> {
  const [accountId, deviceId] = [uuid(), uuid()];
  await stand.rows(
    `INSERT INTO account (clinic_id, id, email, display_name, roles, password_hash) VALUES ($1, $2, $3, $4, $5, 'none')`,
    [clinicId, accountId, `${accountId}@clinic.test`, `Some ${role}`, [role]],
  );
  await stand.rows('INSERT INTO device (clinic_id, id, account_id) VALUES ($1, $2, $3)', [
    clinicId,
    deviceId,
    accountId,
  ]);
  const token = await openSession(stand, clinicId, accountId, deviceId, HOUR_MS);
  return { accountId, deviceId, token, caller: callerOf(stand, { as: 'staff', token }) };
}

async function openSession(stand: Stand, clinicId: string, accountId: string, deviceId: string, forMs: number) {
  const token = randomBytes(32).toString('base64url');
  await stand.rows(
    // Seen and proved later than now: however long the tests take, being asked leaves no mark, and every proof is fresh.
    `INSERT INTO staff_session (token_hash, clinic_id, account_id, device_id, expires_at, last_seen_at, proved_at)
     VALUES ($1, $2, $3, $4, $5, $6, $6)`,
    [hash(token), clinicId, accountId, deviceId, new Date(Date.now() + forMs), new Date(Date.now() + HOUR_MS)],
  );
  return token;
}

function giveCare(stand: Stand, clinicId: string, { patientId }: Subject, accountId: string) {
  return stand.rows(
    'INSERT INTO care (clinic_id, id, patient_id, account_id, from_at) VALUES ($1, $2, $3, $4, now())',
    [clinicId, uuid(), patientId, accountId],
  );
}

async function breakGlass(stand: Stand, clinicId: string, { patientId }: Subject, accountId: string, forMs: number) {
  const id = uuid();
  const masterKey = stand.server.apps[0]?.masterKey as Buffer;
  const [row] = await stand.rows<{ key: Buffer }>('SELECT wrapped_key AS key FROM patient_key WHERE patient_id = $1', [
    patientId,
  ]);
  const key = open(masterKey, row?.key as Buffer, `patient-key ${patientId}`);
  await stand.rows(
    `INSERT INTO chart_opening (clinic_id, id, patient_id, account_id, reason_sealed, opened_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, now() - interval '2 hours', $6)`,
    [
      clinicId,
      id,
      patientId,
      accountId,
      seal(key, Buffer.from('a test'), `chart-opening ${id}`),
      new Date(Date.now() + forMs),
    ],
  );
}

/** A browser that holds just this credential. */
export function callerOf(stand: Stand, { as, token }: Pick<Member, 'as' | 'token'>): Caller {
  const caller = new Caller(stand.baseUrl, as);
  if (token) caller.cookies.set(`plumbline-${as === 'staff' ? 'staff' : 'device'}`, token);
  return caller;
}

/** A patient of the therapist's with two visits, each with a device of theirs, the first one open, its landmarks kept. */
async function makeSubject(stand: Stand, therapist: Caller, patientName: string): Promise<Subject> {
  const { body } = validInput(addPatient, { displayName: patientName });
  const { patientId } = await therapist.get<{ patientId: string }>('POST', '/api/patients', body);
  const [encounterId, otherId] = [uuid(), uuid()];
  const first = await enter(stand, therapist, patientId, encounterId);
  const { deviceId: therapists } = await therapist.get<{ deviceId: string }>('GET', '/api/me');
  const [anas, toms] = [createPen(encounterId, first.id), createPen(encounterId, therapists)];
  const events = `/api/encounters/${encounterId}/events`;
  await first.caller.get('POST', events, { events: [anas('patient.arrived'), anas('consent.given')] });
  await therapist.get('POST', events, { events: [toms('patient.admitted')] });
  const other = await enter(stand, therapist, patientId, otherId);
  return {
    patientId,
    patientName,
    encounterId,
    link: await inviteTo(therapist, encounterId),
    device: first,
    otherVisitsDevice: other,
  };
}

async function inviteTo(therapist: Caller, encounterId: string): Promise<string> {
  const { url } = await therapist.get<{ url: string }>('POST', `/api/encounters/${encounterId}/invitations`, {});
  return new URL(url).hash.slice(1);
}

async function enter(stand: Stand, therapist: Caller, patientId: string, encounterId: string) {
  const input = validInput(planVisit, {
    id: encounterId,
    patientId,
    durationMinutes: 40,
    timeZone: 'Europe/Berlin',
    startsAt: new Date().toISOString(),
  });
  await therapist.get('POST', pathOf(planVisit, input), input.body);
  const caller = new Caller(stand.baseUrl, 'patient');
  const token = await inviteTo(therapist, encounterId);
  const { deviceId } = await caller.get<{ deviceId: string }>('POST', '/api/invitations/redeem', { token });
  return { id: deviceId, token: caller.cookies.get('plumbline-device') ?? '', caller };
}
