/**
 * GET and PUT /api/meetings/<id>/leader-notes: what a leader writes for oneself, read and saved with that leader's session alone. It
 * is no part of the meeting: no event, no view and no export knows of it.
 */
import * as v from 'valibot';

/** In UTF-16 units, as a text field counts. */
export const LEADER_NOTES_LIMIT = 20_000;

/** What is read, and what is saved: then `version` is the one that was read. 0: nothing has been saved yet. */
export const leaderNotesSchema = v.strictObject({
  text: v.pipe(v.string(), v.maxLength(LEADER_NOTES_LIMIT)),
  version: v.pipe(v.number(), v.integer(), v.minValue(0))
});
export type LeaderNotes = v.InferOutput<typeof leaderNotesSchema>;

/** Not ok: another tab or machine has saved since; `kept` is what stands there, and nothing was written over it. */
export type LeaderNotesSaved = { ok: true; version: number } | { ok: false; kept: LeaderNotes };
