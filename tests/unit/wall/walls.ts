/** Walls that several tests draw. */
import { layoutWall } from '../../../src/lib/domain/wall/layout/layout-wall.ts';
import type { WallInput, WallLayout, WallWord } from '../../../src/lib/domain/wall/layout/layout-wall.ts';

/** With phrases, signs that XML minds, and letters that no hand has. */
export const WORDS: readonly WallWord[] = [
  ['Samordnare', 9, 'sam'],
  ['Möjliggörare', 7, 'möjlig'],
  ['Dörröppnare', 4, 'möjlig'],
  ['Länk till näringslivet', 3, 'sam'],
  ['Kunskapsförmedlare', 3, 'kunskap'],
  ['Håller ihop helheten när andra springer', 2, 'sam'],
  ['R&D <chef>', 1, 'kunskap'],
  ['STRAẞE', 1, 'kunskap'],
  ['你好 🤷🏽‍♀️', 1, 'möjlig']
].map(([text, count, group], at) => ({
  id: `w${at}`,
  text: text as string,
  count: count as number,
  group: group as string
}));

export function wall(words: readonly WallWord[], more: Partial<WallInput> = {}): WallLayout {
  return layoutWall({
    words,
    links: [],
    face: 'caveat-brush',
    area: { width: 1920, height: 1080 },
    centre: 'Vem är du?',
    mode: 'fresh',
    ...more
  });
}
