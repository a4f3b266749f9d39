/**
 * GET and PUT /api/meetings/<id>/leader-notes: what a leader writes for oneself, read and saved with that leader's session alone. It
 * is no part of the meeting: no event, no view and no export knows of it.
 */
import * as v from 'valibot';

/** In UTF-16 units, as a text field counts. */
export const LEADER_NOTES_LIMIT = 20_000;

const text = v.pipe(v.string(), v.maxLength(LEADER_NOTES_LIMIT));

/**
 * What is saved. `version` is the one that was read, 0: nothing has been saved yet. `sent`: what this page has sent before without an
 * answer so far. Where that stands now it is the page's own, and is written over.
 */
export const leaderNotesSchema = v.strictObject({
  text,
  version: v.pipe(v.number(), v.integer(), v.minValue(0)),
  sent: v.optional(text)
});
export type LeaderNotesToSave = v.InferOutput<typeof leaderNotesSchema>;

/** What is read. */
export type LeaderNotes = Omit<LeaderNotesToSave, 'sent'>;

/** Not ok: another tab or machine has saved since; `kept` is what stands there, and nothing was written over it. */
export type LeaderNotesSaved = { ok: true; version: number } | { ok: false; kept: LeaderNotes };
