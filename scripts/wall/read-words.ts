/** A wall's words as a file or a pipe brings them: `word<TAB>count[<TAB>group]`, one a line. */
import { cleanLine, foldKey } from '../../src/lib/domain/text.ts';
import type { WallWord } from '../../src/lib/domain/wall/layout/wall-layout.ts';
import { UnreadableCards, readCards } from '../cluster/read-cards.ts';

/** So many lines are named in a remark; more are counted. */
const MOST_NAMED = 3;
/** The wall is laid out in one go, and nobody reads more. */
const MOST_WORDS = 1_500;

export interface ReadWords {
  words: WallWord[];
  /** Sentences about lines that are drawn otherwise than they are written. */
  remarks: string[];
}

/** The same word twice is one word, and its counts add up. A count that is none counts as 1: nobody's word is left out. */
export function readWords(file: string | undefined): ReadWords {
  const name = file ?? 'standard input';
  const words = new Map<string, WallWord>();
  const odd: number[] = [];
  const wordless: number[] = [];
  readCards(file, 'word').forEach((line, at) => {
    if (!line.trim()) return;
    const [first = '', second, third = ''] = line.split('\t');
    const text = cleanLine(first);
    if (!text) {
      wordless.push(at + 1);
      return;
    }
    const count = countOf(second);
    if (count === undefined) odd.push(at + 1);
    const key = foldKey(text);
    const known = words.get(key);
    const group = known?.group ?? (cleanLine(third) || undefined);
    words.set(key, {
      id: key,
      text: known?.text ?? text,
      count: (known?.count ?? 0) + (count ?? 1),
      ...(group === undefined ? {} : { group })
    });
  });
  if (words.size === 0)
    throw new UnreadableCards(`${name} has no words: write "word<TAB>count" on each line.`);
  if (words.size > MOST_WORDS) {
    throw new UnreadableCards(`${name} has ${words.size} words: ${MOST_WORDS} are the most on a wall.`);
  }
  const remarks: string[] = [];
  if (odd.length > 0)
    remarks.push(`${name}, ${named(odd)}: the count is no whole number from 1 on, and taken as 1.`);
  if (wordless.length > 0) remarks.push(`${name}, ${named(wordless)}: no word there.`);
  return { words: [...words.values()], remarks };
}

/** Without one a word stands for one card; undefined for what is no count. */
function countOf(written: string | undefined): number | undefined {
  const text = written?.trim() ?? '';
  if (text === '') return 1;
  const count = /^\+?\d{1,15}$/.test(text) ? Number(text) : 0;
  return count >= 1 ? count : undefined;
}

function named(lines: readonly number[]): string {
  const some = lines.slice(0, MOST_NAMED).join(', ');
  const more = lines.length > MOST_NAMED ? ` and ${lines.length - MOST_NAMED} more` : '';
  return `${lines.length === 1 ? 'line' : 'lines'} ${some}${more}`;
}
