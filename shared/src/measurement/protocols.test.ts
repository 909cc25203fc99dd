import { expect, test } from 'vitest';
import { findProtocol, PROTOCOLS } from './protocols.ts';

test('a bare name is the protocol as it is now', () => {
  for (const one of PROTOCOLS) {
    expect(findProtocol(one.id)).toBe(one);
    expect(findProtocol(`${one.id}@${one.version}`)).toBe(one);
  }
});

test.each(PROTOCOLS.filter(({ version }) => version > 1).map(({ id }) => id))(
  '%s@1 is still what it was: in the picture, against the trunk',
  (id) => {
    expect(findProtocol(`${id}@1`)).toMatchObject({ id, version: 1, method: 'planar', reference: 'trunk' });
  },
);

test('a version that never was is none', () => {
  expect(findProtocol('elbow-flexion@9')).toBeUndefined();
});
