// @ts-check
import { X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Trouble } from './trouble.mjs';

const DAY_MS = 86_400_000;

/** @typedef {{ certFile: string, keyFile: string, fingerprint: string, given: boolean }} Certificate */

/**
 * The certificate for the LAN: the one `TLS_CERT_FILE` and `TLS_KEY_FILE` name, else our own for this address, made
 * once and kept until a week before it ends.
 * @param {string} dataDir
 * @param {string} address
 * @returns {Promise<Certificate>}
 */
export async function ownCertificate(dataDir, address) {
  const { TLS_CERT_FILE: givenCert, TLS_KEY_FILE: givenKey } = process.env;
  if (Boolean(givenCert) !== Boolean(givenKey)) {
    throw new Trouble(
      'Only one of TLS_CERT_FILE and TLS_KEY_FILE is set.',
      'Set both, or none for a certificate of our own.',
    );
  }
  const folder = join(dataDir, 'keys');
  const certFile = givenCert || join(folder, `lan-${address}.crt`);
  const keyFile = givenKey || join(folder, `lan-${address}.key`);
  if (!givenCert && !(existsSync(keyFile) && (await isStillValid(certFile)))) {
    const { cert, key } = await makeCertificate(address);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(keyFile, key, { mode: 0o600 });
    await writeFile(certFile, cert, { mode: 0o600 });
  }
  for (const file of [certFile, keyFile]) {
    if (!existsSync(file))
      throw new Trouble(`${file} does not exist.`, 'TLS_CERT_FILE and TLS_KEY_FILE name PEM files.');
  }
  return { certFile, keyFile, fingerprint: await fingerprintOf(certFile), given: Boolean(givenCert) };
}

/** @param {string} address */
async function makeCertificate(address) {
  const { generate } = await import('selfsigned');
  const altNames = [
    { type: /** @type {const} */ (7), ip: address },
    { type: /** @type {const} */ (7), ip: '127.0.0.1' },
    { type: /** @type {const} */ (2), value: 'localhost' },
  ];
  const made = await generate([{ name: 'commonName', value: `Plumbline on ${address}` }], {
    keySize: 2048,
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + 365 * DAY_MS),
    extensions: [{ name: 'subjectAltName', altNames }],
  });
  return { cert: made.cert, key: made.private };
}

/** @param {string} certFile */
async function fingerprintOf(certFile) {
  try {
    return new X509Certificate(await readFile(certFile)).fingerprint256;
  } catch {
    throw new Trouble(`${certFile} is no PEM certificate.`, 'TLS_CERT_FILE names a certificate in PEM form.');
  }
}

/** @param {string} certFile */
async function isStillValid(certFile) {
  try {
    const { validTo } = new X509Certificate(await readFile(certFile));
    return new Date(validTo).getTime() > Date.now() + 7 * DAY_MS;
  } catch {
    return false;
  }
}
