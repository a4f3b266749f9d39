/**
 * The plain wall: the question in an ellipse in the middle, words in rows around it, the most common nearest to it.
 * No word is dropped, none overlaps another, none leaves the box: where they do not fit, all are set smaller.
 * All lengths are units of the box, 1920 by 1080.
 */
import type { Word } from './words.ts';
import { letteringOf } from './lettering.ts';

export interface Placed {
  word: Word;
  /** Left end of the text, and its baseline. */
  x: number;
  y: number;
  /** Font size. */
  size: number;
  /** Room that the word takes with its count. */
  width: number;
  height: number;
}

export interface Ellipse {
  /** Centre, and half axes. */
  x: number;
  y: number;
  rx: number;
  ry: number;
  /** Font size of the question, and its lines. */
  size: number;
  lines: readonly string[];
}

export interface Layout {
  words: readonly Placed[];
  ellipse: Ellipse;
  /** Size of the counts. */
  countSize: number;
}

export const BOX = { width: 1920, height: 1080 } as const;
/** Words keep away from the edges, and leave the foot to the total and the code. */
const EDGE = { top: 36, side: 56, bottom: 112 } as const;
const SMALLEST = 38;
const LARGEST = 100;
const COUNT = 28;
/** Height of a row, in sizes of its largest word; the baseline lies at 0.92 of a size below its top. */
const LEADING = 1.16;
const BASELINE = 0.92;
/** Space between two words, in units at scale 1. */
const GAP = 44;
const SHRINK = 0.94;
/** Below this nobody reads it, and one wall holds more words than any meeting of a thousand writes. */
const LEAST_SCALE = 0.05;

/** Lays the words out; they come the most common one first. */
export function layOut(words: readonly Word[], question: string): Layout {
  const ellipse = ellipseFor(question);
  let scale = 1;
  let placed = tryAt(words, ellipse, scale);
  while (!placed && scale > LEAST_SCALE) {
    scale *= SHRINK;
    placed = tryAt(words, ellipse, scale);
  }
  return { words: placed ?? [], ellipse, countSize: COUNT * Math.max(scale, 0.5) };
}

/** Size of a word by its count: 38 to 100 by the square root, so that twice as many is not twice as wide. */
export function sizeOf(count: number, most: number): number {
  // A wall on which nothing was said twice yet does not shout.
  const range = Math.max(most, 4) - 1;
  return SMALLEST + (LARGEST - SMALLEST) * Math.sqrt((count - 1) / range);
}

/** Width of a word with its count. */
export function roomOf(word: Word, size: number, countSize: number): number {
  const count = word.count > 1 ? countSize * (0.35 + 0.62 * String(word.count).length) : 0;
  return widthOf(word.text) * size + count;
}

/** The ellipse around a question; it stands in the same place whether words or blank notes are around it. */
export function ellipseFor(question: string): Ellipse {
  const lines = breakQuestion(question);
  const widest = Math.max(...lines.map(widthOf), 1);
  const size = Math.min(84, 560 / widest);
  const height = lines.length * size * 1.1;
  // Flatter than the tightest ellipse around the lines, as a pen draws it.
  const rx = (widest * size) / 1.7 + 40;
  const ry = height / 1.35 + 30;
  return { x: BOX.width / 2, y: (BOX.height - EDGE.bottom + EDGE.top) / 2, rx, ry, size, lines };
}

/** Two or three lines of about the same length for a long question. */
function breakQuestion(question: string): string[] {
  const words = question.split(' ');
  const rows = Math.min(3, Math.ceil(question.length / 26));
  const target = question.length / rows;
  const lines = [''];
  for (const word of words) {
    const line = lines.at(-1)!;
    const joined = line ? `${line} ${word}` : word;
    const over = line && lines.length < rows && joined.length > target + word.length / 2;
    if (over) lines.push(word);
    else lines[lines.length - 1] = joined;
  }
  return lines;
}

interface Row {
  top: number;
  bottom: number;
  from: number;
  to: number;
}

/**
 * 1. Beside the ellipse, left and right of it by turns, rows from its middle outwards. 2. Rows above and below it by turns, each
 * as high as its first word, as long as the box has room. Undefined where the words do not fit at that scale.
 */
function tryAt(words: readonly Word[], ellipse: Ellipse, scale: number): Placed[] | undefined {
  const most = words[0]?.count ?? 1;
  const countSize = COUNT * Math.max(scale, 0.5);
  const sized = words.map((word) => {
    const size = sizeOf(word.count, most) * scale;
    return { word, size, room: roomOf(word, size, countSize) };
  });
  const gap = GAP * scale;
  const placed: Placed[] = [];
  let next = 0;
  const fill = (row: Row) => {
    const line: typeof sized = [];
    let width = 0;
    const height = row.bottom - row.top;
    for (let one = sized[next]; one; one = sized[next]) {
      const wider = width + (line.length > 0 ? gap : 0) + one.room;
      if (wider > row.to - row.from || one.size * LEADING > height + 0.01) break;
      width = wider;
      line.push(one);
      next++;
    }
    let x = (row.from + row.to - width) / 2;
    const tallest = line[0]?.size ?? 0;
    const y = (row.top + row.bottom) / 2 + tallest * (BASELINE - LEADING / 2);
    for (const { word, size, room } of line) {
      placed.push({ word, x, y, size, width: room, height: size * LEADING });
      x += room + gap;
    }
    return line.length > 0;
  };

  const zone = { top: ellipse.y - ellipse.ry - 18, bottom: ellipse.y + ellipse.ry + 18 };
  fillBeside(zone, ellipse, () => sized[next]?.size, fill);
  let [above, below] = [zone.top, zone.bottom];
  const [top, bottom] = [EDGE.top, BOX.height - EDGE.bottom];
  let [upFull, downFull] = [false, false];
  for (let up = true; next < sized.length && !(upFull && downFull); up = !up) {
    const height = sized[next]!.size * LEADING;
    const row: Row | undefined = up
      ? above - height >= top
        ? { top: above - height, bottom: above, ...reach(above - height / 2) }
        : undefined
      : below + height <= bottom
        ? { top: below, bottom: below + height, ...reach(below + height / 2) }
        : undefined;
    const done = row !== undefined && fill(row);
    if (up && done) above -= height;
    else if (up) upFull = true;
    else if (done) below += height;
    else downFull = true;
  }
  return next === sized.length ? placed : undefined;
}

function fillBeside(
  zone: { top: number; bottom: number },
  ellipse: Ellipse,
  size: () => number | undefined,
  fill: (row: Row) => boolean
): void {
  const first = size();
  if (first === undefined) return;
  const height = zone.bottom - zone.top;
  const rows = Math.max(1, Math.floor(height / (first * LEADING)));
  const order = [...Array(rows).keys()].sort(
    (a, b) => Math.abs(a - (rows - 1) / 2) - Math.abs(b - (rows - 1) / 2)
  );
  for (const index of order) {
    const top = zone.top + (height / rows) * index;
    const row = { top, bottom: top + height / rows };
    const { from, to } = reach((row.top + row.bottom) / 2);
    fill({ ...row, from: from, to: ellipse.x - ellipse.rx - 36 });
    fill({ ...row, from: ellipse.x + ellipse.rx + 36, to });
  }
}

/** How far a row reaches: the wall narrows a little towards its top and foot, as a cloud does. */
function reach(y: number): { from: number; to: number } {
  const middle = (BOX.height - EDGE.bottom + EDGE.top) / 2;
  const off = (y - middle) / (BOX.height / 2);
  const inset = EDGE.side + 260 * off * off;
  return { from: inset, to: BOX.width - inset };
}

/** In em. */
function widthOf(text: string): number {
  return letteringOf('caveat-brush').extent(text).width / 10_000;
}
