// @ts-check

/**
 * @typedef {object} Impairment One movement that is measured, and where it stands before and after.
 * @property {string} protocol
 * @property {readonly [number, number]} from degrees at referral, least and most
 * @property {readonly [number, number]} to degrees it comes to
 *
 * @typedef {object} Training
 * @property {string} exercise
 * @property {number} fromDepth the share of the way from rest to the turn that is done at first
 *
 * @typedef {object} Condition
 * @property {string} name
 * @property {readonly Impairment[]} impairments
 * @property {readonly Training[]} trainings
 * @property {readonly [number, number]} recoveryDays days in which two thirds of the way are done, least and most
 */

/**
 * What people are referred with: plausible courses for trying things out, no clinical data. Levels stay within reach of
 * each protocol and further from its start than its least excursion.
 * @type {readonly Condition[]}
 */
export const CONDITIONS = [
  {
    name: 'stiff shoulder',
    impairments: [
      { protocol: 'shoulder-abduction', from: [55, 90], to: [135, 165] },
      { protocol: 'shoulder-flexion', from: [75, 110], to: [140, 168] },
    ],
    trainings: [
      { exercise: 'arm-raise', fromDepth: 0.5 },
      { exercise: 'elbow-curl', fromDepth: 0.8 },
    ],
    recoveryDays: [60, 140],
  },
  {
    name: 'shoulder pain on lifting',
    impairments: [
      { protocol: 'shoulder-abduction', from: [95, 130], to: [150, 172] },
      { protocol: 'shoulder-extension', from: [28, 38], to: [44, 54] },
    ],
    trainings: [
      { exercise: 'arm-raise', fromDepth: 0.7 },
      { exercise: 'overhead-triceps-extension', fromDepth: 0.7 },
    ],
    recoveryDays: [30, 80],
  },
  {
    name: 'new knee joint',
    impairments: [
      { protocol: 'knee-flexion', from: [60, 85], to: [108, 125] },
      { protocol: 'knee-extension', from: [10, 20], to: [0, 5] },
    ],
    trainings: [
      { exercise: 'sit-to-stand', fromDepth: 0.92 },
      { exercise: 'squat', fromDepth: 0.6 },
    ],
    recoveryDays: [25, 60],
  },
  {
    name: 'stiff hip',
    impairments: [
      { protocol: 'hip-flexion', from: [65, 85], to: [95, 112] },
      { protocol: 'hip-abduction', from: [18, 26], to: [32, 43] },
    ],
    trainings: [
      { exercise: 'sit-to-stand', fromDepth: 0.92 },
      { exercise: 'hip-hinge', fromDepth: 0.65 },
    ],
    recoveryDays: [40, 110],
  },
  {
    name: 'low back pain',
    impairments: [
      { protocol: 'trunk-inclination', from: [32, 50], to: [65, 85] },
      { protocol: 'trunk-side-bend', from: [15, 21], to: [27, 35] },
    ],
    trainings: [
      { exercise: 'hip-hinge', fromDepth: 0.65 },
      { exercise: 'squat', fromDepth: 0.65 },
    ],
    recoveryDays: [20, 70],
  },
  {
    name: 'elbow after a fracture',
    impairments: [
      { protocol: 'elbow-flexion', from: [85, 110], to: [130, 146] },
      { protocol: 'elbow-extension', from: [18, 35], to: [2, 9] },
    ],
    trainings: [
      { exercise: 'elbow-curl', fromDepth: 0.55 },
      { exercise: 'overhead-triceps-extension', fromDepth: 0.55 },
    ],
    recoveryDays: [35, 90],
  },
  {
    name: 'neck pain',
    impairments: [{ protocol: 'neck-side-bend', from: [18, 26], to: [34, 44] }],
    trainings: [{ exercise: 'arm-raise', fromDepth: 0.8 }],
    recoveryDays: [20, 60],
  },
  {
    name: 'sprained ankle',
    impairments: [
      { protocol: 'ankle-dorsiflexion', from: [9, 12], to: [15, 20] },
      { protocol: 'ankle-plantarflexion', from: [22, 32], to: [40, 50] },
    ],
    trainings: [{ exercise: 'squat', fromDepth: 0.65 }],
    recoveryDays: [15, 40],
  },
];
