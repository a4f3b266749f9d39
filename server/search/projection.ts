/**
 * The table of what can be found, brought up to date from what may be reviewed: differences alone. The log and the people are the
 * truth; of two nodes the one that has read further counts, and what erases an answer takes the same row first (erased-log.ts).
 */
import type postgres from 'postgres';
import { foldText, foundTexts, keyOf } from '../../src/lib/domain/search/found-texts.ts';
import type { FoundText } from '../../src/lib/domain/search/found-texts.ts';
import type { MeetingId } from '../../src/lib/domain/meeting/ids.ts';
import type { Outputs } from '../../src/lib/domain/outputs/outputs.ts';
import { array } from '../db/array.ts';
import type { Review } from '../reviews.ts';

/** How words are stemmed. */
export type Stemming = 'swedish' | 'english';

/** Raised when texts are made in another way: then all are laid beside what is stored. */
const VERSION = 2;
/** Rows in one statement: none may take longer than any other. */
const BATCH = 2_000;
/** So many meetings are remembered. */
const REMEMBERED = 12;

export interface Laid {
  /** What it was made of: whatever can be found of another is made anew. */
  outputs: Outputs;
  /** By `keyOf`, what can be found, and as it is stored. */
  texts: ReadonlyMap<string, FoundText & Stored>;
}

/** Folded: what it says, and whose it is. */
interface Stored {
  folded: string;
  whose: string;
}

interface Kept extends Laid {
  stemming: Stemming;
  seq: number;
}

export class Projection {
  readonly #sql: postgres.Sql;
  readonly #kept = new Map<MeetingId, Kept>();
  /** One after the other for each meeting. */
  readonly #turns = new Map<MeetingId, Promise<unknown>>();

  constructor(sql: postgres.Sql) {
    this.#sql = sql;
  }

  /** What can be found of a meeting now; resolves when it is stored, as far as nobody has stored something newer. */
  async lay(meeting: MeetingId, project: string, review: Review, stemming: Stemming): Promise<Laid> {
    const turn = (this.#turns.get(meeting) ?? Promise.resolve()).then(() =>
      this.#lay(meeting, project, review, stemming)
    );
    const ended = turn.catch(() => {});
    this.#turns.set(meeting, ended);
    try {
      return await turn;
    } finally {
      if (this.#turns.get(meeting) === ended) this.#turns.delete(meeting);
    }
  }

  async #lay(
    meeting: MeetingId,
    project: string,
    { outputs, seq }: Review,
    stemming: Stemming
  ): Promise<Laid> {
    const before = this.#kept.get(meeting);
    if (before?.outputs === outputs && before.stemming === stemming) return before;
    const texts = new Map(foundTexts(outputs).map((one) => [keyOf(one), { ...one, ...foldedOf(one) }]));
    const isStored = await this.#sql.begin(async (sql) => {
      await sql`
        insert into found_meetings (meeting_id, seq, version) values (${meeting}, -1, 0)
        on conflict do nothing`;
      const [row] = await sql<{ seq: number; version: number }[]>`
        select seq, version from found_meetings where meeting_id = ${meeting} for update`;
      if (row!.seq > seq) return false;
      const version = versionOf(stemming);
      const isOwn = before?.seq === row!.seq && before.stemming === stemming && row!.version === version;
      const stored = isOwn ? before.texts : await storedIn(sql, meeting, stemming);
      await store(sql, { meeting, project, stemming }, texts, stored);
      await sql`
        update found_meetings set seq = ${seq}, version = ${version} where meeting_id = ${meeting}`;
      return true;
    });
    const laid = { outputs, texts, stemming, seq };
    if (isStored) this.#keep(meeting, laid);
    return laid;
  }

  #keep(meeting: MeetingId, kept: Kept): void {
    this.#kept.delete(meeting);
    this.#kept.set(meeting, kept);
    for (const [oldest] of this.#kept) {
      if (this.#kept.size <= REMEMBERED) return;
      this.#kept.delete(oldest);
    }
  }
}

function versionOf(stemming: Stemming): number {
  return 2 * VERSION + (stemming === 'english' ? 1 : 0);
}

function foldedOf({ lines, said }: FoundText): Stored {
  return { folded: foldText(lines.slice(0, said)), whose: foldText(lines.slice(said)) };
}

/** By key; a text that is stemmed otherwise is none. */
async function storedIn(
  sql: postgres.TransactionSql,
  meeting: MeetingId,
  stemming: Stemming
): Promise<Map<string, Stored>> {
  const rows = await sql<(Stored & { prompt: string; note: string })[]>`
    select prompt_id as prompt, note_id as note, whose, case when language = ${stemming} then text else '' end as folded
    from found_texts where meeting_id = ${meeting}`;
  return new Map(rows.map((row) => [keyOf(row), row]));
}

async function store(
  sql: postgres.TransactionSql,
  { meeting, project, stemming }: { meeting: MeetingId; project: string; stemming: Stemming },
  texts: Laid['texts'],
  stored: ReadonlyMap<string, Stored>
): Promise<void> {
  const gone = [...stored.keys()].filter((key) => !texts.has(key));
  for (const some of inBatches(gone))
    await sql`
      delete from found_texts where meeting_id = ${meeting}
        and prompt_id || ' ' || note_id = any(${array(some)}::text[])`;
  const news = [...texts].flatMap(([key, text]) => {
    const there = stored.get(key);
    return there?.folded === text.folded && there.whose === text.whose ? [] : text;
  });
  for (const some of inBatches(news))
    await sql`
      insert into found_texts (meeting_id, project_id, prompt_id, note_id, language, text, whose)
      select ${meeting}, ${project}, prompt, note, ${stemming}, folded, whose from unnest(
        ${array(some.map(({ prompt }) => prompt))}::text[],
        ${array(some.map(({ note }) => note))}::text[],
        ${array(some.map(({ folded }) => folded))}::text[],
        ${array(some.map(({ whose }) => whose))}::text[]
      ) as news (prompt, note, folded, whose)
      on conflict (meeting_id, prompt_id, note_id)
      do update set text = excluded.text, whose = excluded.whose, language = excluded.language`;
}

function inBatches<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / BATCH) }, (_, at) =>
    all.slice(at * BATCH, (at + 1) * BATCH)
  );
}
