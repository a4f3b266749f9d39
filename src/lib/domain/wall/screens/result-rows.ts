/** How a result stands on a screen: so large and so many rows that it is read from the back, the rest counted. */
import { widthOf, linesOf } from './paragraph.ts';

export interface ResultRoom {
  width: number;
  height: number;
}

export interface ResultSetting {
  /** Font size, and how wide the texts are; the bars have the rest. */
  size: number;
  texts: number;
  /** So many rows have room. */
  shown: number;
}

const SIZES = [72, 64, 56, 50, 44, 40, 36, 34, 31] as const;
/** More than these nobody reads from the back. */
const MOST_ROWS = 12;
const LEADING = 1.15;
/** Of the width that the texts may take, and at least take. */
const TEXT = { most: 0.55, least: 0.2 };
/** The line that says how many more there are. */
const REST = 56;

/** The largest size at which all have room, or as many as may be; `gap` is the room of a row besides its lines, in font sizes. */
export function settingFor(
  texts: readonly string[],
  { width, height }: ResultRoom,
  gap: number
): ResultSetting {
  const wanted = Math.min(MOST_ROWS, texts.length);
  const tried = SIZES.map((size) => {
    const columns = columnFor(texts.slice(0, wanted), size, width);
    const room = wanted < texts.length ? height - REST : height;
    const fits = rowsIn(texts.slice(0, wanted), size, columns, room, gap);
    const shown =
      fits < texts.length ? rowsIn(texts.slice(0, wanted), size, columns, height - REST, gap) : fits;
    return { size, texts: columns, shown };
  });
  return tried.find(({ shown }) => shown === wanted) ?? tried.at(-1)!;
}

function columnFor(texts: readonly string[], size: number, width: number): number {
  const widest = Math.max(0, ...texts.map((text) => widthOf(text, 'reading') * size));
  return Math.ceil(Math.min(TEXT.most * width, Math.max(TEXT.least * width, widest)));
}

function rowsIn(texts: readonly string[], size: number, column: number, height: number, gap: number): number {
  let used = 0;
  for (const [index, text] of texts.entries()) {
    used += (linesOf(text, 'reading', column / size) * LEADING + gap) * size;
    if (used > height) return index;
  }
  return texts.length;
}
