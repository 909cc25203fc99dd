// @ts-check
import { createReadStream, createWriteStream } from 'node:fs';
import { access, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import tar from 'tar-stream';
import { Trouble } from '../start/trouble.mjs';

/**
 * A backup is a tar, gzipped, encrypted with age: `age -d -i IDENTITY FILE | tar -xz` opens it without us.
 * @typedef {(name: string, bytes: Buffer) => Promise<void>} Put
 */

/**
 * Writes an archive, whole or not at all.
 * @param {string} file @param {string} recipient @param {(put: Put) => Promise<void>} fill
 */
export async function writeArchive(file, recipient, fill) {
  const part = `${file}.part`;
  const pack = tar.pack();
  /** @type {Put} */
  const put = (name, bytes) =>
    new Promise((resolve, reject) => {
      pack.entry({ name, mode: 0o600, mtime: new Date(0) }, bytes, (error) => (error ? reject(error) : resolve()));
    });
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const zipped = createGzip();
  const filled = fill(put).then(
    () => pack.finalize(),
    (error) => pack.destroy(error),
  );
  const packed = pipeline(pack, zipped);
  try {
    const sealed = await encrypter.encrypt(/** @type {ReadableStream<Uint8Array>} */ (Readable.toWeb(zipped)));
    const stream = Readable.fromWeb(/** @type {import('node:stream/web').ReadableStream} */ (sealed));
    await Promise.all([filled, packed, pipeline(stream, createWriteStream(part, { mode: 0o600 }))]);
    await rename(part, file);
  } finally {
    await rm(part, { force: true });
  }
}

/**
 * The entries of an archive, one after the other. Throws a Trouble where the identity is another's or the file was changed.
 * @param {string} file @param {string} identity
 * @returns {AsyncGenerator<{ name: string, bytes: Buffer }>}
 */
export async function* readArchive(file, identity) {
  await access(file).catch(() => {
    throw new Trouble(`There is no file ${file}.`, 'Name the backup.');
  });
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const source = /** @type {ReadableStream<Uint8Array>} */ (Readable.toWeb(createReadStream(file)));
  const plain = await decrypter.decrypt(source).catch(() => {
    throw new Trouble(`${file} does not open with this identity.`, 'Name the right one with --identity FILE.');
  });
  const extract = tar.extract();
  const opened = Readable.fromWeb(/** @type {import('node:stream/web').ReadableStream} */ (plain));
  const done = pipeline(opened, createGunzip(), extract);
  done.catch(() => {}); // told by the reader below
  try {
    for await (const entry of extract) {
      /** @type {Buffer[]} */
      const chunks = [];
      for await (const chunk of /** @type {AsyncIterable<Buffer>} */ (entry)) chunks.push(chunk);
      yield { name: entry.header.name, bytes: Buffer.concat(chunks) };
    }
    await done;
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble(`${file} is not whole, or it was changed.`, 'Take another backup.');
  }
}
