// @ts-check
import { X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { Trouble } from './trouble.mjs';

/** This machine's address in the local network: the first private IPv4 one. @returns {string} */
export function lanAddress() {
  const all = Object.values(networkInterfaces()).flat();
  const found = all.find((one) => one?.family === 'IPv4' && !one.internal)?.address;
  if (found) return found;
  throw new Trouble(
    'This machine has no address in a local network.',
    'Connect it to a network, or start without --lan.',
  );
}

/**
 * The certificate for the LAN: the given one, else our own for this address, made once.
 * @param {string} dataDir
 * @param {string} address
 * @returns {Promise<{ certFile: string, keyFile: string, fingerprint: string }>}
 */
export async function certificate(dataDir, address) {
  const { TLS_CERT_FILE: givenCert, TLS_KEY_FILE: givenKey } = process.env;
  if (Boolean(givenCert) !== Boolean(givenKey)) {
    throw new Trouble(
      'Only one of TLS_CERT_FILE and TLS_KEY_FILE is set.',
      'Set both, or none for a certificate of our own.',
    );
  }
  const folder = join(dataDir, 'keys');
  const certFile = givenCert ?? join(folder, `lan-${address}.crt`);
  const keyFile = givenKey ?? join(folder, `lan-${address}.key`);
  if (!givenCert && !(existsSync(certFile) && stillValid(await readFile(certFile)))) {
    const { generate } = await import('selfsigned');
    const altNames = [
      { type: /** @type {const} */ (7), ip: address },
      { type: /** @type {const} */ (7), ip: '127.0.0.1' },
      { type: /** @type {const} */ (2), value: 'localhost' },
    ];
    const made = await generate([{ name: 'commonName', value: `Plumbline on ${address}` }], {
      keySize: 2048,
      algorithm: 'sha256',
      notAfterDate: new Date(Date.now() + 365 * 86_400_000),
      extensions: [{ name: 'subjectAltName', altNames }],
    });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(keyFile, made.private, { mode: 0o600 });
    await writeFile(certFile, made.cert, { mode: 0o600 });
  }
  for (const file of [certFile, keyFile]) {
    if (!existsSync(file))
      throw new Trouble(`${file} does not exist.`, 'TLS_CERT_FILE and TLS_KEY_FILE name PEM files.');
  }
  return { certFile, keyFile, fingerprint: new X509Certificate(await readFile(certFile)).fingerprint256 };
}

/** @param {Buffer} pem */
function stillValid(pem) {
  return new Date(new X509Certificate(pem).validTo).getTime() > Date.now() + 7 * 86_400_000;
}
