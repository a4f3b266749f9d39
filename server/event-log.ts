/**
 * The event log in PostgreSQL: append with the expected number, read after a number. One statement appends a batch and
 * tells the other nodes. Everything that reads or writes `meeting_events` is here, but for what erases an answer from it (erased-log.ts).
 */
import type postgres from 'postgres';
import type { Recorded } from '../src/lib/domain/meeting/events.ts';
import type { Actor, CommandId, MeetingId } from '../src/lib/domain/meeting/ids.ts';
import { upcast } from '../src/lib/domain/meeting/upcast.ts';
import { array } from './db/array.ts';
import { within } from './db/connect.ts';
import { eraseFrom } from './erased-log.ts';

/** What the other nodes are told on `CHANNEL`, as JSON. */
export interface HeadNotice {
  meeting: MeetingId;
  head: number;
  node: string;
  /** That node has lost the race for the next number again and again: leave it a moment. */
  turn?: true;
}

export const CHANNEL = 'ordvagg_events';

/** 'seq': somebody else has written that number. 'command': one of the commands is stored already. */
export type Appended = { ok: true } | { ok: false; conflict: 'seq' | 'command' };

export interface StoredCommand {
  command: CommandId;
  seq: number;
  by: Actor;
}

/** A little over the statement timeout: then it is the server that hangs, not the statement. */
const ANSWER_MS = 4_000;
/** The whole log is read and rewritten. */
const ERASED_MS = 30_000;
const PAGE = 1_000;

export class EventLog {
  readonly #sql: postgres.Sql;
  readonly #node: string;

  constructor(sql: postgres.Sql, node: string) {
    this.#sql = sql;
    this.#node = node;
  }

  /** Stores the events, all or none. Rejects when the database does not answer: then they may or may not be stored. */
  async append(meeting: MeetingId, events: readonly Recorded[]): Promise<Appended> {
    if (events.length === 0) return { ok: true };
    const erased = events.flatMap((event) => (event.name === 'NoteErased' ? event.data.note : []));
    try {
      if (erased.length === 0) await within(ANSWER_MS, this.#insert(this.#sql, meeting, events));
      else
        await within(
          ERASED_MS,
          this.#sql.begin(async (sql) => {
            await this.#insert(sql, meeting, events);
            for (const note of erased) await eraseFrom(sql, meeting, note);
          })
        );
      return { ok: true };
    } catch (error) {
      const conflict = conflictOf(error);
      if (conflict) return { ok: false, conflict };
      throw error;
    }
  }

  #insert(sql: postgres.Sql | postgres.TransactionSql, meeting: MeetingId, events: readonly Recorded[]) {
    const parts = partNumbers(events);
    const notice: HeadNotice = { meeting, head: events.at(-1)!.seq, node: this.#node };
    return sql`
          with appended as (
            insert into meeting_events (meeting_id, seq, at, actor_role, actor_id, command_id, part, name, data)
            select ${meeting}, * from unnest(
              ${array(events.map((event) => event.seq))}::integer[],
              ${array(events.map((event) => event.at))}::bigint[],
              ${array(events.map((event) => event.by.role))}::text[],
              ${array(events.map((event) => event.by.id))}::text[],
              ${array(events.map((event) => event.command))}::text[],
              ${array(parts)}::integer[],
              ${array(events.map((event) => event.name))}::text[],
              ${array(events.map((event) => JSON.stringify(event.data)))}::text[]::jsonb[]
            )
          )
          select pg_notify(${CHANNEL}, ${JSON.stringify(notice)})`;
  }

  /** Asks the other nodes to leave a meeting's next number to this one. */
  async askForTurn(meeting: MeetingId): Promise<void> {
    const notice: HeadNotice = { meeting, head: 0, node: this.#node, turn: true };
    await within(ANSWER_MS, this.#sql`select pg_notify(${CHANNEL}, ${JSON.stringify(notice)})`);
  }

  /** The events after that number, in order; at most `limit`. */
  async readAfter(meeting: MeetingId, seq: number, limit = PAGE): Promise<Recorded[]> {
    const rows = await within(
      ANSWER_MS,
      this.#sql<Row[]>`
        select seq, at, actor_role, actor_id, command_id, name, data from meeting_events
        where meeting_id = ${meeting} and seq > ${seq} order by seq limit ${limit}`
    );
    return rows.map(toEvent);
  }

  /** All events after that number, page by page. */
  async *allAfter(meeting: MeetingId, seq: number): AsyncGenerator<Recorded[]> {
    for (let after = seq; ;) {
      const page = await this.readAfter(meeting, after);
      if (page.length > 0) yield page;
      if (page.length < PAGE) return;
      after = page.at(-1)!.seq;
    }
  }

  /** The latest number of each of these meetings; those without an event are left out. */
  async heads(meetings: readonly MeetingId[]): Promise<Map<MeetingId, number>> {
    const rows = await within(
      ANSWER_MS,
      this.#sql<{ meeting_id: string; head: number }[]>`
        select meeting_id, max(seq) as head from meeting_events
        where meeting_id = any(${array(meetings)}::text[]) group by meeting_id`
    );
    return new Map(rows.map((row) => [row.meeting_id, row.head]));
  }

  /** The meetings in which something has happened since then (milliseconds since 1970). */
  async since(at: number): Promise<MeetingId[]> {
    const rows = await within(
      ANSWER_MS,
      this.#sql<{ meeting_id: string }[]>`select distinct meeting_id from meeting_events where at >= ${at}`
    );
    return rows.map((row) => row.meeting_id);
  }

  /** Which of these commands are stored, with the number of their last event. */
  async findCommands(meeting: MeetingId, commands: readonly CommandId[]): Promise<StoredCommand[]> {
    const rows = await within(
      ANSWER_MS,
      this.#sql<{ command_id: string; seq: number; actor_role: Actor['role']; actor_id: string }[]>`
        select command_id, max(seq) as seq, min(actor_role) as actor_role, min(actor_id) as actor_id from meeting_events
        where meeting_id = ${meeting} and command_id = any(${array(commands)}::text[]) group by command_id`
    );
    return rows.map((row) => ({
      command: row.command_id,
      seq: row.seq,
      by: { role: row.actor_role, id: row.actor_id }
    }));
  }

  /** Is there such a meeting at all? */
  async knows(meeting: MeetingId): Promise<boolean> {
    const rows = await within(ANSWER_MS, this.#sql`select 1 from meetings where id = ${meeting}`);
    return rows.length > 0;
  }
}

interface Row {
  seq: number;
  at: string;
  actor_role: Actor['role'];
  actor_id: string;
  command_id: string;
  name: string;
  data: unknown;
}

function toEvent(row: Row): Recorded {
  return upcast({
    seq: row.seq,
    at: Number(row.at),
    by: { role: row.actor_role, id: row.actor_id },
    command: row.command_id,
    name: row.name,
    data: row.data
  } as Recorded);
}

/** 0, 1, 2 ... within each command. */
function partNumbers(events: readonly Recorded[]): number[] {
  const next = new Map<CommandId, number>();
  return events.map(({ command }) => {
    const part = next.get(command) ?? 0;
    next.set(command, part + 1);
    return part;
  });
}

/** Read off the constraint's name alone: the message holds the events themselves. */
function conflictOf(error: unknown): 'seq' | 'command' | undefined {
  const { code, constraint_name: constraint } = (error ?? {}) as { code?: string; constraint_name?: string };
  if (code !== '23505') return undefined;
  return constraint === 'meeting_events_command' ? 'command' : 'seq';
}
