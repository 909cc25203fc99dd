import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ownCertificate } from './certificate.mjs';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-certificate-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

test('our own is for the address and for localhost, and its key is ours alone', async () => {
  const { certFile, keyFile, given } = await ownCertificate(folder, '192.168.1.7');
  const [cert, key] = [await readFile(certFile), await readFile(keyFile)];
  expect(() => createSecureContext({ cert, key })).not.toThrow();
  const read = new X509Certificate(cert);
  expect(read.checkIP('192.168.1.7')).toBe('192.168.1.7');
  expect(read.checkHost('localhost')).toBe('localhost');
  expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
  expect(given).toBe(false);
});

test('our own stays the same from start to start, so that a device trusts it once', async () => {
  const first = await ownCertificate(folder, '192.168.1.7');
  expect(await ownCertificate(folder, '192.168.1.7')).toEqual(first);
});

test('a given one is taken', async () => {
  const { certFile, keyFile, fingerprint } = await ownCertificate(folder, '192.168.1.7');
  vi.stubEnv('TLS_CERT_FILE', certFile);
  vi.stubEnv('TLS_KEY_FILE', keyFile);
  expect(await ownCertificate(folder, '10.0.0.1')).toEqual({ certFile, keyFile, fingerprint, given: true });
});

test('half a given one, a missing one and a wrong one are refused in words', async () => {
  const wrong = join(folder, 'wrong.pem');
  await writeFile(wrong, 'no certificate');
  vi.stubEnv('TLS_CERT_FILE', wrong);
  await expect(ownCertificate(folder, '10.0.0.1')).rejects.toThrow(
    'Only one of TLS_CERT_FILE and TLS_KEY_FILE is set.',
  );
  vi.stubEnv('TLS_KEY_FILE', join(folder, 'none.pem'));
  await expect(ownCertificate(folder, '10.0.0.1')).rejects.toThrow('none.pem does not exist.');
  vi.stubEnv('TLS_KEY_FILE', wrong);
  await expect(ownCertificate(folder, '10.0.0.1')).rejects.toThrow('is no PEM certificate.');
});
