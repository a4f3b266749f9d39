/**
 * What somebody typed, made safe to store and to compare: composed letters, no invisible marks, no runs of space.
 * Nothing visible is ever taken away; HTML stays the text it is.
 */

/** Control characters except tab and newline, zero-width marks, direction marks, soft hyphens, byte-order marks. */
// The joiner U+200D is handled apart: it holds emoji together.
const INVISIBLE =
  // eslint-disable-next-line no-control-regex -- control characters are what this takes out
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164\uFEFF\uFFA0\uFFF9-\uFFFB]/g;
// eslint-disable-next-line no-control-regex -- the same
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;
/** Tags spell nothing that can be seen, but the flags of England, Scotland and Wales are made of them. */
const TAGS = /(\u{1F3F4}[\u{E0020}-\u{E007E}]+\u{E007F})|[\u{E0000}-\u{E007F}]/gu;
const LONE_JOINER =
  /(?<![\p{Extended_Pictographic}\uFE0F\p{Emoji_Modifier}])\u200D|\u200D(?!\p{Extended_Pictographic})/gu;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** Stacked accents ("zalgo") cover the lines above: nobody's word needs more than four marks on a letter. */
const MARK_TOWER = /(\p{M}{4})\p{M}+/gu;

/** One line: newlines and tabs become spaces. */
export function cleanLine(text: string): string {
  return onOneLine(withoutInvisible(text));
}

/** Of what was cleaned before: its line breaks become spaces. A tenth of `cleanLine`'s time. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** No NUL and no half letter: PostgreSQL keeps neither. Whatever was cleaned is. */
export function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}

/** Several lines: line breaks stay, at most one empty line in a row. */
export function cleanLines(text: string): string {
  return withoutInvisible(text)
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** What no database and no file takes, and nobody sees: control characters but for tab and newline, halves of a letter. All else stays. */
export function storable(text: string): string {
  return text.replace(CONTROL, '').replace(LONE_SURROGATE, '');
}

/** Length in code points, as limits count it: an å is one however it was typed. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** One line of at most so many code points: cut between two words where that leaves most of it, with a sign that it was cut. */
export function shortened(text: string, most: number): string {
  const line = cleanLine(text);
  const letters = [...line];
  if (letters.length <= most) return line;
  const END = ' …';
  const start = letters.slice(0, most - END.length).join('');
  const gap = letters[most - END.length] === ' ' ? start.length : start.lastIndexOf(' ');
  if (gap > start.length / 2) return start.slice(0, gap).trimEnd() + END;
  // Within a word: not within a letter and its marks, nor within an emoji that is made of several.
  const parts = [...new Intl.Segmenter('sv', { granularity: 'grapheme' }).segment(line)];
  let [cut, used] = ['', 0];
  for (const { segment } of parts) {
    used += lengthOf(segment);
    if (used > most - 1) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}

/** The key under which two texts count as equal: case and spaces do not matter, å ä ö do. */
export function foldKey(text: string): string {
  return cleanLine(text).normalize('NFKC').toLocaleLowerCase('sv');
}

function withoutInvisible(text: string): string {
  return (
    text
      .replace(LONE_SURROGATE, '\uFFFD')
      .replace(INVISIBLE, '')
      .replace(TAGS, '$1')
      .replace(LONE_JOINER, '')
      // Composed last: what stood between a letter and its mark is gone now.
      .normalize('NFC')
      .replace(MARK_TOWER, '$1')
  );
}
