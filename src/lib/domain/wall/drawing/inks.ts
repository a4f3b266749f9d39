/** What a wall is coloured with. The values are those of ui/tokens.css, which only a browser can read; a test compares them. */

export const ROOMS = ['light', 'dark'] as const;
export type Room = (typeof ROOMS)[number];

/** In the order in which zones take them: mostly clockwise, so that neighbours differ. As many as there are zones at most. */
export const INKS = ['brick', 'ochre', 'petrol', 'plum', 'blue', 'moss', 'rose'] as const;
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
    blue: '#17478f',
    moss: '#42560c',
    rose: '#8a1060'
  },
  dark: {
    paper: '#171614',
    ink: '#f4f1e8',
    'ink-2': '#bdb8ab',
    brick: '#f3a492',
    ochre: '#e3bc6c',
    petrol: '#7ccfbf',
    plum: '#dab3ea',
    blue: '#a3c3f5',
    moss: '#c0d080',
    rose: '#f5a3d0'
  }
};

/** An ink for each zone, in their order: no word changes its colour while cards arrive, for zones come last and none goes. */
export function inksOf(zones: readonly unknown[]): Ink[] {
  return zones.map((_, at) => INKS[at % INKS.length]!);
}
