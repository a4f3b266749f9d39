/**
 * A walk along the wall, so near that the back row can read: zone by zone, clockwise from the upper left, and then what does not
 * stand on the wall. Every word is in exactly one stop.
 */
import type { Box } from '../layout/box.ts';
import { middleOf } from '../layout/box.ts';
import { inTurn } from './columns.ts';
import { linesOf } from './paragraph.ts';
import type { WallPicture } from '../picture.ts';
import type { SetWord, WallLayout, WallWord } from '../layout/wall-layout.ts';

/** A part of the wall. */
export interface ZoneStop {
  kind: 'zone';
  zone: number;
  /** Ids of the words that it is about. */
  words: readonly string[];
  /** What is seen: as wide and high, in proportion, as the wall. */
  box: Box;
}

/** Words that do not stand on the wall, the most common first, in columns. */
export interface ListStop {
  kind: 'list';
  columns: readonly (readonly WallWord[])[];
}

export type Stop = ZoneStop | ListStop;

/** Of the height of the screen: the smallest word is to be so large, and the largest no larger. */
const SMALLEST = 0.03;
const LARGEST = 0.15;
/** Of the wall's sides: nearer than that it is not gone. */
const NEAREST = 0.28;
/** Of the box: empty around the words. */
const AIR = 0.06;

/** How a list is set, in 1080ths of the screen's height. */
export const LIST = {
  columns: 3,
  width: 560,
  height: 780,
  size: 48,
  leading: 1.15,
  gap: 10,
  count: 64
} as const;

export function stopsOf({ layout, words, face }: WallPicture): Stop[] {
  return [...zonesOf(layout).flatMap((zone) => stopsIn(zone, layout)), ...listsOf(layout, words, face)];
}

/** The stop that a number means: after the last the first comes again. */
export function stopAt(stops: readonly Stop[], number: number): { stop: Stop; at: number } | undefined {
  if (stops.length === 0) return undefined;
  const at = ((number % stops.length) + stops.length) % stops.length;
  return { stop: stops[at]!, at };
}

/** Words by zone; zones are numbered clockwise from the upper left. */
function zonesOf({ words }: WallLayout): SetWord[][] {
  const zones = new Map<number, SetWord[]>();
  for (const word of words) {
    const zone = zones.get(word.zone);
    if (zone) zone.push(word);
    else zones.set(word.zone, [word]);
  }
  return [...zones].sort(([a], [b]) => a - b).map(([, zone]) => zone);
}

/** One stop; more where its words would be too small, or lie too far apart. */
function stopsIn(words: readonly SetWord[], layout: WallLayout): Stop[] {
  const box = seen(words, layout);
  const smallest = Math.min(...words.map(({ size }) => size));
  if (words.length === 1 || smallest / box.height >= SMALLEST)
    return [{ kind: 'zone', zone: words[0]!.zone, words: words.map(({ id }) => id), box }];
  return halves(words, layout.area).flatMap((half) => stopsIn(half, layout));
}

/** What is to be seen of the wall, so that these words are. */
function seen(words: readonly SetWord[], { area }: WallLayout): Box {
  const tight = around(words);
  const largest = Math.max(...words.map(({ size }) => size));
  const part = Math.min(
    1,
    Math.max(
      (tight.width * (1 + 2 * AIR)) / area.width,
      (tight.height * (1 + 2 * AIR)) / area.height,
      largest / LARGEST / area.height,
      NEAREST
    )
  );
  const [width, height] = [part * area.width, part * area.height];
  const { x, y } = middleOf(tight);
  // Never over the wall's edge: there is nothing to be seen.
  return {
    x: within(x - width / 2, area.width - width),
    y: within(y - height / 2, area.height - height),
    width,
    height
  };
}

/** Parted at the widest gap near their middle, across the longer side. */
function halves(words: readonly SetWord[], area: { width: number; height: number }): [SetWord[], SetWord[]] {
  const { width, height } = around(words);
  const wide = width / area.width >= height / area.height;
  const along = (word: SetWord) => (wide ? middleOf(word).x : middleOf(word).y);
  const sorted = [...words].sort((a, b) => along(a) - along(b) || (a.id < b.id ? -1 : 1));
  const [from, to] = [Math.ceil(sorted.length / 3), Math.floor((sorted.length * 2) / 3)];
  let cut = Math.max(1, Math.floor(sorted.length / 2));
  let widest = -1;
  for (let at = Math.max(1, from); at <= to && at < sorted.length; at++) {
    const gap = along(sorted[at]!) - along(sorted[at - 1]!);
    if (gap > widest) [cut, widest] = [at, gap];
  }
  return [sorted.slice(0, cut), sorted.slice(cut)];
}

function listsOf(layout: WallLayout, words: readonly WallWord[], face: WallPicture['face']): Stop[] {
  const standing = new Set(layout.words.map(({ id }) => id));
  let left = words.filter(({ id }) => !standing.has(id)).sort((a, b) => b.count - a.count);
  const stops: Stop[] = [];
  const { columns, width, height, size, leading, gap, count } = LIST;
  const heightOf = ({ text }: WallWord) =>
    // What is as high as the screen gets a column of its own.
    Math.min(height, linesOf(text, face, (width - count) / size) * size * leading);
  while (left.length > 0) {
    const { columns: filled, rest } = inTurn(left, heightOf, { columns, height, gap });
    stops.push({ kind: 'list', columns: filled });
    left = [...rest];
  }
  return stops;
}

function around(words: readonly SetWord[]): Box {
  const x = Math.min(...words.map((word) => word.x));
  const y = Math.min(...words.map((word) => word.y));
  return {
    x,
    y,
    width: Math.max(...words.map((word) => word.x + word.width)) - x,
    height: Math.max(...words.map((word) => word.y + word.height)) - y
  };
}

function within(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}
