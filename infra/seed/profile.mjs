// @ts-check

/**
 * @typedef {import('../../shared/src/people/profile.ts').Profile} Profile
 * @typedef {Omit<Profile, 'schema' | 'displayName'>} Details what is known beside the name
 */

/** Two that the product has, and one it has not. */
const LANGUAGES = ['en', 'es', 'pt'];
const COMORBIDITIES = ['High blood pressure', 'Type 2 diabetes', 'Asthma', 'Osteoporosis', 'Hypothyroidism'];
const RELATIONS = ['partner', 'daughter', 'son', 'sister', 'friend'];

/**
 * What a person of the seed would have told at their first visit. Telephone numbers are of the range kept for stories
 * (Ofcom: 020 7946 0000–0999), addresses of example.org, streets are none.
 * @param {import('./random.mjs').Random} random
 * @param {{ displayName: string, condition: string, side: 'left' | 'right', year: number, timeZone: string }} person `year` in which they were referred
 * @returns {Details}
 */
export function inventProfile(random, { displayName, condition, side, year, timeZone }) {
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  const isOperated = /new|fracture/.test(condition);
  const mailbox = displayName
    .replace(/ \(.*/, '')
    .normalize('NFD')
    .replace(/[^a-zA-Z ]/g, '')
    .trim()
    .toLowerCase()
    .replaceAll(' ', '.');
  return {
    legalName: null,
    birthDate: `${year - random.whole(24, 84)}-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`,
    sex: random.pick(/** @type {const} */ (['female', 'male', 'female', 'male', 'not-stated'])),
    phone: inventPhone(random),
    email: `${mailbox || 'somebody'}.${random.whole(100, 999)}@example.org`,
    address: `${random.whole(1, 180)} Example Street, Sampletown`,
    language: random.pick(LANGUAGES),
    timeZone,
    preferredHand: random.chance(0.1) ? 'left' : 'right',
    conditions: [condition, ...(random.chance(0.4) ? [random.pick(COMORBIDITIES)] : [])],
    surgeries: isOperated ? [{ what: `Operation: ${condition}`, when: String(year), side }] : [],
    devices: random.chance(0.15) ? [{ kind: 'walking-aid', what: 'Walking stick', side: null }] : [],
    emergencyContact: random.chance(0.7)
      ? { name: 'A relative (synthetic)', relation: random.pick(RELATIONS), phone: inventPhone(random) }
      : null,
    caregivers: [],
  };
}

/** @param {import('./random.mjs').Random} random */
function inventPhone(random) {
  return `+44 20 7946 0${String(random.whole(0, 999)).padStart(3, '0')}`;
}
