/** What somebody may have meant who has found nothing: the nearest words that stand in what can be found. */
import { editsBetween } from '../clustering/letters.ts';

/** From so many letters on two of them may be wrong. */
const LONG = 8;

/** How often each word stands in folded texts. Those of less than four letters are near to everything. */
export function countWords(texts: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const [word] of text.matchAll(/\p{L}{4,}/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The question with the nearest word in place of each that stands nowhere; undefined where there is none. `text`: folded. */
export function meantBy(text: string, words: ReadonlyMap<string, number>): string | undefined {
  const meant = text.replace(/(?<![-\p{L}\p{N}])\p{L}{4,}/gu, (word) => nearest(word, words) ?? word);
  return meant === text ? undefined : meant;
}

function nearest(word: string, words: ReadonlyMap<string, number>): string | undefined {
  const limit = word.length >= LONG ? 2 : 1;
  let best: { word: string; edits: number; count: number } | undefined;
  for (const [known, count] of words) {
    if (known.startsWith(word)) return undefined;
    if (Math.abs(known.length - word.length) > limit) continue;
    const edits = editsBetween(word, known, limit);
    if (edits > limit) continue;
    if (!best || edits < best.edits || (edits === best.edits && count > best.count))
      best = { word: known, edits, count };
  }
  return best?.word;
}
