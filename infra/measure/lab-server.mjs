// @ts-check
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

/** @typedef {import('./decode.mjs').VideoPicture} VideoPicture */

/** @type {Record<string, string>} */
const types = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };

/**
 * Serves the lab page, one pose model and the pictures asked for, on the loopback address.
 * @param {{ folder: string, modelFile: string }} options
 */
export async function serveLab({ folder, modelFile }) {
  /** @type {Map<string, AsyncIterable<VideoPicture>>} */
  const waiting = new Map();
  let shown = 0;
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://lab').pathname);
    const pictures = waiting.get(path);
    waiting.delete(path);
    const sent = pictures
      ? sendPictures(pictures, response)
      : sendFile(path === '/model.task' ? modelFile : inside(folder, path), response);
    sent.catch((error) => response.destroy(error));
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    modelPath: '/model.task',
    /** Lets the page fetch these pictures once; returns the path. @param {AsyncIterable<VideoPicture>} pictures */
    offer(pictures) {
      shown += 1;
      const path = `/pictures/${shown}`;
      waiting.set(path, pictures);
      return path;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** @param {string} folder @param {string} path */
function inside(folder, path) {
  return join(folder, normalize(`/${path === '/' ? 'index.html' : path}`));
}

/** @param {string} file @param {import('node:http').ServerResponse} response */
async function sendFile(file, response) {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-length': found.size,
  });
  createReadStream(file)
    .on('error', (error) => response.destroy(error))
    .pipe(response);
}

/**
 * One after the other, as fast as the page takes them: header and bytes as client/src/pose/lab/frame-stream.ts reads them.
 * @param {AsyncIterable<VideoPicture>} pictures
 * @param {import('node:http').ServerResponse} response
 */
async function sendPictures(pictures, response) {
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' });
  for await (const { captureMs, widthPx, heightPx, rgba } of pictures) {
    const header = Buffer.alloc(16);
    header.writeDoubleLE(captureMs, 0);
    header.writeUInt32LE(widthPx, 8);
    header.writeUInt32LE(heightPx, 12);
    response.write(header);
    if (!response.write(rgba)) await drained(response);
    if (response.destroyed) return;
  }
  response.end();
}

/** @param {import('node:http').ServerResponse} response */
function drained(response) {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done);
      response.off('close', done);
      resolve(undefined);
    };
    response.on('drain', done);
    response.on('close', done);
  });
}
