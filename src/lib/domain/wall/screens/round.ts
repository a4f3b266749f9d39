/**
 * Quotes that take turns on the projector. By the clock, so that two projectors agree: a turn begins at each multiple of TURN_MS.
 * In the order of their ids, so that all who look agree, however they got them; it does not tell in which order they came.
 * Where one was held, or a quote has come or gone, the round goes on from where it is, and by the clock again from its end: then
 * projectors agree that have been open for longer and for shorter.
 */
import type { NoteId } from '../../meeting/ids.ts';

export const TURN_MS = 12_000;

export interface Turn {
  note: NoteId;
  /** Which turn since 1970. */
  slot: number;
}

export function slotAt(now: number): number {
  return Math.floor(now / TURN_MS);
}

/** All in the order of their turns. */
export function roundOf(notes: readonly NoteId[]): NoteId[] {
  return [...notes].sort();
}

/** Whose turn it is, given who had it before; undefined where there are none. `held` stays. */
export function turnAt(
  notes: readonly NoteId[],
  slot: number,
  before?: Turn,
  held?: NoteId
): Turn | undefined {
  if (notes.length === 0) return undefined;
  if (held !== undefined && notes.includes(held)) return { note: held, slot };
  const round = roundOf(notes);
  const byClock = { note: round[slot % round.length]!, slot };
  const at = before ? round.indexOf(before.note) : -1;
  if (!before || at < 0) return byClock;
  // A clock that was put back is no reason to wait.
  if (slot <= before.slot) return { note: before.note, slot };
  // Somebody who slept through several turns goes by the clock.
  if (slot > before.slot + 1 || at === round.length - 1) return byClock;
  return { note: round[at + 1]!, slot };
}
