/** The words of a prompt where its picture has them: zone by zone around the question, and those that stand on it nowhere. */
import type { PromptOutput } from '$lib/domain/outputs/outputs';
import { INKS, inksOf } from '$lib/domain/wall/drawing/inks';
import type { Ink } from '$lib/domain/wall/drawing/inks';
import { wallIdOf, wordByNote } from '$lib/domain/wall/kept-wall';
import type { WallLayout } from '$lib/domain/wall/layout/wall-layout';
import type { Word } from '$lib/domain/wall/words';

/** A word of the outputs. `index`: its place by count. */
export interface Listed {
  word: Word;
  index: number;
}

export interface Placed extends Listed {
  /** Per cent of the picture's width and height. */
  box: { left: number; top: number; width: number; height: number };
}

export interface Spread {
  /** Clockwise from the left, in each the most common word first. */
  zones: readonly { ink: Ink; words: readonly Placed[] }[];
  /** Words without room on the picture, the most common first. */
  rest: readonly Listed[];
}

export function spreadOf(words: readonly Word[], layout: WallLayout): Spread {
  const { width, height } = layout.area;
  const standing = new Map(layout.words.map((word) => [word.id, word]));
  const inks = inksOf(layout.zones);
  const zones = new Map<number, Placed[]>();
  const rest: Listed[] = [];
  words.forEach((word, index) => {
    const set = standing.get(wallIdOf(word));
    if (!set) return rest.push({ word, index });
    const box = {
      left: percent(set.x, width),
      top: percent(set.y, height),
      width: percent(set.width, width),
      height: percent(set.height, height)
    };
    const zone = zones.get(set.zone);
    if (zone) zone.push({ word, index, box });
    else zones.set(set.zone, [{ word, index, box }]);
  });
  return {
    zones: [...zones]
      .sort(([a], [b]) => angleOf(layout, a) - angleOf(layout, b))
      .map(([zone, placed]) => ({ ink: inks[zone] ?? INKS[0], words: placed })),
    rest
  };
}

/** The wall's cards in the order in which they came; when, only where all of them bear a name. */
export function cardsOf({ notes, words, people }: PromptOutput): { word: string; at?: number }[] {
  const wordOf = wordByNote(words);
  return notes.flatMap(({ id, at }) => {
    const word = wordOf.get(id);
    return word === undefined ? [] : [{ word, ...(people === undefined ? {} : { at }) }];
  });
}

/** As seen from the middle: from the left over the top. */
function angleOf({ zones, area }: WallLayout, zone: number): number {
  const { x, y } = zones[zone] ?? { x: 0, y: 0 };
  return Math.atan2(y - area.height / 2, x - area.width / 2);
}

function percent(part: number, whole: number): number {
  return Math.round((part / whole) * 1e5) / 1e3;
}
