/**
 * A line in runs of letters that the wall's typefaces have, and of those that they lack. The device's own typeface draws the latter, as
 * wide as it likes; each run is put where it was measured, so that what comes after it stands right all the same.
 */
import { letteringOf } from '../../../domain/wall/layout/lettering.ts';
import type { DrawnFace } from '../../../domain/wall/layout/lettering.ts';

export interface Run {
  text: string;
  /** From the line's left end, and how wide it was measured; em. */
  x: number;
  width: number;
  /** No typeface of the wall has these letters. */
  foreign: boolean;
}

const EM = 10_000;

export function runsOf(text: string, face: DrawnFace): Run[] {
  const lettering = letteringOf(face);
  if (lettering.has(text)) return [{ text, x: 0, width: lettering.extent(text).width / EM, foreign: false }];
  const runs: Run[] = [];
  let x = 0;
  for (const letter of text) {
    const width = lettering.extent(letter).width / EM;
    const foreign = !lettering.has(letter);
    const last = runs.at(-1);
    // Marks and joiners go with the letter before.
    if (last && (width === 0 || last.foreign === foreign)) {
      last.text += letter;
      last.width += width;
    } else runs.push({ text: letter, x, width, foreign });
    x += width;
  }
  const space = lettering.extent(' ').width / EM;
  return runs.flatMap((run) => {
    // A picture leaves out the space that a text begins with.
    const text = run.text.trimStart();
    return text ? [{ ...run, text, x: run.x + space * (run.text.length - text.length) }] : [];
  });
}
