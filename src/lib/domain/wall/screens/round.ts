/**
 * Quotes that take turns on the projector. By the clock, so that two projectors agree: a turn begins at each multiple of TURN_MS.
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

/** Whose turn it is, given who had it before; undefined where there are none. `held` stays. */
export function turnAt(
  notes: readonly NoteId[],
  slot: number,
  before?: Turn,
  held?: NoteId
): Turn | undefined {
  if (notes.length === 0) return undefined;
  if (held !== undefined && notes.includes(held)) return { note: held, slot };
  const byClock = { note: notes[slot % notes.length]!, slot };
  const at = before ? notes.indexOf(before.note) : -1;
  if (!before || at < 0) return byClock;
  // A clock that was put back is no reason to wait.
  if (slot <= before.slot) return { note: before.note, slot };
  // Somebody who slept through several turns goes by the clock.
  if (slot > before.slot + 1 || at === notes.length - 1) return byClock;
  return { note: notes[at + 1]!, slot };
}
