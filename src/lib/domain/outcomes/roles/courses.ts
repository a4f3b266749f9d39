/** How the role cloud moved from step to step: what is new, gone, grown, shrunk. Pure. */
import type { NoteId } from '../../meeting/ids.ts';
import type { RoleRow } from './role-rows.ts';

/** `back`: it was there once, and not the last time. */
export type Change = 'new' | 'back' | 'gone' | 'grown' | 'shrunk' | 'level';

export interface Course {
  text: string;
  /** Cards in each step, and their share of all that were counted there, 0-1. */
  counts: readonly number[];
  shares: readonly number[];
  /** Against the last step before in which anybody was counted; undefined: there is none, or nobody was counted here. */
  changes: readonly (Change | undefined)[];
}

/**
 * The roles of those whose notes are to be counted, the most common of all steps first. Grown and shrunk are told by the share in
 * whole percent: in one meeting more people write than in the next.
 */
export function coursesOf(
  rows: readonly RoleRow[],
  counts: (note: NoteId) => boolean = () => true
): { courses: Course[]; cards: number[] } {
  const counted = rows.map(({ text, notes }) => ({
    text,
    counts: notes.map((one) => one.filter(counts).length)
  }));
  const cards = (rows[0]?.notes ?? []).map((_, at) => counted.reduce((sum, row) => sum + row.counts[at]!, 0));
  const courses = counted.flatMap(({ text, counts: own }): Course[] => {
    if (own.every((count) => count === 0)) return [];
    const shares = own.map((count, at) => (cards[at]! > 0 ? count / cards[at]! : 0));
    return [{ text, counts: own, shares, changes: own.map((_, at) => changeAt(own, shares, cards, at)) }];
  });
  const total = ({ shares }: Course) => shares.reduce((sum, share) => sum + share, 0);
  return { courses: courses.sort((a, b) => total(b) - total(a)), cards };
}

function changeAt(
  counts: readonly number[],
  shares: readonly number[],
  cards: readonly number[],
  at: number
): Change | undefined {
  const before = cards.findLastIndex((count, place) => place < at && count > 0);
  if (before < 0 || cards[at] === 0) return undefined;
  if (counts[at] === 0) return counts[before]! > 0 ? 'gone' : undefined;
  if (counts[before] === 0) return counts.slice(0, before).some((count) => count > 0) ? 'back' : 'new';
  const [was, is] = [shares[before]!, shares[at]!].map((share) => Math.round(share * 100)) as [
    number,
    number
  ];
  return is > was ? 'grown' : is < was ? 'shrunk' : 'level';
}
