/** Finds a Chromium for the browser tests, or installs one. They are never skipped in silence. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

/**
 * Path of a browser. Throws an error with one sentence where none is found and none can be installed.
 * @returns {string}
 */
export function findBrowser() {
  const wished = process.env.CHROMIUM_PATH;
  if (wished) {
    if (existsSync(wished)) return wished;
    throw new Error(`CHROMIUM_PATH is "${wished}", but there is no such file.`);
  }
  return present() ?? installed() ?? giveUp();
}

function present() {
  return [chromium.executablePath(), ...SYSTEM].find((path) => path && existsSync(path));
}

function installed() {
  process.stdout.write('No browser was found: installing one (once) ...\n');
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    attempt('apt-get', ['update', '-q']);
    attempt('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']);
  }
  if (!present()) attempt(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
  return present();
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function attempt(command, args) {
  try {
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch {
    // The next way is tried.
  }
}

/** @returns {never} */
function giveUp() {
  throw new Error(
    'There is no browser for the tests and none could be installed: install Chromium or Chrome, or set CHROMIUM_PATH.'
  );
}
