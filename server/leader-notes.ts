/** What each leader writes for oneself during a meeting. Whoever asks has been admitted as that leader: nobody else reads it. */
import type postgres from 'postgres';
import type { LeaderNotes, LeaderNotesSaved, LeaderNotesToSave } from '../src/lib/protocol/leader-notes.ts';

export class LeaderNotebook {
  readonly #sql: postgres.Sql;

  constructor(sql: postgres.Sql) {
    this.#sql = sql;
  }

  async read(meeting: string, user: string): Promise<LeaderNotes> {
    const [row] = await this.#sql<LeaderNotes[]>`
      select text, version from leader_notes where meeting_id = ${meeting} and user_id = ${user}`;
    return row ? { text: row.text, version: row.version } : { text: '', version: 0 };
  }

  /**
   * `version` is the one that was read. The same text again is saved already: its answer got lost. What the page has `sent` before is
   * written over: it goes on from there.
   */
  async save(
    meeting: string,
    user: string,
    { text, version, sent }: LeaderNotesToSave
  ): Promise<LeaderNotesSaved> {
    const kept = storable(text);
    const own = sent === undefined ? null : storable(sent);
    const [row] = await this.#sql<{ version: number }[]>`
      insert into leader_notes (meeting_id, user_id, text, version)
      values (${meeting}, ${user}, ${kept}, 1)
      on conflict (meeting_id, user_id) do update set text = excluded.text, version = leader_notes.version + 1
      where leader_notes.version = ${version} or leader_notes.text = ${own}
      returning version`;
    if (row) return { ok: true, version: row.version };
    const now = await this.read(meeting, user);
    return now.text === kept ? { ok: true, version: now.version } : { ok: false, kept: now };
  }
}

/** PostgreSQL takes every character but this one. */
function storable(text: string): string {
  return text.replaceAll('\0', '');
}
