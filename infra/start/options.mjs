// @ts-check
import { Trouble } from './trouble.mjs';

/**
 * @typedef {object} StartOptions
 * @property {number} port
 * @property {boolean} lan let other devices of the network join, over TLS
 * @property {boolean} dev rebuild on change
 */

/** @param {readonly string[]} args @param {NodeJS.ProcessEnv} env @returns {StartOptions} */
export function readOptions(args, env) {
  const unknown = args.find((arg) => arg !== '--lan' && arg !== '--dev');
  if (unknown)
    throw new Trouble(`"${unknown}" is not an option.`, 'There are --lan and --dev; PORT is set in the environment.');
  const port = Number(env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Trouble(`PORT is "${env.PORT}", which is not a port.`, 'Give a number from 1 to 65535.');
  }
  return { port, lan: args.includes('--lan'), dev: args.includes('--dev') };
}

/** Throws a Trouble where this Node cannot run the product. @param {string} version such as `20.20.2` */
export function assertNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major >= 24;
  if (!fits)
    throw new Trouble(
      `This is Node ${version}.`,
      'Plumbline needs Node 20.19, 22.13, 24 or later: https://nodejs.org.',
    );
}
