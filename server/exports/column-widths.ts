/** Of the whole: a column that needs no more for all that stands in it is not broken, as long as the others have room. */
const NARROW = 0.25;
const FULL = 0.8;

/**
 * How a table's width is shared: each column what its longest word needs, a narrow one all that it needs, and of the rest in proportion to
 * what it could use.
 */
export function columnWidths(words: readonly number[], most: readonly number[], room: number): number[] {
  const unbroken = words.map((one, at) => (most[at]! <= room * NARROW ? Math.max(one, most[at]!) : one));
  const least = sum(unbroken) <= room * FULL ? unbroken : words;
  const rest = room - sum(least);
  if (rest < 0) return least.map((one) => (one / sum(least)) * room);
  const wishes = most.map((one, at) => Math.max(0, Math.min(one, room) - least[at]!));
  if (sum(wishes) > rest) return least.map((one, at) => one + (wishes[at]! / sum(wishes)) * rest);
  // All in one line each: what is left is the widest column's.
  const widest = most.indexOf(Math.max(...most));
  return most.map((one, at) => (at === widest ? one + rest - sum(wishes) : one));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0);
}
