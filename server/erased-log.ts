/**
 * Takes what an answer said out of everything that is stored, in the transaction in which the event says that it is erased: so
 * nothing can be folded, laid or found from it once that has a number.
 *
 * 1. The meeting's own log is rewritten event by event; numbers stay. 2. So are the steps of the project's other meetings that had
 * taken its words over; these meetings get an event that says so. 3. Snapshots are thrown away: in their place stands the number
 * below which none may be kept any more, so that one that is just being written comes too late. 4. Words leave the kept walls
 * under a new version, and each wall of the meeting, also one that is yet to be laid, gets such a number, too: whoever has not heard of
 * the erasing may well have heard of the wall that lacks the word, and would lay it upon that one. 5. It is found no more, nor counted
 * at the link through which it came.
 */
import type postgres from 'postgres';
import { kindOf } from '../src/lib/domain/kinds/registry.ts';
import { erasureOf, REWRITING, says, withoutAnswer } from '../src/lib/domain/meeting/erasing.ts';
import type { Erasure } from '../src/lib/domain/meeting/erasing.ts';
import type { MeetingEvent } from '../src/lib/domain/meeting/events.ts';
import { MACHINE } from '../src/lib/domain/meeting/ids.ts';
import type { MeetingId, NoteId, PromptId } from '../src/lib/domain/meeting/ids.ts';
import { withoutWords } from '../src/lib/domain/wall/kept-wall.ts';
import type { KeptWall } from '../src/lib/domain/wall/kept-wall.ts';
import { array } from './db/array.ts';
import { CHANNEL } from './event-log.ts';
import type { HeadNotice } from './event-log.ts';
import { newId } from './secrets.ts';
import { THROWN_AWAY } from './snapshots.ts';
import { CHANNEL as WALLS } from './walls/wall-store.ts';
import type { WallNotice } from './walls/wall-store.ts';

type Sql = postgres.TransactionSql;
type Stored = MeetingEvent & { seq: number };

/** No node is called so: all of them hear what is told in its name. */
const NOBODY = '';

export async function eraseFrom(sql: Sql, meeting: MeetingId, note: NoteId): Promise<void> {
  const events = await sql<Stored[]>`
    select seq, name, data from meeting_events where meeting_id = ${meeting} order by seq`;
  const erasure = erasureOf(events, note);
  const { seq } = events.at(-1)!;
  await rewrite(sql, meeting, events, erasure);
  await forget(sql, meeting, seq, erasure);
  await clearWalls(sql, meeting, events, erasure);
  const author = events.flatMap(({ name, data }) =>
    name === 'NoteSubmitted' && data.note === note ? [data.author] : []
  );
  await sql`
    update partner_links set answers = greatest(answers - 1, 0)
    where meeting_id = ${meeting} and author_id = any(${array(author)}::text[])`;
  const others = await sql<{ id: MeetingId }[]>`
    select id from meetings where id <> ${meeting}
      and project_id = (select project_id from meetings where id = ${meeting})`;
  for (const { id } of others) await eraseTakenOver(sql, id, erasure);
}

/** How many events of a project's meetings say that something was erased. */
export async function erasedIn(sql: postgres.Sql, project: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::integer as count from meeting_events
    where name = any(${array(REWRITING)}::text[])
      and meeting_id in (select id from meetings where project_id = ${project})`;
  return row!.count;
}

/** From the steps of another meeting. */
async function eraseTakenOver(sql: Sql, meeting: MeetingId, erasure: Erasure): Promise<void> {
  const steps = await sql<Stored[]>`
    select seq, name, data from meeting_events
    where meeting_id = ${meeting} and name in ('PromptAdded', 'PromptEdited') order by seq`;
  const changed = await rewrite(sql, meeting, steps, erasure);
  if (changed.length === 0) return;
  const prompts = new Set<PromptId>(changed.flatMap(({ data }) => ('prompt' in data ? data.prompt : [])));
  // Whoever has written meanwhile has this number: then all of it is done once more.
  const [row] = await sql<{ seq: number }[]>`
    insert into meeting_events (meeting_id, seq, at, actor_role, actor_id, command_id, part, name, data)
    select ${meeting}, max(seq) + 1, ${Date.now()}, ${MACHINE.role}, ${MACHINE.id}, ${newId()}, 0,
      'TakenOverErased', ${JSON.stringify({ prompts: [...prompts] })}::text::jsonb
    from meeting_events where meeting_id = ${meeting} returning seq`;
  await forget(sql, meeting, row!.seq, erasure);
  const notice: HeadNotice = { meeting, head: row!.seq, node: NOBODY };
  await sql`select pg_notify(${CHANNEL}, ${JSON.stringify(notice)})`;
}

/** Answers those that held words of it. */
async function rewrite(
  sql: Sql,
  meeting: MeetingId,
  events: readonly Stored[],
  erasure: Erasure
): Promise<MeetingEvent[]> {
  const changed = events.flatMap((event) => {
    const left = withoutAnswer(event, erasure);
    return left === event ? [] : [{ ...left, seq: event.seq }];
  });
  if (changed.length > 0)
    await sql`
      update meeting_events set data = changed.data
      from unnest(
        ${array(changed.map(({ seq }) => seq))}::integer[],
        ${array(changed.map(({ data }) => JSON.stringify(data)))}::text[]::jsonb[]
      ) as changed (seq, data)
      where meeting_events.meeting_id = ${meeting} and meeting_events.seq = changed.seq`;
  return changed;
}

/** What was made of the log up to that number. */
async function forget(sql: Sql, meeting: MeetingId, seq: number, erasure: Erasure): Promise<void> {
  await sql`
    insert into meeting_snapshots (meeting_id, seq, version, state) values (${meeting}, ${seq}, ${THROWN_AWAY}, '{}')
    on conflict (meeting_id) do update set seq = excluded.seq, version = excluded.version, state = excluded.state`;
  // The row is what whoever lays texts in waits for; theirs is older now.
  await sql`
    insert into found_meetings (meeting_id, seq, version) values (${meeting}, ${seq}, 0)
    on conflict (meeting_id) do update set seq = excluded.seq, version = 0`;
  await sql`
    delete from found_texts where meeting_id = ${meeting} and note_id in (${erasure.note}, '')`;
}

/**
 * The pictures are laid anew soon; until then they lack what nobody may see any more. Rows are made first of those that are not: whoever
 * is just storing a wall that holds the words is waited for, or waits and comes too late.
 */
async function clearWalls(
  sql: Sql,
  meeting: MeetingId,
  events: readonly Stored[],
  erasure: Erasure
): Promise<void> {
  const notBefore = events.at(-1)!.seq;
  const prompts = events.flatMap(({ name, data }) =>
    name === 'PromptAdded' && kindOf(data.kind)?.outcome === 'wall' ? data.prompt : []
  );
  await sql`
    insert into walls (meeting_id, prompt_id, version, wall)
    select ${meeting}, prompt, 0, '{}' from unnest(${array(prompts)}::text[]) as prompts (prompt)
    order by prompt on conflict do nothing`;
  const walls = await sql<{ prompt: PromptId; version: number; wall: KeptWall }[]>`
    select prompt_id as prompt, version, wall from walls where meeting_id = ${meeting} for update`;
  for (const { prompt, version, wall } of walls) {
    const left = version === 0 ? wall : withoutWords(wall, (text) => says(erasure, text));
    await sql`
      update walls set version = ${left === wall ? version : left.picture.version},
        wall = ${JSON.stringify({ ...left, notBefore })}::text::jsonb
      where meeting_id = ${meeting} and prompt_id = ${prompt}`;
    if (left === wall) continue;
    const notice: WallNotice = { meeting, prompt, node: NOBODY };
    await sql`select pg_notify(${WALLS}, ${JSON.stringify(notice)})`;
  }
}
