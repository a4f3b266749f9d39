/** What leaders choose for the wall of a prompt. */
import type { FaceName } from '../wall/layout/lettering.ts';

export interface WallSettings {
  /** At most so many words, the most common ones; 0 = as many as a wall holds. The others stay in the list and in the tour. */
  shown: number;
  face: FaceName;
  /** The picture stands as it is: what comes meanwhile is laid when it is let go. */
  locked: boolean;
}

export const PLAIN_WALL: WallSettings = { shown: 0, face: 'caveat-brush', locked: false };

export function wallOf({ wall }: { wall?: WallSettings }): WallSettings {
  return wall ?? PLAIN_WALL;
}
