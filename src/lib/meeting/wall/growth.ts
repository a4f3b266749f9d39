/** A wall as it was when so many of its cards had come. */
import type { WallLayout } from '../../domain/wall/wall-layout.ts';

export function grownAt(layout: WallLayout, cards: readonly { word: string }[], n: number): WallLayout {
  const here = new Set(cards.slice(0, n).map(({ word }) => word));
  return { ...layout, words: layout.words.filter(({ id }) => here.has(id)) };
}
