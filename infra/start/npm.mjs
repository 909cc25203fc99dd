// @ts-check
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * npm as a program and its first arguments: the one that started us, else the one beside this Node, else from the PATH.
 * (As a script of this Node it needs no shell, which `npm.cmd` on Windows would.)
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string} [node]
 * @returns {[program: string, ...args: string[]]}
 */
export function npmCommand(env = process.env, node = process.execPath) {
  const started = env.npm_execpath ?? '';
  const beside = [
    join(dirname(node), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(node), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const script = [started, ...beside].find((path) => path.endsWith('npm-cli.js') && existsSync(path));
  return script ? [node, script] : ['npm'];
}
