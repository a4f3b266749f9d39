/**
 * Searches a project: asks the table of what can be found, and lays each hit beside what may be reviewed now before it is shown.
 * Whoever asks has been admitted as one who may read the project's reviews.
 */
import type postgres from 'postgres';
import { known } from '../../src/lib/domain/known.ts';
import { excerptOf, MARKS } from '../../src/lib/domain/search/excerpt.ts';
import { keyOf } from '../../src/lib/domain/search/found-texts.ts';
import { PAGE, together } from '../../src/lib/domain/search/found.ts';
import type { Found, FoundStep, Hit } from '../../src/lib/domain/search/found.ts';
import { countWords, meantBy } from '../../src/lib/domain/search/meant.ts';
import { placeOf } from '../../src/lib/domain/search/place.ts';
import { questionOf } from '../../src/lib/domain/search/question.ts';
import type { Question } from '../../src/lib/domain/search/question.ts';
import type { MeetingId } from '../../src/lib/domain/meeting/ids.ts';
import { array } from '../db/array.ts';
import type { ProjectView } from '../projects.ts';
import type { Reviews } from '../reviews.ts';
import { Projection } from './projection.ts';
import type { Laid, Stemming } from './projection.ts';

type Within = Pick<ProjectView, 'project' | 'organisations' | 'meetings'>;
interface Wanted extends Pick<Extract<Question, { ok: true }>, 'phrases' | 'unwanted'> {
  meetings: readonly MeetingId[];
  query: string;
}
interface Row {
  meeting: MeetingId;
  prompt: string;
  note: string;
  text: string;
  whose: string;
  marked: string;
  total: number;
}

/** How ts_headline marks what it found: all of the text, each word. */
const HEADLINE = `HighlightAll=true, StartSel="${MARKS.start}", StopSel="${MARKS.end}"`;

export class Search {
  readonly #sql: postgres.Sql;
  readonly #reviews: () => Reviews;
  readonly #projection: Projection;

  constructor(sql: postgres.Sql, reviews: () => Reviews) {
    this.#sql = sql;
    this.#reviews = reviews;
    this.#projection = new Projection(sql);
  }

  /** `page` counts from 1; beyond the last one one is at the first again. */
  async find(within: Within, typed: string, page = 1): Promise<Found> {
    const question = questionOf(typed);
    if (!question.ok) return { state: question.reason };
    const stemming: Stemming = within.project.language === 'en' ? 'english' : 'swedish';
    const query = await this.#read(question, stemming);
    if (!query) return { state: 'too-common' };
    const laid = await this.#bringUpToDate(within, stemming);
    const wanted = { ...question, meetings: [...laid.keys()], query };
    let at = page;
    let rows = await this.#hits(wanted, stemming, at);
    if (rows.length === 0 && at > 1) rows = await this.#hits(wanted, stemming, (at = 1));
    const total = rows[0]?.total ?? 0;
    const pages = Math.max(1, Math.ceil(total / PAGE));
    const found = { state: 'found', total, page: at, pages, steps: grouped(rows, laid) } as const;
    if (total > 0) return found;
    const meant = await this.#meant(question.text, stemming, laid);
    return meant === undefined ? found : { ...found, meant };
  }

  /** A question near to this one that finds something. */
  async #meant(
    text: string,
    stemming: Stemming,
    laid: ReadonlyMap<MeetingId, Laid>
  ): Promise<string | undefined> {
    const words = new Map<string, number>();
    for (const { texts } of laid.values())
      for (const [word, count] of wordsOf(texts)) words.set(word, (words.get(word) ?? 0) + count);
    const question = questionOf(meantBy(text, words) ?? '');
    const query = question.ok && (await this.#read(question, stemming));
    if (!query) return undefined;
    const rows = await this.#hits({ ...question, meetings: [...laid.keys()], query }, stemming, 1);
    return rows.length > 0 ? question.text : undefined;
  }

  async #bringUpToDate(within: Within, stemming: Stemming): Promise<Map<MeetingId, Laid>> {
    const laid = new Map<MeetingId, Laid>();
    for (const meeting of within.meetings) {
      const review = await this.#reviews().of(meeting, within);
      if (review)
        laid.set(meeting.id, await this.#projection.lay(meeting.id, within.project.id, review, stemming));
    }
    return laid;
  }

  /** As PostgreSQL's own query; undefined where only words are asked for that stand everywhere. */
  async #read(
    { text, open }: Extract<Question, { ok: true }>,
    stemming: Stemming
  ): Promise<string | undefined> {
    const [row] = await this.#sql<{ query: string; nodes: number }[]>`
      select query::text, numnode(query) as nodes from (
        select websearch_to_tsquery(${stemming}::regconfig, ${text}) ||
          (websearch_to_tsquery(${stemming}::regconfig, ${open?.before ?? ''}) &&
            to_tsquery(${stemming}::regconfig, ${open ? `${open.last}:*` : ''}) &&
            websearch_to_tsquery(${stemming}::regconfig, ${open?.after ?? ''})) as query
      ) as asked`;
    return row && row.nodes > 0 ? row.query : undefined;
  }

  async #hits(
    { meetings, query, phrases, unwanted }: Wanted,
    stemming: Stemming,
    page: number
  ): Promise<Row[]> {
    return this.#sql<Row[]>`
      select meeting_id as meeting, prompt_id as prompt, note_id as note, text, whose, total,
        ts_headline(${stemming}::regconfig, concat_ws(E'\n', nullif(text, ''), nullif(whose, '')),
          ${query}::tsquery, ${HEADLINE}) as marked
      from (
        select meeting_id, prompt_id, note_id, text, whose, count(*) over ()::integer as total,
          ts_rank_cd(words, ${query}::tsquery, 1) as rank
        from found_texts
        where words @@ ${query}::tsquery and meeting_id = any(${array(meetings)}::text[])
          and language = ${stemming}
          and not exists (
            select from unnest(${array(phrases)}::text[]) as phrase where strpos(text || E'\n' || whose, phrase) = 0)
          and not exists (
            select from unnest(${array(unwanted)}::text[]) as phrase where strpos(text || E'\n' || whose, phrase) > 0)
        order by rank desc, meeting_id, prompt_id, note_id
        limit ${PAGE} offset ${(page - 1) * PAGE}
      ) as hits
      order by rank desc, meeting_id, prompt_id, note_id`;
  }
}

const wordsOf = known((texts: Laid['texts']) => countWords([...texts.values()].map(({ folded }) => folded)));

/** In the order of the best hit of each; without what may not be reviewed as it was found. */
function grouped(rows: readonly Row[], laid: ReadonlyMap<MeetingId, Laid>): FoundStep[] {
  const steps = new Map<string, FoundStep & { hits: Hit[] }>();
  for (const { meeting, prompt, note, text, whose, marked } of rows) {
    const { outputs, texts } = laid.get(meeting) ?? {};
    const known = texts?.get(keyOf({ prompt, note }));
    if (!outputs || known?.folded !== text || known.whose !== whose) continue;
    const asked = outputs.prompts.find(({ id }) => id === prompt);
    const key = `${meeting} ${prompt}`;
    let step = steps.get(key);
    if (!step) {
      const { id, number, title } = outputs.meeting;
      const { kind } = asked ?? {};
      step = {
        meeting: { id, number, title },
        ...(asked && kind ? { step: { id: asked.id, number: asked.number, title: asked.title, kind } } : {}),
        hits: []
      };
      steps.set(key, step);
    }
    const { organisation, group } = asked?.notes.find(({ id }) => id === note) ?? {};
    const from = organisation ?? group;
    step.hits.push({
      note,
      lines: excerptOf(known.lines, marked),
      ...(from ? { from } : {}),
      cards: 1,
      place: placeOf(asked, note)
    });
  }
  return [...steps.values()].map((step) => ({ ...step, hits: together(step.hits) }));
}
