import { expect, test } from 'vitest';
import { assertNode, readOptions } from './options.mjs';

test('without options it starts on port 3000, for this machine only', () => {
  expect(readOptions([], {})).toEqual({ port: 3000, lan: false, dev: false });
});

test('PORT and the options are read', () => {
  expect(readOptions(['--lan', '--dev'], { PORT: '4100' })).toEqual({ port: 4100, lan: true, dev: true });
});

test.each(['', '0', '65536', 'http', '30.5'])('PORT="%s" is refused in words', (PORT) => {
  expect(() => readOptions([], { PORT })).toThrow(`PORT is "${PORT}", which is not a port.`);
});

test('an unknown option is named', () => {
  expect(() => readOptions(['--help'], {})).toThrow('"--help" is not an option.');
});

test.each(['20.19.0', '20.20.2', '22.13.1', '24.0.0', '26.6.6'])('Node %s will do', (version) => {
  expect(() => assertNode(version)).not.toThrow();
});

test.each(['18.20.4', '20.18.3', '21.7.0', '22.12.0', '23.9.0'])('Node %s will not', (version) => {
  expect(() => assertNode(version)).toThrow(`This is Node ${version}.`);
});
