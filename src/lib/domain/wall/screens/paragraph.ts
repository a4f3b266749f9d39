/**
 * How much room a text takes where a browser breaks its lines: so that a screen on which nobody can scroll knows beforehand what it
 * has room for. Guesses on the safe side: a browser may break a line in more places than these.
 */
import { READING_FACE, letteringOf } from '../layout/lettering.ts';
import type { FaceName } from '../layout/lettering.ts';

export type TextFace = FaceName | 'reading';

const EM = 10_000;
/** Kerning and rounding may make a line a little wider than its letters. */
const SAFETY = 1.03;
/** After a space, a hyphen, or a soft hyphen. */
const BREAKS = /(?<=[\s\u00ad-])/u;

/** Width of one line, em. */
export function widthOf(text: string, face: TextFace): number {
  const lettering = letteringOf(face === 'reading' ? READING_FACE : face);
  return (lettering.extent(text).width / EM) * SAFETY;
}

/** How many lines it takes in a column that is so many em wide; new lines of its own stand. */
export function linesOf(text: string, face: TextFace, width: number): number {
  return text
    .trim()
    .split('\n')
    .reduce((sum, line) => sum + linesOfOne(line, face, Math.max(width, 1)), 0);
}

function linesOfOne(line: string, face: TextFace, width: number): number {
  let lines = 1;
  let used = 0;
  for (const part of line.split(BREAKS)) {
    // The space at the end of a line hangs over it.
    const bare = widthOf(part.trimEnd(), face);
    if (used > 0 && used + bare > width) {
      lines++;
      used = 0;
    }
    if (bare > width) {
      // Broken between any two letters; some of each line stays empty.
      const more = Math.ceil(bare / Math.max(width - 0.6, 0.4)) - 1;
      lines += more;
      used = width;
    } else used += widthOf(part, face);
  }
  return lines;
}

/** The lines themselves, for what is drawn and not flowed. A word that is wider than the column is broken between two letters. */
export function linesIn(text: string, face: TextFace, width: number): string[] {
  return text
    .trim()
    .split('\n')
    .flatMap((line) => brokenIn(line, face, Math.max(width, 1)));
}

function brokenIn(text: string, face: TextFace, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.split(BREAKS).flatMap((part) => piecesOf(part, face, width))) {
    if (line && widthOf((line + part).trimEnd(), face) > width) {
      lines.push(line);
      line = '';
    }
    line += part;
  }
  return [...lines, line].map((one) =>
    one
      .trimEnd()
      .replace(/\u00ad$/, '-')
      .replaceAll('\u00ad', '')
  );
}

function piecesOf(part: string, face: TextFace, width: number): string[] {
  if (widthOf(part.trimEnd(), face) <= width) return [part];
  const pieces: string[] = [];
  let piece = '';
  for (const letter of part) {
    if (piece && widthOf(piece + letter, face) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}

export interface Fitting {
  face: TextFace;
  /** The room that there is. */
  width: number;
  height: number;
  /** Font sizes to choose from, and the height of a line in font sizes. */
  most: number;
  least: number;
  leading: number;
}

/** The largest font size at which a text fits; `least` where none does. Words stay whole as long as they can. */
export function fittingSize(text: string, { face, width, height, most, least, leading }: Fitting): number {
  const widest = Math.max(...text.split(/[\s\u00ad]+/u).map((word) => widthOf(word, face)), 0.1);
  const whole = Math.max(least, Math.min(most, Math.floor(width / widest)));
  for (let size = whole; size > least; size--) {
    if (linesOf(text, face, width / size) * size * leading <= height) return size;
  }
  return least;
}

/** A question over the whole width: its font size, and how high it stands. */
export function titleIn(
  text: string,
  { width, ...within }: { width: number; height: number; most: number; least: number }
): { size: number; height: number } {
  const LEADING = 1.1;
  const size = fittingSize(text, { face: 'caveat-brush', width, leading: LEADING, ...within });
  return { size, height: linesOf(text, 'caveat-brush', width / size) * size * LEADING };
}
