/** What somebody searches for, as it is asked of the database; or why nothing can be asked. */
import { cleanLine, lengthOf } from '../text.ts';

export const SHORTEST_QUESTION = 2;
export const LONGEST_QUESTION = 200;

export type Question =
  | { ok: false; reason: 'empty' | 'too-short' | 'too-long' }
  | {
      ok: true;
      /** Words, "phrases", -not and or. */
      text: string;
      /** All of it but the last word, and that: it may go on. Undefined where the question ends otherwise. */
      open?: { before: string; last: string };
    };

export function questionOf(typed: string): Question {
  const text = cleanLine(typed).toLocaleLowerCase('sv');
  if (text === '') return { ok: false, reason: 'empty' };
  if (lengthOf(text) > LONGEST_QUESTION) return { ok: false, reason: 'too-long' };
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (letters < SHORTEST_QUESTION) return { ok: false, reason: 'too-short' };
  const last = /(?:^|\s)([\p{L}\p{N}]{2,})$/u.exec(text)?.[1];
  // Within a phrase that is not closed yet it is no word of its own.
  const isPhrase = (text.match(/"/g)?.length ?? 0) % 2 === 1;
  if (last === undefined || isPhrase || last === 'or') return { ok: true, text };
  return { ok: true, text, open: { before: text.slice(0, -last.length).trim(), last } };
}
