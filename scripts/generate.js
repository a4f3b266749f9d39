/** Makes what type checks and tests need and git does not hold: Kit's types and the compiled messages. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Throws where a message is missing in a language or the compiler complains. */
export function generate() {
  generateMessages();
  run('node_modules/@sveltejs/kit/svelte-kit.js', ['sync']);
}

/** The messages alone, for the command line. */
export function generateMessages() {
  const paraglide = ['--project', './project.inlang', '--outdir', './src/lib/paraglide'];
  const said = run('node_modules/@inlang/paraglide-js/bin/run.js', [
    'compile',
    ...paraglide,
    ...['--output-structure', 'message-modules'],
    ...['--strategy', 'cookie', 'preferredLanguage', 'baseLocale']
  ]);
  // Where its plugin cannot be loaded it warns, succeeds, and writes empty messages.
  const compiled = readFileSync('src/lib/paraglide/messages/_index.js', 'utf8');
  if (/warn|error/i.test(said) || !compiled.includes('common_skip')) {
    throw new Error(`The messages were not compiled:\n${said}`);
  }
}

/**
 * @param {string} script
 * @param {string[]} args
 */
function run(script, args) {
  return execFileSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe']
  });
}
