import { expect, test } from 'vitest';
import { groundFor } from './grounds.ts';
import type { Actor } from './roles.ts';

const patient = { clinicId: 'c', patientId: 'ana', carerIds: ['tom', 'eva'], openerIds: ['max'], isRestricted: false };
const encounter = { clinicId: 'c', therapistId: 'tom', deviceIds: ['phone'], patient };
const therapist = (accountId: string, clinicId = 'c'): Actor => ({
  kind: 'staff',
  clinicId,
  accountId,
  roles: ['therapist'],
});
const device = (patientId: string): Actor => ({ kind: 'patient-device', clinicId: 'c', deviceId: 'phone', patientId });

test.each([
  ['whoever conducts the visit', therapist('tom'), 'conducts'],
  ['whoever cares for the patient', therapist('eva'), 'cares'],
  ['whoever opened the chart with a reason', therapist('max'), 'opened'],
  ['the patient', device('ana'), 'own'],
  ['a colleague', therapist('kim'), null],
  ['an administrator', { ...therapist('kim'), roles: ['administrator'] } as Actor, 'administers'],
  ['another clinic', therapist('tom', 'd'), null],
  ['another patient', device('bob'), null],
])('%s is known by their ground', (_who, actor, ground) => {
  expect(groundFor(actor, patient, encounter)).toBe(ground);
});

test('outside a visit, who conducts it has the ground of care', () => {
  expect(groundFor(therapist('tom'), patient)).toBe('cares');
});
