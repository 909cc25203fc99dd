import type { EventType } from './bodies.ts';

export type Party = 'therapist' | 'patient';

/** Who may tell which event. */
export const EVENT_PARTIES: Record<EventType, readonly Party[]> = {
  'patient.arrived': ['patient'],
  'patient.left': ['patient'],
  'consent.given': ['patient'],
  'consent.withdrawn': ['patient'],
  'trial.recorded': ['patient', 'therapist'],
  'repetition.recorded': ['patient', 'therapist'],
  'stop.pressed': ['patient', 'therapist'],
  'stop.resolved': ['patient', 'therapist'],
  'measuring.reported': ['patient'],
  'measuring.chosen': ['therapist'],
  'patient.admitted': ['therapist'],
  'patient.returned-to-waiting': ['therapist'],
  'trial.armed': ['therapist'],
  'trial.cancelled': ['therapist'],
  'trial.kept': ['therapist'],
  'trial.declined': ['therapist'],
  'trial.amended': ['therapist'],
  'pain.marked': ['therapist'],
  'pain.unmarked': ['therapist'],
  'value.entered': ['therapist'],
  'value.taken-back': ['therapist'],
  'screen.started': ['therapist'],
  'screen.paused': ['therapist'],
  'screen.resumed': ['therapist'],
  'screen.skipped': ['therapist'],
  'screen.repeated': ['therapist'],
  'screen.ended': ['therapist'],
  'screen.accepted': ['therapist'],
  'set.started': ['therapist'],
  'set.ended': ['therapist'],
  'repetition.struck': ['therapist'],
  'repetition.restored': ['therapist'],
  'repetition.added': ['therapist'],
  'repetition.removed': ['therapist'],
  'timed.armed': ['therapist'],
  'timed.cancelled': ['therapist'],
  'timed.called': ['therapist'],
  'timed.went': ['patient'],
  'timed.lifted': ['patient', 'therapist'],
  'timed.recorded': ['patient'],
  'timed.ended': ['therapist'],
  'timed.modified': ['therapist'],
  'timed.amended': ['therapist'],
  'timed.accepted': ['therapist'],
  'timed.voided': ['therapist'],
  'display.changed': ['therapist'],
  'visit.ended': ['therapist'],
};

/** What a device measured stays true however late it arrives. */
const FACTS: readonly EventType[] = [
  'trial.recorded',
  'repetition.recorded',
  'timed.went',
  'timed.lifted',
  'timed.recorded',
  'stop.pressed',
  'consent.withdrawn',
];

/** What the therapist thinks of what was recorded, which may come after the end: a late value is reviewed late, a mistake found while the note is written. */
const REVIEWS: readonly EventType[] = [
  'trial.kept',
  'trial.declined',
  'trial.amended',
  'value.taken-back',
  'screen.accepted',
  'repetition.struck',
  'repetition.restored',
  'repetition.added',
  'repetition.removed',
  'timed.modified',
  'timed.amended',
  'timed.accepted',
  'timed.voided',
];

/** Whether an event is a fact, which is kept even when it comes after the end. */
export function isFact(type: EventType): boolean {
  return FACTS.includes(type);
}

/** Whether an event means something after the end of the visit; everything else needs it to be still going on. */
export function holdsAfterEnd(type: EventType): boolean {
  return isFact(type) || REVIEWS.includes(type);
}
