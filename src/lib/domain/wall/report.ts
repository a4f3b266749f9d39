/** What a layout came to, in figures: for benches, tests and the command line. */
import { overlap } from './box.ts';
import type { WallLayout } from './wall-layout.ts';

export interface WallReport {
  /** How many words stand. */
  words: number;
  /** How many should and do not. */
  dropped: number;
  /** Pairs that lie over each other. */
  overlaps: number;
  outOfBounds: number;
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

/** `wanted`: how many words should stand. */
export function reportOf(layout: WallLayout, wanted: number): WallReport {
  const { area, centre, scale, words } = layout;
  const ellipse = centre ? Math.PI * centre.rx * centre.ry : 0;
  const ink = words.reduce((sum, { width, height }) => sum + width * height, 0);
  return {
    words: words.length,
    dropped: wanted - words.length,
    overlaps: words.reduce(
      (sum, word, at) => sum + words.slice(at + 1).filter((other) => overlap(word, other)).length,
      0
    ),
    outOfBounds: words.filter(
      ({ x, y, width, height }) => x < 0 || y < 0 || x + width > area.width || y + height > area.height
    ).length,
    utilisation: ink / (area.width * area.height - ellipse),
    scale,
    smallest: words.length === 0 ? 0 : Math.min(...words.map(({ size }) => size)),
    zones: new Set(words.map(({ zone }) => zone)).size,
    hash: hashOf(layout)
  };
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
