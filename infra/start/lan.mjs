// @ts-check
import { networkInterfaces } from 'node:os';
import { ownCertificate } from './certificate.mjs';
import { Trouble } from './trouble.mjs';

/** @typedef {{ address: string, certFile: string, keyFile: string, fingerprint: string, given: boolean }} Network */

/** Bridges of containers and virtual machines: no phone is behind them. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|cni|flannel|tun|tap|utun|wg|tailscale|zt)/;

/**
 * This machine's address in the local network: of the interfaces that are not virtual if possible, a private one if
 * possible. Undefined if there is none.
 * @param {NodeJS.Dict<import('node:os').NetworkInterfaceInfo[]>} interfaces
 * @returns {string | undefined}
 */
export function lanAddress(interfaces) {
  const found = Object.entries(interfaces).flatMap(([name, infos]) =>
    (infos ?? [])
      .filter((info) => info.family === 'IPv4' && !info.internal)
      .map(({ address }) => ({ address, rank: (VIRTUAL.test(name) ? 2 : 0) + (isPrivate(address) ? 0 : 1) })),
  );
  return found.sort((a, b) => a.rank - b.rank)[0]?.address;
}

/** @param {string} address */
function isPrivate(address) {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address);
}

/** The address and certificate by which other devices reach us; `LAN_ADDRESS` overrules the guess. @param {string} dataDir @returns {Promise<Network>} */
export async function openToNetwork(dataDir) {
  const address = process.env.LAN_ADDRESS || lanAddress(networkInterfaces());
  if (!address) {
    throw new Trouble(
      'This machine has no address in a local network.',
      'Connect it to a network, or start without --lan.',
    );
  }
  return { address, ...(await ownCertificate(dataDir, address)) };
}

/** @param {string} publicUrl @param {Network} network */
export async function printNetwork(publicUrl, { fingerprint, given, address }) {
  const { default: qrcode } = await import('qrcode');
  console.log(await qrcode.toString(publicUrl, { type: 'terminal', small: true }));
  if (!given)
    console.log('Each device warns of the certificate once, because it is our own. Compare before you go on:');
  console.log(`SHA-256 ${fingerprint}`);
  console.log(`Video reaches other devices at ${address}; another address of this machine: LAN_ADDRESS=… npm start`);
}
