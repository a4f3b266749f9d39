/** What a wall is coloured with. The values are those of ui/tokens.css, which only a browser can read; a test compares them. */
import type { Point } from './box.ts';

export const ROOMS = ['light', 'dark'] as const;
export type Room = (typeof ROOMS)[number];

/** Clockwise from the upper left, in the order in which zones take them. */
export const INKS = ['brick', 'ochre', 'petrol', 'plum', 'blue'] as const;
export type Ink = (typeof INKS)[number];

export type Palette = Readonly<Record<'paper' | 'ink' | 'ink-2' | Ink, string>>;

export const PALETTES: Readonly<Record<Room, Palette>> = {
  light: {
    paper: '#fdfcf7',
    ink: '#1f1f1f',
    'ink-2': '#55524a',
    brick: '#9a2a17',
    ochre: '#764f00',
    petrol: '#0b6156',
    plum: '#6a2380',
    blue: '#17478f'
  },
  dark: {
    paper: '#171614',
    ink: '#f4f1e8',
    'ink-2': '#bdb8ab',
    brick: '#f3a492',
    ochre: '#e3bc6c',
    petrol: '#7ccfbf',
    plum: '#dab3ea',
    blue: '#a3c3f5'
  }
};

/**
 * An ink for each zone, clockwise: one that no zone has yet, else that of the zones farthest away, never a neighbour's. It goes by
 * where zones lie and not by their words, so that no word changes its colour while cards arrive.
 */
export function inksOf(zones: readonly Point[]): Ink[] {
  const inks: Ink[] = [];
  zones.forEach((zone, at) => {
    const neighbours = [inks[at - 1], at === zones.length - 1 && at > 0 ? inks[0] : undefined];
    let best: Ink = INKS[0];
    let farthest = -1;
    for (const ink of INKS) {
      if (neighbours.includes(ink)) continue;
      const nearest = Math.min(
        ...zones.slice(0, at).map((other, index) => (inks[index] === ink ? squared(zone, other) : Infinity))
      );
      if (nearest > farthest) [best, farthest] = [ink, nearest];
    }
    inks.push(best);
  });
  return inks;
}

function squared(a: Point, b: Point): number {
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2;
}
