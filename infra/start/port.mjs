// @ts-check
import { createServer } from 'node:net';
import { Trouble } from './trouble.mjs';

/** A TCP port on the loopback address that nobody listens on now. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/**
 * Throws a Trouble if somebody listens there. `localhost` may mean `::1` to a browser, so that one is looked at too.
 * @param {number} port
 * @param {string} host
 */
export async function assertPortFree(port, host) {
  await assertFree(port, host);
  await assertFree(port, '::1').catch((error) => {
    if (error instanceof Trouble) throw error; // another error: this machine has no IPv6
  });
}

/** @param {number} port @param {string} host @returns {Promise<void>} */
function assertFree(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => reject(troubleWith(port, /** @type {NodeJS.ErrnoException} */ (error))));
    server.listen({ port, host, ipv6Only: true }, () => server.close(() => resolve()));
  });
}

/** @param {number} port @param {NodeJS.ErrnoException} error */
function troubleWith(port, error) {
  const another = port < 65_535 ? port + 1 : 3000;
  if (error.code === 'EADDRINUSE')
    return new Trouble(`Port ${port} is in use.`, `Stop what uses it, or choose another: PORT=${another} npm start`);
  if (error.code === 'EACCES')
    return new Trouble(`Port ${port} needs special rights.`, 'Choose one above 1023: PORT=3000 npm start');
  return error;
}
