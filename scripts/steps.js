/** Runs the steps of a check, one after the other or together, and says which ones failed. */
import { spawn } from 'node:child_process';

/**
 * @typedef {{ name: string, script: string, args?: string[], env?: Record<string, string> }} Step
 * `script`: a JavaScript file, run by this Node.
 */

/**
 * Runs all, also after one that fails. Returns the names of those that failed.
 * @param {Step[]} steps
 * @returns {Promise<string[]>}
 */
export async function runSteps(steps) {
  const failed = [];
  for (const step of steps) {
    process.stdout.write(`\n> ${step.name}\n`);
    if ((await runStep(step)) !== 0) failed.push(step.name);
  }
  return failed;
}

/**
 * Runs all at once: on two cores in half of the time. What each says is shown when it has ended, in the order of the steps.
 * Returns the names of those that failed.
 * @param {Step[]} steps
 * @returns {Promise<string[]>}
 */
export async function runTogether(steps) {
  const failed = [];
  const running = steps.map((step) => ({ name: step.name, ended: runQuietly(step) }));
  for (const { name, ended } of running) {
    const { code, said } = await ended;
    process.stdout.write(`\n> ${name}\n${said}`);
    if (code !== 0) failed.push(name);
  }
  return failed;
}

/**
 * @param {Step} step
 * @returns {Promise<{ code: number, said: string }>}
 */
function runQuietly({ script, args = [], env = {} }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env }
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (/** @type {string} */ part) => (said += part));
    child.once('error', ({ message }) => resolve({ code: 1, said: `${message}\n` }));
    child.once('close', (code) => resolve({ code: code ?? 1, said }));
  });
}

/**
 * @param {Step} step
 * @returns {Promise<number>} exit code
 */
function runStep({ script, args = [], env = {} }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      stdio: 'inherit',
      env: { ...process.env, ...env }
    });
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
