/**
 * A wall as it grew: every word where it stands in the end, as large as its cards made it by then. So a replay grows, and nothing
 * jumps or lies over another.
 */
import type { Box } from '../../../domain/wall/layout/box.ts';
import { READING_FACE, letteringOf } from '../../../domain/wall/layout/lettering.ts';
import type { DrawnFace, FaceName } from '../../../domain/wall/layout/lettering.ts';
import { weightOf } from '../../../domain/wall/layout/sizes.ts';
import type { SetWord, WallLayout } from '../../../domain/wall/layout/wall-layout.ts';
import { endOf, middleOf } from './set-letters.ts';

const EM = 10_000;

/** The layout after the first `n` cards, which come in the order in which they arrived. After the last it is the given one. */
export function grownAt(layout: WallLayout, cards: readonly { word: string }[], n: number): WallLayout {
  if (n >= cards.length) return layout;
  const counts = countsOf(cards.slice(0, Math.max(0, n)));
  const words = layout.words.flatMap((word) => {
    const count = counts.get(word.id);
    if (!count) return [];
    // A wide one is smaller than its count would make it.
    const size = Math.min(word.size, layout.scale * weightOf(count, layout.most));
    return [grown(word, count, size, layout.face ?? 'caveat-brush')];
  });
  return { ...layout, words };
}

function countsOf(cards: readonly { word: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { word } of cards) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The word in that size. Its count, once there is one, is as large as in the end, behind the last line as it is there. */
function grown(word: SetWord, counted: number, size: number, face: FaceName): SetWord {
  const middle = middleOf(word, face);
  const part = size / word.size;
  const lines = word.lines.map(({ text, x, y }) => ({
    text,
    x: middle.x + (x - middle.x) * part,
    y: middle.y + (y - middle.y) * part
  }));
  const last = lines.at(-1)!;
  const gap = word.count ? word.count.x - endOf(word.lines.at(-1)!, word.size, face) : 0;
  const count =
    word.count && counted >= 2
      ? { ...word.count, text: String(counted), x: endOf(last, size, face) + gap, y: last.y }
      : undefined;
  return {
    id: word.id,
    zone: word.zone,
    size,
    lines,
    ...boxOf(lines, size, count, face),
    ...(count && { count })
  };
}

function boxOf(lines: SetWord['lines'], size: number, count: SetWord['count'], face: FaceName): Box {
  const boxes = lines.map((line) => lettered({ ...line, size }, face));
  if (count) boxes.push(lettered(count, READING_FACE));
  const [x, y] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))];
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y
  };
}

function lettered({ text, x, y, size }: NonNullable<SetWord['count']>, face: DrawnFace): Box {
  const { width, top, bottom } = letteringOf(face).extent(text);
  const px = (part: number) => (part / EM) * size;
  return { x, y: y - px(top), width: px(width), height: px(top - bottom) };
}
