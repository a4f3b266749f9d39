/** A wall as it was laid, with all of its words: what is kept, sent and drawn. */
import type { FaceName } from './layout/lettering.ts';
import type { WallLayout, WallWord } from './layout/wall-layout.ts';

export interface WallPicture {
  /** Counts up with each picture of the same wall. */
  version: number;
  /** The meeting's number up to which cards are in it. */
  seq: number;
  face: FaceName;
  layout: WallLayout;
  /** The most common first: those that stand in the layout, and those for which a leader has left no room. */
  words: readonly WallWord[];
}
