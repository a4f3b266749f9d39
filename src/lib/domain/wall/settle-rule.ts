/** When a wall whose words have become smaller in place is set in order again: seldom, or nobody finds a word where it was. */

/** Cards and milliseconds since it was last in order. */
const CARDS = 50;
const MILLISECONDS = 20_000;

/**
 * In how many milliseconds a full wall settles: 0 = now; undefined: not before something changes. `closed`: nobody writes any more,
 * so it does once, and then stands.
 */
export function settlesIn(since: {
  cards: number;
  milliseconds: number;
  closed: boolean;
}): number | undefined {
  if (since.closed ? since.cards === 0 : since.cards < CARDS) return undefined;
  return Math.max(0, MILLISECONDS - since.milliseconds);
}
