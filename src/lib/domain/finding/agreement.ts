/** How far the room agrees that two clusters are one, and how far it must. */
import type { ClusterId } from '../meeting/ids.ts';
import type { Tally } from './tally.ts';

/** Whose card it is knows better what was meant, yet not so well that one word is enough. */
const AUTHOR_WEIGHT = 1.5;
const WORDS_NEEDED = 2;
/** Cards in the smaller of two clusters, up to which WORDS_NEEDED is enough. */
const SMALL = 3;

export interface Agreement {
  /** People. */
  yes: number;
  /** People; who holds one of the two, or a part of it, to be like no other is among them. */
  no: number;
  /** Words for less words against, weighed. */
  net: number;
}

export function agreementOn(tally: Tally, a: ClusterId, b: ClusterId): Agreement {
  const agreement: Agreement = { yes: 0, no: 0, net: 0 };
  const votes = tally.votes(a, b);
  const against = new Map(votes?.apart);
  for (const cluster of [a, b]) {
    for (const [person, author] of tally.alone(cluster)) {
      if (!votes?.same.has(person)) against.set(person, author || (against.get(person) ?? false));
    }
  }
  for (const author of votes?.same.values() ?? []) {
    agreement.yes++;
    agreement.net += weightOf(author);
  }
  for (const author of against.values()) {
    agreement.no++;
    agreement.net -= weightOf(author);
  }
  return agreement;
}

/**
 * What `net` must reach before two clusters of so many cards come together: one word more for every doubling of the
 * smaller. The larger two clusters are, the more stray answers about their parts point from one to the other, the less
 * likely they are to be two halves, and the more cards lie wrong if they are not.
 */
export function neededFor(size: number, other: number): number {
  return WORDS_NEEDED + Math.max(0, Math.log2(Math.min(size, other) / SMALL));
}

function weightOf(author: boolean): number {
  return author ? AUTHOR_WEIGHT : 1;
}
