/** How large a word stands beside the others: by its count alone. */

/** A word that most people meant is so many times as large as one that stands alone. */
export const RANGE = 2.8;
/** So many are needed before a word is set largest: a wall on which nothing was said twice yet does not shout. */
const LEAST_MOST = 6;

/**
 * What counts as most, for a largest count: in steps of half as much again, so that the others do not all shrink each time
 * one word gets a card.
 */
export function mostFor(largest: number): number {
  let most = LEAST_MOST;
  while (most < largest && most < 1e9) most = Math.ceil(most * 1.5);
  return most;
}

/** 1 for a single card to RANGE for `most`, by the square root, so that twice as many is not twice as wide. */
export function weightOf(count: number, most: number): number {
  const above = Math.min(Math.max(count, 1), most) - 1;
  return 1 + (RANGE - 1) * Math.sqrt(above / (most - 1));
}
