/** What goes into a wall's layout, and what comes out of it: plain data, so that it can be kept, sent and compared. */
import type { Box, Point } from './box.ts';
import type { Centre } from './centre.ts';
import type { Link } from './kin.ts';
import type { FaceName } from './lettering.ts';

export interface WallWord {
  /** Unique on the wall, and the same for as long as the word stands. */
  id: string;
  text: string;
  /** How many cards say it; what is no number from 1 on counts as 1. */
  count: number;
  /** Words of one group stand in one zone. */
  group?: string;
}

export interface WallInput {
  words: readonly WallWord[];
  links: readonly Link[];
  face: FaceName;
  /** Px. */
  area: { width: number; height: number };
  /** The question in the middle. */
  centre?: string;
  previous?: WallLayout;
  mode: 'fresh' | 'update' | 'settle';
  /** Whether a word that two or more cards say has its count behind it; else it has. */
  counts?: boolean;
}

/** A word where it stands; the box is that of its letters with the count behind them, px. */
export interface SetWord extends Box {
  id: string;
  zone: number;
  /** Font size, px. */
  size: number;
  /** Left end and baseline of each line, px. */
  lines: readonly { text: string; x: number; y: number }[];
  /** How many cards say it, where that is shown: left end and baseline, font size, px. */
  count?: { text: string; x: number; y: number; size: number };
}

export interface WallLayout {
  /** What its words are set in; a layout without was made before this was noted. */
  face?: FaceName;
  area: { width: number; height: number };
  centre?: Centre;
  /** Font size of a word that one card says, px. */
  scale: number;
  /** What counts as most, for the sizes. */
  most: number;
  /** Where each zone lies, clockwise. */
  zones: readonly Point[];
  /** By id. */
  words: readonly SetWord[];
  /** Words had to be set smaller to make room: it should settle. */
  full: boolean;
}
