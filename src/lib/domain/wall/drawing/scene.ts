/**
 * A wall, or a picture of what else came of a step, as it is drawn by whatever draws it: browser, SVG, PDF. All lengths are px of its
 * area, a 96th of an inch on paper; y grows downwards.
 */
import { PALETTES, inksOf } from './inks.ts';
import type { Room } from './inks.ts';
import { READING_FACE } from '../layout/lettering.ts';
import type { DrawnFace, FaceName } from '../layout/lettering.ts';
import type { WallLayout, WallWord } from '../layout/wall-layout.ts';
import { penAround } from './pen.ts';

export interface Stroke {
  /** A path as SVG and PDF write it. */
  path: string;
  /** 0: it is filled and has no outline. */
  width: number;
  /** Hex colour. */
  ink: string;
  /** Hex colour of what it encloses; absent: nothing. */
  fill?: string;
  /** Lengths of a dash and of the gap after it. */
  dash?: readonly [number, number];
}

export interface SceneText {
  /** The word's; the question has none. */
  id?: string;
  /** What of the word it is, where it is not its letters: it moves and is shown with them. */
  part?: 'count';
  face: DrawnFace;
  /** Font size. */
  size: number;
  /** Hex colour. */
  ink: string;
  /** Left end and baseline of each line. */
  lines: readonly { text: string; x: number; baseline: number }[];
}

export interface Scene {
  area: { width: number; height: number };
  /** The question; empty where there is none. */
  title: string;
  /** All words with their counts, the most common first: for whoever cannot see them. */
  description: string;
  /** Hex colour. */
  background: string;
  /** Below all texts, the first lowest. */
  strokes: readonly Stroke[];
  /** The question first; a word's count comes right after it. */
  texts: readonly SceneText[];
}

export function sceneOf(
  layout: WallLayout,
  words: readonly WallWord[],
  { face, room = 'light' }: { face: FaceName; room?: Room }
): Scene {
  const palette = PALETTES[room];
  const inks = inksOf(layout.zones);
  const { centre } = layout;
  const texts: SceneText[] = [];
  if (centre) texts.push({ face, size: centre.size, ink: palette.ink, lines: drawn(centre.lines) });
  for (const { id, size, zone, lines, count } of layout.words) {
    const name = inks[zone];
    const ink = name ? palette[name] : palette.ink;
    texts.push({ id, face, size, ink, lines: drawn(lines) });
    if (count)
      texts.push({ id, part: 'count', face: READING_FACE, size: count.size, ink, lines: drawn([count]) });
  }
  return {
    area: layout.area,
    title: centre?.lines.map(({ text }) => text).join(' ') ?? '',
    description: describe(layout, words),
    background: palette.paper,
    strokes: centre ? penAround(centre, palette.ink, palette['ink-2']) : [],
    texts
  };
}

function drawn(lines: readonly { text: string; x: number; y: number }[]): SceneText['lines'] {
  return lines.map(({ text, x, y }) => ({ text, x, baseline: y }));
}

function describe(layout: WallLayout, words: readonly WallWord[]): string {
  const standing = new Set(layout.words.map(({ id }) => id));
  return words
    .filter(({ id }) => standing.has(id))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
    .map(({ text, count }) => `${text} (${count})`)
    .join(', ');
}
