/** When a wall may settle by itself. Whoever lays a wall out asks here: the server and the bench do. */

/** All look up when everything moves: so no more often than this, however many cards come. */
const CARDS = 50;
const MS = 20_000;

export interface Since {
  /** Whether words had to be set smaller to make room. */
  full: boolean;
  /** Cards that came since it settled last, or since it was laid fresh. */
  cards: number;
  /** Milliseconds that went since then. */
  ms: number;
}

export function maySettle({ full, cards, ms }: Since): boolean {
  return full && cards >= CARDS && ms >= MS;
}
