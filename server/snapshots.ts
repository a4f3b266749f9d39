/** The latest fold of a log, kept so that opening an old meeting does not read it from the start. */
import type postgres from 'postgres';
import type { MeetingId } from '../src/lib/domain/meeting/ids.ts';
import type { MeetingState } from '../src/lib/domain/meeting/state.ts';
import { jsonInPieces } from './json-pieces.ts';
import { inSlices } from './slices.ts';

/** Raised when the shape of the state changes: older snapshots are then passed over, the log is folded anew. */
const VERSION = 6;
/** Of the number below which none is kept, since an answer was erased then (erased-log.ts). */
export const THROWN_AWAY = 0;

export class Snapshots {
  readonly #sql: postgres.Sql;

  constructor(sql: postgres.Sql) {
    this.#sql = sql;
  }

  async read(meeting: MeetingId): Promise<MeetingState | undefined> {
    const [row] = await this.#sql<{ state: MeetingState }[]>`
      select state from meeting_snapshots where meeting_id = ${meeting} and version = ${VERSION}`;
    return row?.state;
  }

  /** Keeps the newer of two; what was folded before an answer was erased is not kept after it. */
  async write(meeting: MeetingId, state: MeetingState): Promise<void> {
    const text = await inSlices(jsonInPieces(state));
    await this.#sql`
      insert into meeting_snapshots (meeting_id, seq, version, state)
      values (${meeting}, ${state.seq}, ${VERSION}, ${text}::text::jsonb)
      on conflict (meeting_id) do update
      set seq = excluded.seq, version = excluded.version, state = excluded.state
      where meeting_snapshots.seq < excluded.seq
        or (meeting_snapshots.version <> excluded.version
          and (meeting_snapshots.version <> ${THROWN_AWAY} or meeting_snapshots.seq = excluded.seq))`;
  }
}
