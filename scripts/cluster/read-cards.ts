/** Cards, or a wall's words, as a file or a pipe brings them: one a line. What is no such text gets one sentence that says what to do. */
import { readFileSync } from 'node:fs';

/** The longest card of any kind is 500 characters; a line far beyond that is something else. */
const LONGEST = 2_000;
const MOST_LINES = 20_000;
const MOST_BYTES = 20 * 1024 * 1024;

/** Told on standard error, exit code 1. */
export class UnreadableCards extends Error {}

/** The lines of a file, or of standard input without one, in their order; empty lines stay. `one`: what errors call a line. */
export function readCards(file: string | undefined, one = 'card'): string[] {
  const name = file ?? 'standard input';
  return linesOf(bytesOf(file, name), name, one);
}

/** A file's bytes, or standard input's; `name` is what errors call it. */
export function bytesOf(file: string | undefined, name: string): Uint8Array {
  try {
    return readFileSync(file ?? 0);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'EAGAIN' || code === 'EOF') return new Uint8Array();
    const reason = {
      ENOENT: 'there is no such file',
      EISDIR: 'it is a folder',
      EACCES: 'it may not be read'
    }[code ?? ''];
    throw new UnreadableCards(`${name}: ${reason ?? 'it cannot be read'}.`);
  }
}

/** UTF-8 text without what marks its order of bytes. */
export function textOf(bytes: Uint8Array, name: string): string {
  if (bytes.length > MOST_BYTES)
    throw new UnreadableCards(`${name} has more than 20 MB: give a plain list, one a line.`);
  if (bytes.includes(0)) throw new UnreadableCards(`${name} is no plain text: save it as UTF-8 text.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableCards(`${name} is not UTF-8: save it as UTF-8 text and try again.`);
  }
}

export function linesOf(bytes: Uint8Array, name: string, one = 'card'): string[] {
  const text = textOf(bytes, name);
  // Only where no line ends otherwise is a lone CR the end of one, as old programs wrote it.
  const lines = text.includes('\n') ? text.split(/\r?\n/) : text.split('\r');
  if (lines.at(-1) === '') lines.pop();
  if (lines.every((line) => line.trim() === ''))
    throw new UnreadableCards(`${name} has no ${one}s: write one a line.`);
  if (lines.length > MOST_LINES) {
    throw new UnreadableCards(
      `${name} has ${lines.length} lines: ${MOST_LINES} ${one}s are the most at a time.`
    );
  }
  const long = lines.findIndex((line) => line.length > LONGEST);
  if (long >= 0) {
    throw new UnreadableCards(
      `${name}, line ${long + 1}: a ${one} of ${lines[long]!.length} characters; ${LONGEST} are the most. Is it one ${one} a line?`
    );
  }
  return lines;
}
