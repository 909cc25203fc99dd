import { expect, test } from 'vitest';
import { findPatients } from './find-patients.ts';

const patients = ['Ana Ruiz', 'Anaïs Muñoz', 'Ruth Anand'].map((displayName) => ({ displayName }));

test.each([
  ['', ['Ana Ruiz', 'Anaïs Muñoz', 'Ruth Anand']],
  ['ana', ['Ana Ruiz', 'Anaïs Muñoz', 'Ruth Anand']],
  ['MUNOZ', ['Anaïs Muñoz']],
  ['ruiz ana', ['Ana Ruiz']],
  ['xyz', []],
])('typing %o finds %o', (typed, names) => {
  expect(findPatients(patients, typed).map((one) => one.displayName)).toEqual(names);
});
