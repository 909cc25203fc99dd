import type { Actor, StaffRole } from './roles.ts';

/** A patient as far as permissions look at it. */
export interface PatientScope {
  clinicId: string;
  patientId: string;
  /** Accounts that care for the patient now. */
  carerIds: readonly string[];
  /** Accounts that opened the chart with a reason ("break glass") and whose time is not over. */
  openerIds: readonly string[];
  /** Kept, not used: nobody cares for the patient by it, and only a reason opens the chart. */
  isRestricted: boolean;
}

/** An encounter as far as permissions look at it. `deviceIds` are the patient's devices bound to it. */
export interface EncounterScope {
  clinicId: string;
  therapistId: string;
  deviceIds: readonly string[];
  patient: PatientScope;
}

/** A referral as far as permissions look at it. */
export interface ReferralScope {
  fromClinicId: string;
  fromAccountId: string;
  toClinicId: string;
  /** Null: anybody of that clinic. */
  toAccountId: string | null;
}

function hasRole(actor: Actor, role: StaffRole): actor is Extract<Actor, { kind: 'staff' }> {
  return actor.kind === 'staff' && actor.roles.includes(role);
}

/** Anybody may: sign-in, a link's first look, public configuration. */
export function canAnybody(): boolean {
  return true;
}

/** Staff of any role, for what concerns only themselves or the clinic's public face. */
export function canBeStaff(actor: Actor): boolean {
  return actor.kind === 'staff';
}

/** Staff look after their own ways of signing in; whoever still owes a second factor may add it. */
export function canEnrol(actor: Actor): boolean {
  return actor.kind === 'staff' || actor.kind === 'enrolling';
}

/** Whoever holds a valid credential may ask who they are. */
export function canBeKnown(actor: Actor): boolean {
  return canEnrol(actor) || actor.kind === 'patient-device';
}

/** The clinic's accounts, sites, settings and audit log. Says nothing about charts. */
export function canAdminister(actor: Actor): boolean {
  return hasRole(actor, 'administrator');
}

/** Therapists see the list of their own visits. */
export function canListVisits(actor: Actor): boolean {
  return hasRole(actor, 'therapist');
}

/** Therapists take new patients into their care. */
export function canTakeOnPatients(actor: Actor): boolean {
  return hasRole(actor, 'therapist');
}

/** A therapist who cares for the patient now: plans, treats, writes. */
export function canCareFor(actor: Actor, patient: PatientScope): boolean {
  return isCarer(actor, patient) && !patient.isRestricted;
}

function isCarer(actor: Actor, patient: PatientScope): boolean {
  return (
    hasRole(actor, 'therapist') && actor.clinicId === patient.clinicId && patient.carerIds.includes(actor.accountId)
  );
}

/** What a patient may ask of us (a copy, restriction, erasure) is done by who cares for them, restricted or not, or by an administrator. */
export function canServeRights(actor: Actor, patient: PatientScope): boolean {
  return isCarer(actor, patient) || (canAdminister(actor) && isOf(actor, patient));
}

/** A copy of everything holds the chart, which an administrator does not read. */
export function canExportChart(actor: Actor, patient: PatientScope): boolean {
  return isCarer(actor, patient);
}

function isOf(actor: Actor, { clinicId }: PatientScope): boolean {
  return actor.kind === 'staff' && actor.clinicId === clinicId;
}

/** Carers read a chart; so does a colleague who gave a reason, until the time is over. */
export function canReadChart(actor: Actor, patient: PatientScope): boolean {
  if (canCareFor(actor, patient)) return true;
  return (
    hasRole(actor, 'therapist') && actor.clinicId === patient.clinicId && patient.openerIds.includes(actor.accountId)
  );
}

/** A therapist of the clinic may open the chart of a patient of others, with a reason that the carers see. */
export function canBreakGlass(actor: Actor, patient: PatientScope): boolean {
  return hasRole(actor, 'therapist') && actor.clinicId === patient.clinicId && !canCareFor(actor, patient);
}

/** A therapist may see the cover of a chart of the clinic: name, year of birth, who cares. It is what one must know to ask for more. */
export function canSeeCover(actor: Actor, patient: PatientScope): boolean {
  return hasRole(actor, 'therapist') && actor.clinicId === patient.clinicId;
}

/** Two records are made one by whoever cares for the patient, or by an administrator, who sees no chart for it. */
export function canMerge(actor: Actor, patient: PatientScope): boolean {
  return canCareFor(actor, patient) || (hasRole(actor, 'administrator') && actor.clinicId === patient.clinicId);
}

/** Therapists see the duplicates among the patients in their care, administrators those of the clinic. */
export function canListDuplicates(actor: Actor): boolean {
  return hasRole(actor, 'therapist') || hasRole(actor, 'administrator');
}

/** A referral goes to one therapist of the clinic, or to whoever of another clinic takes it. */
export function canAnswerReferral(actor: Actor, { toClinicId, toAccountId }: ReferralScope): boolean {
  return (
    hasRole(actor, 'therapist') &&
    actor.clinicId === toClinicId &&
    (toAccountId === null || toAccountId === actor.accountId)
  );
}

/** Only who made a referral takes it back. */
export function canWithdrawReferral(actor: Actor, { fromClinicId, fromAccountId }: ReferralScope): boolean {
  return hasRole(actor, 'therapist') && actor.clinicId === fromClinicId && actor.accountId === fromAccountId;
}

/** The patient, on a device of theirs. */
export function canBePatient(actor: Actor, patient: PatientScope): boolean {
  return (
    actor.kind === 'patient-device' && actor.clinicId === patient.clinicId && actor.patientId === patient.patientId
  );
}

/** A patient sees who used their record. */
export function canSeeOwnRecord(actor: Actor): boolean {
  return actor.kind === 'patient-device';
}

/** The therapist of the encounter conducts it: admits, arms, keeps, ends. */
export function canConduct(actor: Actor, encounter: EncounterScope): boolean {
  return (
    hasRole(actor, 'therapist') && actor.clinicId === encounter.clinicId && actor.accountId === encounter.therapistId
  );
}

/** A device bound to the encounter takes part as the patient. */
export function canAttend(actor: Actor, encounter: EncounterScope): boolean {
  return (
    actor.kind === 'patient-device' &&
    actor.clinicId === encounter.clinicId &&
    encounter.deviceIds.includes(actor.deviceId)
  );
}

/** Both sides of a visit append their own events, watch it and ask for media. */
export function canTakePart(actor: Actor, encounter: EncounterScope): boolean {
  return canConduct(actor, encounter) || canAttend(actor, encounter);
}

/** What happened in an encounter is read by both sides, and by whoever reads the patient's chart. */
export function canReadEncounter(actor: Actor, encounter: EncounterScope): boolean {
  return canTakePart(actor, encounter) || canReadChart(actor, encounter.patient);
}

/** What was measured in a patient's other encounters stands in the chart: taking part in one visit does not open it. */
export function canReadHistory(actor: Actor, { patient }: EncounterScope): boolean {
  return canReadChart(actor, patient);
}
