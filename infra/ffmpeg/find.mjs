// @ts-check
import { existsSync } from 'node:fs';
import { findInstalled, findOrInstall } from '../browser/find.mjs';
import { Trouble } from '../start/trouble.mjs';

/** An installed ffmpeg, or the one `PLUMBLINE_FFMPEG` names. Throws a Trouble if there is none. @returns {string} */
export function findFfmpeg() {
  const given = process.env.PLUMBLINE_FFMPEG;
  if (given && !existsSync(given)) {
    throw new Trouble(`PLUMBLINE_FFMPEG names ${given}, which does not exist.`, 'Name an installed ffmpeg.');
  }
  const found = given ?? findInstalled(['ffmpeg']);
  if (found) return found;
  throw new Trouble('ffmpeg was not found.', 'Install it, or set PLUMBLINE_FFMPEG to its path.');
}

/** Finds ffmpeg, or installs Debian's or Ubuntu's where that is possible. @param {(line: string) => void} log */
export function findOrInstallFfmpeg(log) {
  return findOrInstall(findFfmpeg, 'ffmpeg', log);
}
