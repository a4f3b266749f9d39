/** The shapes a word can take on the wall: on one line, or broken into two or three. Measured in em, so that they hold at any size. */
import type { Lettering } from './lettering.ts';

export interface Line {
  text: string;
  /** Em. */
  width: number;
}

/** How many cards say a word, set small behind its last line. Em of the word, from the shape's left edge and its last baseline. */
export interface Count extends Line {
  x: number;
  size: number;
  top: number;
  bottom: number;
}

/** Em; the first baseline lies `top` under the upper edge, each next one `leading` lower. The lines are centred in `letters`. */
export interface Shape {
  lines: readonly Line[];
  width: number;
  height: number;
  top: number;
  leading: number;
  /** What of the width the lines take, from the left; the count may reach farther. */
  letters: number;
  count?: Count;
}

const EM = 10_000;
/** The baselines of a phrase lie as close as its letters allow, within these. */
const LEADING = { least: 0.74, most: 0.98, gap: 0.03 } as const;
/** Of a count's size: the space before it. */
const BEFORE_COUNT = 0.26;
const MOST_LINES = 3;
/** Shorter texts stay on one line. */
const WORTH_BREAKING = 9;

/** The ways to set a text, on one line first. Words that no line may hold are cut, as a last resort. */
export function shapesOf(text: string, lettering: Lettering, widest = Infinity): Shape[] {
  const words = text.trim().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return [];
  const whole = shapeOf([words.join(' ')], lettering);
  const shapes = whole.width <= widest ? [whole] : [];
  if (words.length > 1 && text.length >= WORTH_BREAKING) {
    for (let rows = 2; rows <= Math.min(MOST_LINES, words.length); rows++) {
      const shape = shapeOf(breakInto(words, rows, lettering), lettering);
      if (shape.width <= widest) shapes.push(shape);
    }
  }
  if (shapes.length > 0) return shapes;
  // The narrowest that there is; whoever asked sets it smaller.
  return [shapeOf(breakInto(words, Math.min(MOST_LINES, words.length), lettering), lettering)];
}

function shapeOf(texts: readonly string[], lettering: Lettering): Shape {
  const extents = texts.map((text) => lettering.extent(text));
  const lines = texts.map((text, at) => ({ text, width: extents[at]!.width / EM }));
  const top = extents[0]!.top / EM;
  const closest = extents.slice(1).map((under, at) => (under.top - extents[at]!.bottom) / EM + LEADING.gap);
  const leading = Math.min(LEADING.most, Math.max(LEADING.least, ...closest));
  const width = Math.max(...lines.map((line) => line.width));
  return {
    lines,
    top,
    leading,
    width,
    letters: width,
    height: top + leading * (lines.length - 1) - extents.at(-1)!.bottom / EM
  };
}

/** The same with a count of `size` em behind its last line. */
export function withCount(shape: Shape, text: string, size: number, lettering: Lettering): Shape {
  const { lines, letters, leading } = shape;
  const extent = lettering.extent(text);
  const count: Count = {
    text,
    x: (letters + lines.at(-1)!.width) / 2 + BEFORE_COUNT * size,
    width: (extent.width / EM) * size,
    size,
    top: (extent.top / EM) * size,
    bottom: (extent.bottom / EM) * size
  };
  const last = leading * (lines.length - 1);
  const top = Math.max(shape.top, count.top - last);
  const under = Math.max(shape.height - shape.top, last - count.bottom);
  return {
    lines,
    top,
    leading,
    width: Math.max(letters, count.x + count.width),
    letters,
    height: top + under,
    count
  };
}

/** Lines as even as the words allow. */
function breakInto(words: readonly string[], rows: number, lettering: Lettering): string[] {
  const widths = words.map((word) => lettering.extent(word).width);
  const space = lettering.extent(' ').width;
  let best: { cuts: number[]; widest: number } | undefined;
  const width = (from: number, to: number) =>
    widths.slice(from, to).reduce((sum, one) => sum + one, 0) + space * (to - from - 1);
  const tryCuts = (from: number, cuts: number[], widest: number) => {
    if (best && widest >= best.widest) return;
    if (cuts.length === rows - 1) {
      const all = Math.max(widest, width(from, words.length));
      if (!best || all < best.widest) best = { cuts, widest: all };
      return;
    }
    const left = rows - 1 - cuts.length;
    for (let cut = from + 1; cut <= words.length - left; cut++)
      tryCuts(cut, [...cuts, cut], Math.max(widest, width(from, cut)));
  };
  tryCuts(0, [], 0);
  const edges = [0, ...best!.cuts, words.length];
  return edges.slice(1).map((end, at) => words.slice(edges[at], end).join(' '));
}
