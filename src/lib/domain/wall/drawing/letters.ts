/** A line letter by letter: where each stands, and its outline. Without kerning or ligatures, as the layout has measured it. */
import { OUTLINES } from '../layout/faces/atkinson-digits.ts';
import { READING_FACE, letteringOf } from '../layout/lettering.ts';
import type { DrawnFace } from '../layout/lettering.ts';

/**
 * The outline of a letter as an SVG path in thousandths of an em, the baseline at 0, y downwards; empty for a space. Undefined where
 * no typeface has it.
 */
export type OutlineOf = (letter: string, face: DrawnFace) => string | undefined;

export interface SetLetter {
  letter: string;
  /** From the line's left end, thousandths of an em. */
  x: number;
  path: string;
}

/** Letters with something to draw. */
export function lettersOf(text: string, face: DrawnFace, outlineOf: OutlineOf): SetLetter[] {
  const lettering = letteringOf(face);
  const letters: SetLetter[] = [];
  let x = 0;
  for (const letter of text) {
    const width = lettering.extent(letter).width / 10;
    const path =
      (face === READING_FACE ? OUTLINES[letter] : undefined) ?? outlineOf(letter, face) ?? boxOf(width);
    if (path) letters.push({ letter, x, path });
    x += width;
  }
  return letters;
}

/** What stands for a letter that no typeface has: an empty box as wide as it was measured. Marks without width get none. */
function boxOf(width: number): string {
  if (width === 0) return '';
  const [left, right, top, pen] = [80, width - 80, -700, 50];
  return (
    `M${left} 0V${top}H${right}V0Z` + `M${left + pen} ${-pen}H${right - pen}V${top + pen}H${left + pen}Z`
  );
}
