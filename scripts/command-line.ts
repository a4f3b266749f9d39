/** What the command lines have in common: how they fail, and how they end when nobody reads on. */
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { UnreadableCards } from './cluster/read-cards.ts';

/** Wrong use, told on standard error with exit code 2. */
export class WrongUse extends Error {}

/** Runs a command. Wrong use and input that cannot be read are told in their one sentence; what else is thrown is a fault. */
export async function command(run: () => Promise<void> | void): Promise<void> {
  // Who reads has read enough, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  try {
    await run();
  } catch (error) {
    const wrong = error instanceof WrongUse;
    if (!wrong && !(error instanceof UnreadableCards)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = wrong ? 2 : 1;
  }
}

/** The options and the one file, undefined for standard input (also as `-`). `name` and `what` are the command's and its input's. */
export function readArguments<Options extends NonNullable<ParseArgsConfig['options']>>(
  options: Options,
  { name, what }: { name: string; what: string }
) {
  let parsed;
  try {
    parsed = parseArgs({ allowPositionals: true, options });
  } catch (error) {
    throw new WrongUse(
      `${(error as Error).message.split(/\.\s/)[0]}. See: npm run --silent ${name} -- --help`
    );
  }
  const { values, positionals } = parsed;
  if (positionals.length > 1)
    throw new WrongUse(`One file at a time; without one, ${what} are read from standard input.`);
  const [file] = positionals;
  return { values, file: file === '-' ? undefined : file };
}
