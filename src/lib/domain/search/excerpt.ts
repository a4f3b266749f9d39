/** The lines of a hit with the words that were found in them marked, no longer than one reads at a glance. */

export interface Part {
  text: string;
  found?: true;
}
export type Line = readonly Part[];

/** Around each found word in the folded text. */
export const MARKS = { start: '\u0002', end: '\u0003' } as const;

/** Of a line, in UTF-16 units. */
const LONGEST = 240;
/** So much of it stands before the first word that was found. */
const BEFORE = 60;
const MOST_LINES = 4;

/** The first line, and of the others those in which something was found. `marked`: the folded text with `MARKS`. */
export function excerptOf(lines: readonly string[], marked: string): Line[] {
  const parts = marked.split('\n').map((line, at) => partsOf(lines[at] ?? '', line));
  return parts
    .filter((line, at) => at === 0 || line.some(({ found }) => found))
    .slice(0, MOST_LINES)
    .map(shortened);
}

/** The marks of the folded line laid over the line itself; where folding changed its length, over the folded one. */
function partsOf(line: string, marked: string): Part[] {
  const folded = marked.replaceAll(MARKS.start, '').replaceAll(MARKS.end, '');
  const shown = folded.length === line.length ? line : folded;
  const parts: Part[] = [];
  let at = 0;
  for (const [index, piece] of marked.split(/[\u0002\u0003]/).entries()) {
    if (piece === '') continue;
    const text = shown.slice(at, at + piece.length);
    at += piece.length;
    parts.push(index % 2 === 1 ? { text, found: true } : { text });
  }
  return parts;
}

function shortened(line: readonly Part[]): Line {
  const whole = line.reduce((sum, { text }) => sum + text.length, 0);
  if (whole <= LONGEST) return line;
  const first = line.findIndex(({ found }) => found);
  const before = line.slice(0, Math.max(0, first)).reduce((sum, { text }) => sum + text.length, 0);
  const from = before > BEFORE ? before - BEFORE : 0;
  const cut: Part[] = from > 0 ? [{ text: '… ' }] : [];
  let at = 0;
  for (const part of line) {
    const [start, end] = [Math.max(from - at, 0), Math.min(from + LONGEST - at, part.text.length)];
    at += part.text.length;
    if (end > start) cut.push({ ...part, text: part.text.slice(start, end) });
  }
  return from + LONGEST < whole ? [...cut, { text: ' …' }] : cut;
}
