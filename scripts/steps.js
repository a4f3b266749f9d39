/** Runs the steps of a check one after the other, and says which one failed. */
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
