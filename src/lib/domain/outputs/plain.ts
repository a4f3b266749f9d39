/**
 * What people wrote, in Markdown: it comes out as the same letters, never as markup, whichever Markdown reads it.
 * The exception is outside of our reach: readers that make links of bare e-mail addresses do so after unescaping.
 */

/** Signs that mean something to some Markdown wherever they stand. */
const ANYWHERE = /[\\`*_{}[\]<>&|~^$#@=+]/g;
/** These make links of addresses, and a face of `:smile:`. */
const IN_ADDRESS = /(?<=[\p{L}\p{N}])\.(?=\p{L})|(?<=\p{L})\.(?=[\p{N}-])|:(?=\S)/gu;
/** A bullet, a rule or a definition at the start of a line. */
const BULLET = /^[-:]/;
/** A number at the start of a line: 1. 1) (1) a. a) iv. */
const NUMBER = /^(\(?(?:\d+|[a-z]|[ivxlcdm]+))([.)])/i;

export const NEW_LINES = /[\n\r\u2028\u2029]+/;

/** A text as one line of Markdown. */
export function plainLine(text: string): string {
  return plainLines(text).join(' ');
}

/** A text as lines of Markdown, empty ones left out. */
export function plainLines(text: string): string[] {
  return text
    .split(NEW_LINES)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => plain(line));
}

/** A part of a line; `first`: with nothing before it on that line. */
export function plain(part: string, first = true): string {
  const anywhere = part.replace(ANYWHERE, '\\$&').replace(IN_ADDRESS, '\\$&');
  return first ? anywhere.replace(BULLET, '\\$&').replace(NUMBER, '$1\\$2') : anywhere;
}
