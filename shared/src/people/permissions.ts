import type { Actor } from './roles.ts';

/** An encounter as far as permissions look at it. `deviceIds` are the patient's devices bound to it. */
export interface EncounterScope {
  clinicId: string;
  therapistId: string;
  deviceIds: readonly string[];
}

/** Anybody may: sign-in, a link's first look, public configuration. */
export function canAnybody(): boolean {
  return true;
}

/** Staff of any role, for what concerns only themselves or the clinic's public face. */
export function canBeStaff(actor: Actor): boolean {
  return actor.kind === 'staff';
}

/** Whoever holds a valid credential may ask who they are. */
export function canBeKnown(actor: Actor): boolean {
  return actor.kind === 'staff' || actor.kind === 'patient-device';
}

/** Therapists see the list of their own visits. */
export function canListVisits(actor: Actor): boolean {
  return actor.kind === 'staff' && actor.role === 'therapist';
}

/** Therapists plan visits and invite their patients. */
export function canPlanVisit(actor: Actor): boolean {
  return actor.kind === 'staff' && actor.role === 'therapist';
}

/** The therapist of the encounter conducts it: admits, arms, keeps, ends. */
export function canConduct(actor: Actor, encounter: EncounterScope): boolean {
  return (
    actor.kind === 'staff' &&
    actor.role === 'therapist' &&
    actor.clinicId === encounter.clinicId &&
    actor.accountId === encounter.therapistId
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

/** Both sides of a visit see its state, append their own events and ask for media. */
export function canTakePart(actor: Actor, encounter: EncounterScope): boolean {
  return canConduct(actor, encounter) || canAttend(actor, encounter);
}
