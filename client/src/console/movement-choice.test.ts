import { PROTOCOLS } from '@plumbline/shared/measurement';
import { expect, test } from 'vitest';
import { protocolsOf, protocolToBeginWith, REGIONS } from './movement-choice.ts';

test('every protocol can be reached by one digit and one letter', () => {
  const reached = REGIONS.flatMap((region) => protocolsOf(region).map(({ id, key }) => ({ id, key })));
  expect(reached.map(({ id }) => id).sort()).toEqual(PROTOCOLS.map(({ id }) => id).sort());
  expect(reached.every(({ key }) => /^[abdfg]$/.test(key))).toBe(true);
});

test('the choice opens at the last measurement, else at the shoulder', () => {
  expect(protocolToBeginWith('knee-extension@1')?.id).toBe('knee-extension');
  expect(protocolToBeginWith(undefined)?.region).toBe('shoulder');
  expect(protocolToBeginWith('jaw-opening@1')?.region).toBe('shoulder');
});
