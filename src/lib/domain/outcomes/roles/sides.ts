/** Roles that we give ourselves beside those that others give us, kind of actor by kind of actor. Pure. */
import type { NoteId } from '../../meeting/ids.ts';
import { ORGANISATION_KINDS } from '../../organisation-kinds.ts';
import type { OrganisationKind } from '../../organisation-kinds.ts';
import type { RoleRow } from './role-rows.ts';

export interface SideRow {
  text: string;
  /** Cards of each kind, in the order of `kinds`. */
  counts: readonly number[];
}

export interface Sides {
  /** Those of which there are cards, with how many. */
  kinds: readonly { kind: OrganisationKind; cards: number }[];
  /** What most cards say first. */
  rows: readonly SideRow[];
}

/** `kindOf`: of whose organisation a note is; undefined where that may not be known: such notes are on no side. */
export function sidesOf(
  rows: readonly RoleRow[],
  kindOf: (note: NoteId) => OrganisationKind | undefined
): Sides {
  const all = rows.map(({ text, notes }) => {
    const kinds = notes.flat().map(kindOf);
    return { text, of: (kind: OrganisationKind) => kinds.filter((one) => one === kind).length };
  });
  const kinds = ORGANISATION_KINDS.map((kind) => ({
    kind,
    cards: all.reduce((sum, { of }) => sum + of(kind), 0)
  })).filter(({ cards }) => cards > 0);
  const counted = all.map(({ text, of }) => ({ text, counts: kinds.map(({ kind }) => of(kind)) }));
  const total = ({ counts }: SideRow) => counts.reduce((sum, count) => sum + count, 0);
  return { kinds, rows: counted.filter((row) => total(row) > 0).sort((a, b) => total(b) - total(a)) };
}

/** The shares of two sides, 0-1: of each side's own cards, since one side is seldom as many as the other. */
export function beside(
  { kinds, rows }: Sides,
  we: OrganisationKind,
  others: (kind: OrganisationKind) => boolean
): { text: string; left: number; right: number }[] {
  const isOther = (kind: OrganisationKind) => kind !== we && others(kind);
  const cards = (of: (kind: OrganisationKind) => boolean) =>
    kinds.reduce((sum, one) => sum + (of(one.kind) ? one.cards : 0), 0);
  const [own, theirs] = [cards((kind) => kind === we), cards(isOther)];
  const sum = ({ counts }: SideRow, of: (kind: OrganisationKind) => boolean) =>
    counts.reduce((all, count, at) => all + (of(kinds[at]!.kind) ? count : 0), 0);
  return rows
    .map((row) => ({
      text: row.text,
      left: own > 0 ? sum(row, (kind) => kind === we) / own : 0,
      right: theirs > 0 ? sum(row, isOther) / theirs : 0
    }))
    .filter(({ left, right }) => left + right > 0)
    .sort((a, b) => b.left + b.right - (a.left + a.right));
}
