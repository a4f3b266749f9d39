/** Cards as a file or a pipe brings them: one a line. What is no such text gets one sentence that says what to do. */
import { readFileSync } from 'node:fs';

/** The longest card of any kind is 500 characters; a line far beyond that is something else. */
const LONGEST = 2_000;
const MOST_LINES = 20_000;
const MOST_BYTES = 20 * 1024 * 1024;

/** Told on standard error, exit code 1. */
export class UnreadableCards extends Error {}

/** The lines of a file, or of standard input without one, in their order; empty lines stay. */
export function readCards(file: string | undefined): string[] {
  const name = file ?? 'standard input';
  return linesOf(bytesOf(file, name), name);
}

function bytesOf(file: string | undefined, name: string): Uint8Array {
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

export function linesOf(bytes: Uint8Array, name: string): string[] {
  if (bytes.length > MOST_BYTES)
    throw new UnreadableCards(`${name} has more than 20 MB: give a list of cards, one a line.`);
  if (bytes.includes(0)) {
    throw new UnreadableCards(`${name} is no plain text: save the cards as UTF-8 text, one card a line.`);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableCards(`${name} is not UTF-8: save it as UTF-8 text and try again.`);
  }
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  if (lines.every((line) => line.trim() === ''))
    throw new UnreadableCards(`${name} has no cards: write one a line.`);
  if (lines.length > MOST_LINES) {
    throw new UnreadableCards(
      `${name} has ${lines.length} lines: ${MOST_LINES} cards are the most at a time.`
    );
  }
  const long = lines.findIndex((line) => line.length > LONGEST);
  if (long >= 0) {
    throw new UnreadableCards(
      `${name}, line ${long + 1}: a card of ${lines[long]!.length} characters; ${LONGEST} are the most. Is it one card a line?`
    );
  }
  return lines;
}
