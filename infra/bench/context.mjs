// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findOrInstallBrowser } from '../browser/find.mjs';
import { findOrInstallFfmpeg } from '../ffmpeg/find.mjs';
import { packPoseModels } from '../model/pack.mjs';
import { rootFolder } from '../start/folders.mjs';

/** What a part of the bench works with; looked for when it is first asked for. @typedef {ReturnType<typeof createContext>} Context */

/**
 * @param {(line: string) => void} say progress, for the person who waits
 * @param {(stop: () => Promise<void>) => void} [onInterrupt] is told what must be stopped when the bench is
 * @param {number} [minutes] how long a visit of endurance lasts
 */
export function createContext(say, onInterrupt = () => {}, minutes = 10) {
  return {
    say,
    minutes,
    onInterrupt,
    /** Where parts keep what they need not make twice. */
    cacheFolder: join(rootFolder, '.cache', 'bench'),
    /** Footage with labels beside the checkout; null where there is none. */
    mediaFolder: found(join(rootFolder, '..', 'shared', 'media')),
    browser: once(() => findOrInstallBrowser(say)),
    ffmpeg: once(() => findOrInstallFfmpeg(say)),
    /** The pose model that a patient's page uses. */
    model: once(async () => {
      const { dir, manifest } = await packPoseModels();
      const { file, sha256 } = manifest.models.full;
      return { size: /** @type {const} */ ('full'), file: join(dir, file), sha256 };
    }),
  };
}

/** @param {string} folder */
function found(folder) {
  return existsSync(folder) ? folder : null;
}

/** @template T @param {() => T} make @returns {() => T} */
function once(make) {
  /** @type {{ value: T } | null} */
  let made = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
