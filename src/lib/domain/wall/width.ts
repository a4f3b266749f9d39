/** How wide the wall's lettering is, without a browser. */
import { LETTERS } from './caveat-brush.ts';

const WIDTHS = new Map<string, number>(
  Object.entries(LETTERS).flatMap(([width, letters]) =>
    [...letters].map((letter): [string, number] => [letter, Number(width) / 1_000])
  )
);
/** Letters of other scripts are set in a fallback font, at most an em wide. */
const UNKNOWN = 1;

/** Width of a text in em. Rather too wide than too narrow: kerning is left out. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += WIDTHS.get(letter) ?? UNKNOWN;
  return width;
}
