/** When a wall settles by itself. Whoever lays a wall out asks here: the server and the bench do. */

/** All look up when everything moves: so no more often than this, however many cards come. */
const CARDS = 50;
const MILLISECONDS = 20_000;

export interface Since {
  /** Whether words had to be set smaller to make room. */
  full: boolean;
  /** Cards that came since all words were last set in order, and how long ago that was. */
  cards: number;
  milliseconds: number;
  /** Nobody writes any more: then it settles once, and stands. */
  closed: boolean;
}

/** In how many milliseconds it does: 0 = now; undefined: not before something changes. */
export function settlesIn({ full, cards, milliseconds, closed }: Since): number | undefined {
  if (!full || (closed ? cards === 0 : cards < CARDS)) return undefined;
  return Math.max(0, MILLISECONDS - milliseconds);
}
