// @ts-check
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Trouble } from '../start/trouble.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome',
  'msedge',
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * A browser of the Chromium family that is here: `PLUMBLINE_BROWSER`, an installed one, Playwright's own. Throws a
 * Trouble if there is none.
 * @returns {string}
 */
export function findBrowser() {
  const given = process.env.PLUMBLINE_BROWSER;
  if (given) {
    if (existsSync(given)) return given;
    throw new Trouble(
      `PLUMBLINE_BROWSER names ${given}, which does not exist.`,
      'Name an installed Chromium, Chrome or Edge.',
    );
  }
  const found = findInstalled(NAMES) ?? PLACES.find(existsSync) ?? playwrightsOwn();
  if (found) return found;
  throw new Trouble('No Chromium, Chrome or Edge was found.', 'Install one, or set PLUMBLINE_BROWSER to its path.');
}

/**
 * Finds a browser that runs, or installs Debian's or Ubuntu's where that is possible. (Ubuntu's own is a stub that asks
 * for a snap; it is told apart by running it.)
 * @param {(line: string) => void} log
 * @returns {string}
 */
export function findOrInstallBrowser(log) {
  const browser = findOrInstall(findBrowser, 'chromium', log);
  if (process.platform === 'win32') return browser; // there, --version opens a window
  try {
    execFileSync(browser, ['--version'], { stdio: 'ignore', timeout: 30_000 });
  } catch {
    throw new Trouble(`${browser} does not run.`, 'Set PLUMBLINE_BROWSER to a Chromium, Chrome or Edge that does.');
  }
  return browser;
}

/** @param {() => string} find @param {string} debianPackage @param {(line: string) => void} log */
export function findOrInstall(find, debianPackage, log) {
  try {
    return find();
  } catch (error) {
    if (!isDebianRoot()) throw error;
    log(`installing ${debianPackage}`);
    const options = /** @type {const} */ ({
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    try {
      execFileSync('apt-get', ['update', '-qq'], options);
      execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', debianPackage], options);
    } catch {
      throw new Trouble(/** @type {Error} */ (error).message, `(apt-get install ${debianPackage} failed, too.)`);
    }
    return find();
  }
}

/** @param {readonly string[]} names @returns {string | undefined} */
export function findInstalled(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return folders.flatMap((folder) => names.map((name) => join(folder, name + suffix))).find(existsSync);
}

function isDebianRoot() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** @returns {string | undefined} */
function playwrightsOwn() {
  try {
    const code = "import('playwright-core').then(({ chromium }) => process.stdout.write(chromium.executablePath()))";
    const cwd = new URL('..', import.meta.url);
    const path = execFileSync(process.execPath, ['--input-type=module', '-e', code], {
      cwd,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return existsSync(path.toString()) ? path.toString() : undefined;
  } catch {
    return undefined;
  }
}
