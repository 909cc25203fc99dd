export { createClinic, createSetUpLink, FIRST_ROLES, hasClinic, startSession } from './accounts.ts';
export { patientScope, takeIntoCare } from './care.ts';
export { type CookieName, cookieName } from './cookies.ts';
export { identify } from './identify.ts';
export { invite } from './invitations.ts';
export { addPatient, nameOf, namesOf, patientKey } from './patients.ts';
export { peopleRoutes } from './routes.ts';
