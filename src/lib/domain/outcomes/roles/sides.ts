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

/** The same roles with two sides in place of steps: our own cards, and those of the others. `coursesOf` then tells who says what more often. */
export function beside(
  rows: readonly RoleRow[],
  kindOf: (note: NoteId) => OrganisationKind | undefined,
  we: OrganisationKind,
  others: (kind: OrganisationKind) => boolean
): RoleRow[] {
  return rows.map(({ text, notes }) => {
    const all = notes.flat();
    const theirs = all.filter((note) => {
      const kind = kindOf(note);
      return kind !== undefined && kind !== we && others(kind);
    });
    return { text, notes: [all.filter((note) => kindOf(note) === we), theirs] };
  });
}
