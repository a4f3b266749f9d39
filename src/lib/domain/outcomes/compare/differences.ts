/** What two sides of a comparison do not share, fit to be said in words. Careful with small numbers: one card more is no difference. */
import type { Course } from '../roles/courses.ts';

export interface More {
  text: string;
  left: number;
  right: number;
}

export interface Differences {
  onlyLeft: readonly More[];
  onlyRight: readonly More[];
  moreLeft: readonly More[];
  moreRight: readonly More[];
  /** Found on both sides. */
  shared: number;
}

/** Below so many answers a side, a difference says more of who happened to answer than of whom they stand for. */
export const FEW = 5;
/** One card more or less may be chance. */
const CLEAR = 2;

export function isFew(left: number, right: number): boolean {
  return Math.min(left, right) < FEW;
}

/**
 * More is what is more in both senses: more cards, and a larger part of those that were written on that side. Otherwise a side that wrote
 * twice as much would say more of everything. The largest difference first.
 */
export function differencesOf(courses: readonly Course[]): Differences {
  const rows = courses.map(({ text, counts: [left = 0, right = 0], shares: [was = 0, is = 0] }) => ({
    ...{ text, left, right },
    lead: was - is
  }));
  const both = rows.filter(({ left, right }) => left > 0 && right > 0);
  const more = (way: 1 | -1) =>
    both
      .filter(({ left, right, lead }) => way * (left - right) >= CLEAR && way * lead > 0)
      .sort((a, b) => way * (b.lead - a.lead))
      .map(bare);
  return {
    onlyLeft: rows
      .filter(({ right }) => right === 0)
      .sort((a, b) => b.left - a.left)
      .map(bare),
    onlyRight: rows
      .filter(({ left }) => left === 0)
      .sort((a, b) => b.right - a.right)
      .map(bare),
    moreLeft: more(1),
    moreRight: more(-1),
    shared: both.length
  };
}

function bare({ text, left, right }: More): More {
  return { text, left, right };
}
