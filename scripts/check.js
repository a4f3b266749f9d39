/** `npm run check`: format, lint, types. */
import { generate } from './generate.js';
import { runTogether } from './steps.js';

generate();
const failed = await runTogether([
  {
    name: 'format',
    script: 'node_modules/prettier/bin/prettier.cjs',
    args: ['--check', '--log-level', 'warn', '.']
  },
  { name: 'lint', script: 'node_modules/eslint/bin/eslint.js', args: ['--max-warnings', '0', '.'] },
  {
    name: 'types',
    script: 'node_modules/svelte-check/bin/svelte-check',
    args: ['--threshold', 'warning', '--output', 'human']
  }
]);
if (failed.length > 0) {
  process.stderr.write(`\nNot in order: ${failed.join(', ')}. "npm run format" mends the format.\n`);
  process.exit(1);
}
process.stdout.write('\nFormat, lint and types are in order.\n');
