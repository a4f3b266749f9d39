/** How large the words of a cloud stand beside each other, and in which order they are set. */

/** Size of a word that nobody else outdoes, where every word was written once. */
const EVEN = 0.35;

/** 0 for a word that was written once, 1 for the most common one; by square root, as areas are compared. */
export function weights(counts: readonly number[]): number[] {
  const most = Math.max(1, ...counts);
  return counts.map((count) => (most === 1 ? EVEN : Math.sqrt((count - 1) / (most - 1))));
}

/** The largest in the middle, smaller ones to both sides in turn; `words` come the largest first. */
export function lensed<T>(words: readonly T[]): T[] {
  const before = words.filter((_, index) => index % 2 === 1).reverse();
  return [...before, ...words.filter((_, index) => index % 2 === 0)];
}
