export {
  createClinic,
  createClinicLink,
  createSetUpLink,
  FIRST_ROLES,
  hasClinic,
} from './administration/clinics.ts';
export { patientScope, recordsOf, takeIntoCare } from './care.ts';
export { type CookieName, cookieName } from './cookies.ts';
export { identify } from './identify.ts';
export { invite } from './invitations.ts';
export { linkJobs } from './link-messages.ts';
export { listOpeningsOf } from './openings.ts';
export { passingRoutes } from './passing-routes.ts';
export { patientKey } from './patient-key.ts';
export { patientRoutes } from './patient-routes.ts';
export { addPatient, nameOf, namesOf } from './patients.ts';
export { ageAndSexOf, readProfile } from './profiles.ts';
export { listReferralsOf } from './referrals.ts';
export { touchRegister } from './register-change.ts';
export { peopleRoutes } from './routes.ts';
export { currentSession } from './sign-in/sessions.ts';
export { startSession } from './sign-in/sign-in.ts';
export { assertFreshProof } from './sign-in/step-up.ts';
