import { STAFF_ROLES, type Who } from './cast.ts';

/**
 * Who may do what, written down by hand and never derived from the code: a rule that is loosened there fails here.
 * Everybody else is refused: `signed-out` without a valid credential, else `refusal`.
 */
export interface Expectation {
  may: 'everybody' | readonly Who[];
  /** What a known caller hears who may not; where a patient or a visit is meant, they are not told that it exists. */
  refusal?: 'not-allowed' | 'not-found' | 'unknown-patient';
  /** Where a valid request by somebody who may is answered by this code in the world of the test. */
  answers?: string;
  /** Whoever may use it reads names of patients that are not theirs. */
  showsNames?: true;
}

const CONDUCTS: readonly Who[] = ['therapist own'];
const CARES: readonly Who[] = ['therapist own', 'therapist cares'];
const READS: readonly Who[] = [...CARES, 'therapist broken glass'];
const PATIENT_HERE: readonly Who[] = ['device own'];
const DEVICES: readonly Who[] = ['device own', 'device own, other visit', 'device same clinic', 'device other clinic'];

function everyRelationOf(...roles: (typeof STAFF_ROLES)[number][]): readonly Who[] {
  const relations = ['own', 'cares', 'same clinic', 'other clinic', 'broken glass', 'broken glass expired'] as const;
  return roles.flatMap((role) => relations.map((relation) => `${role} ${relation}` as const));
}
const STAFF = everyRelationOf(...STAFF_ROLES);
const THERAPISTS = everyRelationOf('therapist');
const ADMINISTRATORS = everyRelationOf('administrator');
const ADMINISTRATORS_HERE = ADMINISTRATORS.filter((who) => who !== 'administrator other clinic');
const OF_CLINIC = THERAPISTS.filter((who) => who !== 'therapist other clinic');
const NOT_CARING = OF_CLINIC.filter((who) => !CARES.includes(who));
const MERGES = [...CARES, ...ADMINISTRATORS_HERE];

/** By the name of the route's contract. */
export const ROUTES: Record<string, Expectation> = {
  'config.get': { may: 'everybody' },

  'people.set-up': { may: 'everybody', answers: 'link-used' },
  'people.sign-in': { may: 'everybody' },
  'people.sign-out': { may: STAFF, refusal: 'not-allowed' },
  'people.ask-for-passkey': { may: 'everybody' },
  'people.sign-in-by-passkey': { may: 'everybody', answers: 'wrong-passkey' },
  'people.look-up-staff-link': { may: 'everybody', answers: 'staff-link-used' },
  'people.redeem-staff-link': { may: 'everybody', answers: 'staff-link-used' },
  'people.security': { may: STAFF, refusal: 'not-allowed' },
  'people.plan-totp': { may: STAFF, refusal: 'not-allowed' },
  'people.confirm-totp': { may: STAFF, refusal: 'not-allowed', answers: 'wrong-code' },
  'people.remove-totp': { may: STAFF, refusal: 'not-allowed' },
  'people.renew-recovery-codes': { may: STAFF, refusal: 'not-allowed', answers: 'no-second-factor' },
  'people.plan-passkey': { may: STAFF, refusal: 'not-allowed' },
  'people.add-passkey': { may: STAFF, refusal: 'not-allowed', answers: 'wrong-passkey' },
  'people.rename-passkey': { may: STAFF, refusal: 'not-allowed', answers: 'not-found' },
  'people.remove-passkey': { may: STAFF, refusal: 'not-allowed', answers: 'not-found' },
  'people.change-password': { may: STAFF, refusal: 'not-allowed', answers: 'wrong-credentials' },
  'people.end-session': { may: STAFF, refusal: 'not-allowed', answers: 'not-found' },
  'people.end-other-sessions': { may: STAFF, refusal: 'not-allowed' },
  'people.step-up': { may: STAFF, refusal: 'not-allowed', answers: 'wrong-credentials' },
  'people.ask-for-step-up': { may: STAFF, refusal: 'not-allowed' },
  'people.step-up-by-passkey': { may: STAFF, refusal: 'not-allowed', answers: 'wrong-passkey' },
  'people.list-staff': { may: ADMINISTRATORS, refusal: 'not-allowed' },
  'people.invite-colleague': { may: ADMINISTRATORS, refusal: 'not-allowed', answers: 'email-taken' },
  'people.renew-staff-link': { may: ADMINISTRATORS, refusal: 'not-allowed', answers: 'not-found' },
  'people.change-colleague': { may: ADMINISTRATORS, refusal: 'not-allowed', answers: 'not-found' },
  'people.disable-colleague': { may: ADMINISTRATORS, refusal: 'not-allowed', answers: 'not-found' },
  'people.enable-colleague': { may: ADMINISTRATORS, refusal: 'not-allowed', answers: 'not-found' },
  'people.reset-second-factor': { may: ADMINISTRATORS, refusal: 'not-allowed', answers: 'not-found' },
  'people.clinic': { may: ADMINISTRATORS, refusal: 'not-allowed' },
  'people.change-clinic': { may: ADMINISTRATORS, refusal: 'not-allowed' },
  'people.add-site': { may: ADMINISTRATORS, refusal: 'not-allowed' },
  'people.rename-site': { may: ADMINISTRATORS, refusal: 'not-allowed', answers: 'not-found' },
  'people.me': { may: [...STAFF, ...DEVICES], refusal: 'not-allowed' },
  'people.list-patients': { may: THERAPISTS, refusal: 'not-allowed' },
  'people.add-patient': { may: THERAPISTS, refusal: 'not-allowed' },
  'people.search-patients': { may: THERAPISTS, refusal: 'not-allowed' },
  'people.find-similar': { may: THERAPISTS, refusal: 'not-allowed' },
  'people.get-chart': { may: READS, refusal: 'not-found' },
  'people.get-profile': { may: READS, refusal: 'not-found' },
  'people.write-profile': { may: CARES, refusal: 'not-found' },
  'people.get-cover': { may: OF_CLINIC, refusal: 'not-found', showsNames: true },
  'people.open-chart': { may: NOT_CARING, refusal: 'not-found' },
  'people.list-openings': { may: THERAPISTS, refusal: 'not-allowed' },
  'people.see-opening': { may: CARES, refusal: 'not-found', answers: 'not-found' },
  'people.leave-care': { may: CARES, refusal: 'not-found' },

  'people.list-recipients': { may: THERAPISTS, refusal: 'not-allowed' },
  'people.make-referral': { may: CARES, refusal: 'not-found', answers: 'unknown-referral' },
  'people.list-referrals': { may: THERAPISTS, refusal: 'not-allowed' },
  'people.list-referrals-of': { may: READS, refusal: 'not-found' },
  'people.answer-referral': { may: THERAPISTS, refusal: 'not-allowed', answers: 'not-found' },
  'people.withdraw-referral': { may: THERAPISTS, refusal: 'not-allowed', answers: 'not-found' },
  'people.list-duplicates': { may: [...THERAPISTS, ...ADMINISTRATORS], refusal: 'not-allowed', showsNames: true },
  'people.preview-merge': { may: MERGES, refusal: 'not-found', answers: 'unknown-patient' },
  'people.merge-patients': { may: MERGES, refusal: 'not-found', answers: 'unknown-patient' },
  'people.undo-merge': { may: MERGES, refusal: 'not-found', answers: 'not-found' },

  'people.look-up-invitation': { may: 'everybody' },
  'people.redeem-invitation': { may: 'everybody' },
  'people.ask-to-move': { may: 'everybody', answers: 'open' },
  'people.claim-move': { may: 'everybody' },
  'people.list-moves': { may: CONDUCTS, refusal: 'not-found' },
  'people.decide-move': { may: CONDUCTS, refusal: 'not-found', answers: 'not-found' },
  'people.list-messages': { may: CONDUCTS, refusal: 'not-found' },
  'people.send-link': { may: CONDUCTS, refusal: 'not-found', answers: 'channel-not-possible' },
  'people.lost-link': { may: 'everybody' },
  'people.invite': { may: CONDUCTS, refusal: 'not-found' },

  'appointments.list-visits': { may: THERAPISTS, refusal: 'not-allowed' },
  'appointments.list-visits-of': { may: READS, refusal: 'not-found' },
  'appointments.plan-visit': { may: CARES, refusal: 'unknown-patient' },

  'encounter.get': { may: [...READS, ...PATIENT_HERE], refusal: 'not-found' },
  'encounter.history': { may: READS, refusal: 'not-found' },
  'encounter.list-events': { may: [...READS, ...PATIENT_HERE], refusal: 'not-found' },
  'encounter.append': { may: [...CONDUCTS, ...PATIENT_HERE], refusal: 'not-found' },
  'encounter.media': { may: [...CONDUCTS, ...PATIENT_HERE], refusal: 'not-found' },
  'encounter.store-segment': { may: PATIENT_HERE, refusal: 'not-found' },

  'rights.get': { may: [...CARES, ...ADMINISTRATORS_HERE], refusal: 'not-found' },
  'rights.export': { may: CARES, refusal: 'not-found' },
  'rights.restrict': { may: [...CARES, ...ADMINISTRATORS_HERE], refusal: 'not-found' },
  'rights.ask-for-erasure': { may: [...CARES, ...ADMINISTRATORS_HERE], refusal: 'not-found' },
  'rights.withdraw-erasure': {
    may: [...CARES, ...ADMINISTRATORS_HERE],
    refusal: 'not-found',
    answers: 'nothing-pending',
  },
  'rights.retention': { may: ADMINISTRATORS, refusal: 'not-allowed' },
  'rights.set-retention': { may: ADMINISTRATORS, refusal: 'not-allowed' },
  'rights.run-retention': { may: ADMINISTRATORS, refusal: 'not-allowed' },
  'audit.list': { may: ADMINISTRATORS, refusal: 'not-allowed', showsNames: true },
  'audit.choices': { may: ADMINISTRATORS, refusal: 'not-allowed' },
  'audit.export': { may: ADMINISTRATORS, refusal: 'not-allowed', showsNames: true },
  'audit.my-record': { may: DEVICES, refusal: 'not-allowed' },
};

/** By the name of the socket event. */
export const EVENTS: Record<string, Expectation> = {
  'clock.ask': { may: 'everybody' },
  'encounter.watch': { may: [...CONDUCTS, ...PATIENT_HERE], refusal: 'not-found' },
  'encounter.append': { may: [...CONDUCTS, ...PATIENT_HERE], refusal: 'not-found' },
};
