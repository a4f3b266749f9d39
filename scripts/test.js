/**
 * `npm test`: everything, in one go. It makes the build, starts the databases it needs and finds a browser by itself.
 * `npm run test:e2e` runs the browser tests alone, `npm run test:deep` the long ones (1,000 seeds, 200 kills, a kind of step that is built anew, phones on bad nets,
 * a projector's day).
 */
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from '../server/starter/build.js';
import { findBrowser } from './browser.js';
import { generate } from './generate.js';
import { runSteps } from './steps.js';

const which = process.argv[2] ?? 'all';
if (!['all', 'e2e', 'deep'].includes(which)) {
  process.stderr.write('Use: npm test, npm run test:e2e or npm run test:deep.\n');
  process.exit(2);
}
const DEEP = { DEEP: '1' };
const report = (/** @type {string} */ name) => join(tmpdir(), `ordvagg-${name}-${process.pid}.json`);
const [units, browser] = [report('vitest'), report('playwright')];

try {
  generate();
  await ensureBuild(process.cwd(), (line) => process.stdout.write(`${line}\n`));
  const failed = await runSteps(
    which === 'e2e' ? [e2e({})] : which === 'deep' ? [vitest(DEEP), e2e(DEEP)] : [vitest({}), e2e({})]
  );
  const { passed, failures, skipped } = count();
  process.stdout.write(
    `\n${passed} passed, ${failures} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`
  );
  process.exitCode = failed.length > 0 || failures > 0 || passed === 0 ? 1 : 0;
} catch (error) {
  process.stderr.write(`${/** @type {Error} */ (error).message}\n`);
  process.exitCode = 1;
} finally {
  for (const file of [units, browser]) rmSync(file, { force: true });
}

/** @param {Record<string, string>} env */
function vitest(env) {
  return {
    name: 'core, contract, fuzz',
    script: 'node_modules/vitest/vitest.mjs',
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${units}`],
    env
  };
}

/** @param {Record<string, string>} env */
function e2e(env) {
  return {
    name: 'browser',
    script: 'node_modules/@playwright/test/cli.js',
    args: ['test'],
    env: { CHROMIUM_PATH: findBrowser(), PLAYWRIGHT_JSON_OUTPUT_NAME: browser, ...env }
  };
}

function count() {
  const vitestReport = read(units);
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = read(browser)?.stats ?? {};
  return {
    passed: (vitestReport?.numPassedTests ?? 0) + expected + flaky,
    failures: (vitestReport?.numFailedTests ?? 0) + unexpected,
    skipped: (vitestReport?.numPendingTests ?? 0) + skipped
  };
}

/** @param {string} file */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
