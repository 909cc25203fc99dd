// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ uid: number, gid: number }} Account */

/**
 * The account PostgreSQL runs under. It refuses to run as root, so root lends it an unprivileged one; others run it as
 * themselves (null).
 * @returns {Account | null}
 */
export function databaseAccount() {
  if (process.getuid?.() !== 0) return null;
  const rows = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const row = rows.find(([name]) => name === 'postgres') ?? rows.find(([name]) => name === 'nobody');
  return { uid: Number(row?.[2] ?? 65_534), gid: Number(row?.[3] ?? 65_534) };
}

/** Whether that account can go into a folder or run a file (every folder above it included). @param {string} path @param {Account | null} account */
export function canReach(path, account) {
  if (!account) return existsSync(path);
  return spawnSync('/bin/sh', ['-c', 'test -r "$0" && test -x "$0"', path], { ...account, cwd: '/' }).status === 0;
}
