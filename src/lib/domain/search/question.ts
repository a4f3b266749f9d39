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
      /** Its last wanted word, which may go on, and what stands before and after it. Undefined where there is none such. */
      open?: { before: string; last: string; after: string };
      /** What stands in quotation marks and is to be there, or not to be there, as it stands: an index knows no small words. */
      phrases: readonly string[];
      unwanted: readonly string[];
    };

/** As keyboards and word processors set them. */
const QUOTES = /[“”„‟«»]/gu;
const MINUS = /(^|\s)[−–](?=[\p{L}\p{N}"])/gu;
const UNWANTED_PHRASE = /(?<![\p{L}\p{N}])-"([^"]*)"/gu;
/** What is not wanted, at the end of a question. */
const UNWANTED = /(?:\s+-[^\s"]+)+$/u;

export function questionOf(typed: string): Question {
  const text = cleanLine(typed).toLocaleLowerCase('sv').replace(QUOTES, '"').replace(MINUS, '$1-');
  if (text === '') return { ok: false, reason: 'empty' };
  if (lengthOf(text) > LONGEST_QUESTION) return { ok: false, reason: 'too-long' };
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (letters < SHORTEST_QUESTION) return { ok: false, reason: 'too-short' };
  // Where there is a choice, either of them may be missing.
  if (/(?:^|\s)or(?:\s|$)/u.test(text))
    return { ok: true, text, phrases: [], unwanted: [], ...openEnd(text) };
  const asked = cleanLine(text.replace(UNWANTED_PHRASE, ' '));
  return {
    ok: true,
    text: asked,
    phrases: phrasesIn(asked, /"([^"]*)"/gu),
    unwanted: phrasesIn(text, UNWANTED_PHRASE),
    ...openEnd(asked)
  };
}

function openEnd(text: string): { open?: { before: string; last: string; after: string } } {
  const after = UNWANTED.exec(text)?.[0] ?? '';
  const wanted = text.slice(0, text.length - after.length);
  const last = /(?:^|\s)([\p{L}\p{N}]{2,})$/u.exec(wanted)?.[1];
  // Within a phrase that is not closed yet it is no word of its own.
  const isPhrase = (text.match(/"/g)?.length ?? 0) % 2 === 1;
  if (last === undefined || isPhrase || last === 'or') return {};
  return { open: { before: wanted.slice(0, -last.length).trim(), last, after: after.trim() } };
}

function phrasesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, phrase = '']) => phrase.trim() || []);
}
