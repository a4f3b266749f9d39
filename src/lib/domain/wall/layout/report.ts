/** What a layout came to, in figures: for benches, tests and the command line. */
import { overlap } from './box.ts';
import type { WallLayout } from './wall-layout.ts';

/** What must be 0 in every layout. */
export interface Faults {
  /** Words that should stand and do not. */
  dropped: number;
  /** Pairs that lie over each other. */
  overlaps: number;
  outOfBounds: number;
}

export interface WallReport extends Faults {
  /** How many words stand. */
  words: number;
  /** What the letters' boxes cover of the area without the question's ellipse, 0..1. */
  utilisation: number;
  /** Font size of a single card's word, px. */
  scale: number;
  /** The smallest font size, px; 0 without words. */
  smallest: number;
  /** Zones with words. */
  zones: number;
  /** The same for the same positions, to a hundredth of a px. */
  hash: string;
}

/** `given`: the words that should stand. */
export function reportOf(layout: WallLayout, given: readonly Named[]): WallReport {
  const { scale, words } = layout;
  return {
    words: words.length,
    ...faultsOf(layout, given),
    utilisation: utilisationOf(layout),
    scale,
    smallest: smallestOf(layout),
    zones: new Set(words.map(({ zone }) => zone)).size,
    hash: hashOf(layout)
  };
}

interface Named {
  id: string;
}

export function faultsOf({ words, area }: WallLayout, given: readonly Named[]): Faults {
  const standing = new Set(words.map(({ id }) => id));
  const outside = words.filter(
    ({ x, y, width, height }) => x < 0 || y < 0 || x + width > area.width || y + height > area.height
  );
  let overlaps = 0;
  // From left to right: after one come those that begin before it ends.
  const sorted = [...words].sort((a, b) => a.x - b.x);
  sorted.forEach((word, at) => {
    for (let next = at + 1; next < sorted.length && sorted[next]!.x < word.x + word.width; next++)
      if (overlap(word, sorted[next]!)) overlaps++;
  });
  return {
    dropped: given.filter(({ id }) => !standing.has(id)).length,
    overlaps,
    outOfBounds: outside.length
  };
}

/** What the letters' boxes cover of the area without the question's ellipse, 0..1. */
export function utilisationOf({ area, centre, words }: WallLayout): number {
  const ellipse = centre ? Math.PI * centre.rx * centre.ry : 0;
  const ink = words.reduce((sum, { width, height }) => sum + width * height, 0);
  return ink / (area.width * area.height - ellipse);
}

/** The smallest font size, px; 0 without words. */
export function smallestOf({ words }: WallLayout): number {
  return words.length === 0 ? 0 : Math.min(...words.map(({ size }) => size));
}

/** FNV-1a, 32 bits, over what can be seen. */
function hashOf({ area, centre, words }: WallLayout): string {
  const hundredths = (value: number) => Math.round(value * 100);
  const lines = (all: readonly { text: string; x: number; y: number }[]) =>
    all.map(({ text, x, y }) => [text, hundredths(x), hundredths(y)]);
  const seen = JSON.stringify([
    area.width,
    area.height,
    centre && [hundredths(centre.rx), hundredths(centre.ry), lines(centre.lines)],
    words.map(({ id, zone, size, lines: all }) => [id, zone, hundredths(size), lines(all)])
  ]);
  let hash = 0x811c9dc5;
  for (let at = 0; at < seen.length; at++) hash = Math.imul(hash ^ seen.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
