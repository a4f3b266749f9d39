/** Keeps build/ in step with the source. Plain JavaScript: it runs before anything has been built. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const SOURCES = [
  'src',
  'server',
  'messages',
  'static',
  'project.inlang',
  'package.json',
  'package-lock.json'
];
const CONFIGURATION = ['vite.config.ts', 'svelte.config.js', 'tsconfig.json'];
/** Written by the build itself. */
const GENERATED = ['src/lib/paraglide', 'project.inlang/cache', 'project.inlang/README.md'];

/** The build cannot be made; the message is one sentence for the person at the terminal. */
export class BuildError extends Error {
  code = 'build';
}

/**
 * Builds where build/ is missing or older than a source file. Throws a `BuildError`.
 * @param {string} root the folder of package.json
 * @param {(line: string) => void} say
 */
export async function ensureBuild(root, say) {
  if (isFresh(root)) return;
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  if (!existsSync(vite)) {
    if (existsSync(join(root, 'build/handler.js'))) return;
    throw new BuildError('There is no build/ and Vite is not installed. Run "npm ci" first.');
  }
  await whileAlone(root, async () => {
    if (isFresh(root)) return;
    say('Building (takes some ten seconds, only after a change) ...');
    await run(vite, root);
  });
}

/** @param {string} root */
function isFresh(root) {
  const handler = join(root, 'build/handler.js');
  if (!existsSync(handler)) return false;
  const built = statSync(handler).mtimeMs;
  const skipped = GENERATED.map((path) => join(root, path));
  return ![...SOURCES, ...CONFIGURATION].some((path) => newerThan(built, join(root, path), skipped));
}

/**
 * @param {number} built
 * @param {string} path
 * @param {string[]} skipped
 * @returns {boolean}
 */
function newerThan(built, path, skipped) {
  if (skipped.includes(path)) return false;
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return false;
  // A folder counts too: its time changes when a file in it is removed.
  if (found.mtimeMs > built) return !isGeneratedParent(path, skipped);
  return found.isDirectory() && readdirSync(path).some((name) => newerThan(built, join(path, name), skipped));
}

/**
 * The folder around generated files changes with them.
 * @param {string} path
 * @param {string[]} skipped
 */
function isGeneratedParent(path, skipped) {
  return skipped.some((one) => join(one, '..') === path);
}

/**
 * Two processes that start at once must not write one build/.
 * @param {string} root
 * @param {() => Promise<void>} work
 */
async function whileAlone(root, work) {
  const lock = join(root, '.building');
  while (!take(lock)) await wait(200);
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** @param {string} lock */
function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code !== 'EEXIST')
      throw new BuildError('build/ cannot be written. Run "npm run build" as its owner.');
    if (!isAlive(Number(readFileSync(lock, 'utf8')))) rmSync(lock, { force: true });
    return false;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * @param {string} vite
 * @param {string} root
 * @returns {Promise<void>}
 */
function run(vite, root) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe']
    });
    let said = '';
    const listen = (/** @type {Buffer} */ chunk) => (said += chunk);
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', reject);
    child.once('exit', (status) => {
      if (status === 0) return resolve();
      process.stderr.write(said);
      reject(new BuildError('The build failed; what Vite said stands above.'));
    });
  });
}
