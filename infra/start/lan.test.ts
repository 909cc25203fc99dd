import type { NetworkInterfaceInfo } from 'node:os';
import { expect, test } from 'vitest';
import { lanAddress } from './lan.mjs';

function on(address: string, more: Partial<NetworkInterfaceInfo> = {}): NetworkInterfaceInfo[] {
  const info = { address, netmask: '255.255.255.0', mac: '', cidr: null, family: 'IPv4', internal: false, ...more };
  return [info as NetworkInterfaceInfo];
}

test.each([
  ['the network card, not the loopback', { lo: on('127.0.0.1', { internal: true }), eth0: on('192.168.1.7') }],
  ['the network card, not a bridge of containers', { docker0: on('172.17.0.1'), wlan0: on('192.168.1.7') }],
  ['a private address, not a public one', { eth0: on('203.0.113.9'), eth1: on('192.168.1.7') }],
  ['IPv4, which a link can carry', { eth0: [...on('fe80::1', { family: 'IPv6' }), ...on('192.168.1.7')] }],
])('takes %s', (_, interfaces) => {
  expect(lanAddress(interfaces)).toBe('192.168.1.7');
});

test('takes a virtual one where there is nothing else', () => {
  expect(lanAddress({ docker0: on('172.17.0.1') })).toBe('172.17.0.1');
});

test('finds none on a machine without a network', () => {
  expect(lanAddress({ lo: on('127.0.0.1', { internal: true }) })).toBeUndefined();
});
