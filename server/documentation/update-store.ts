/** What editors wrote, in PostgreSQL: appended under the next number, so that several nodes agree on it. Everything that touches `documentation_updates` is here. */
import type postgres from 'postgres';
import { array } from '../db/array.ts';
import { within } from '../db/connect.ts';

/** What the other nodes are told on `CHANNEL`, as JSON. */
export interface Notice {
  project: string;
  seq: number;
}

export interface Stored {
  seq: number;
  update: Uint8Array;
}

const CHANNEL = 'ordvagg_documentation';
const ANSWER_MS = 4_000;

export class UpdateStore {
  readonly #sql: postgres.Sql;
  #unlisten: (() => Promise<void>) | undefined;

  constructor(sql: postgres.Sql) {
    this.#sql = sql;
  }

  /** `missed`: after a lost connection nobody knows what was. */
  async follow(told: (notice: Notice) => void, missed: () => void): Promise<void> {
    const { unlisten } = await this.#sql.listen(CHANNEL, (text) => told(JSON.parse(text) as Notice), missed);
    this.#unlisten = unlisten;
  }

  async close(): Promise<void> {
    await this.#unlisten?.().catch(() => {});
  }

  /** In order. The first may hold all before it. */
  async readAfter(project: string, seq: number): Promise<Stored[]> {
    return within(
      ANSWER_MS,
      this.#sql<Stored[]>`
        select seq, update from documentation_updates
        where project_id = ${project} and seq > ${seq} order by seq`
    );
  }

  /** False: somebody else has written that number. Rejects when the database does not answer: then it may or may not be stored. */
  async append(project: string, { seq, update }: Stored, by: string | null): Promise<boolean> {
    const notice: Notice = { project, seq };
    const rows = await within(
      ANSWER_MS,
      this.#sql`
        with appended as (
          insert into documentation_updates (project_id, seq, update, made_by)
          values (${project}, ${seq}, ${Buffer.from(update)}, ${by})
          on conflict do nothing returning seq
        )
        select pg_notify(${CHANNEL}, ${JSON.stringify(notice)}) from appended`
    );
    return rows.length > 0;
  }

  /** Keeps all up to that number in one; nothing where another node has done so with more. */
  async compact(project: string, { seq, update }: Stored): Promise<void> {
    await within(
      ANSWER_MS,
      this.#sql`
        with kept as (
          update documentation_updates set update = ${Buffer.from(update)}
          where project_id = ${project} and seq = ${seq} returning seq
        )
        delete from documentation_updates where project_id = ${project} and seq < (select seq from kept)`
    );
  }

  /** The latest number of each of these. */
  async heads(projects: readonly string[]): Promise<Map<string, number>> {
    const rows = await within(
      ANSWER_MS,
      this.#sql<{ project_id: string; head: number }[]>`
        select project_id, max(seq) as head from documentation_updates
        where project_id = any(${array(projects)}::text[]) group by project_id`
    );
    return new Map(rows.map((row) => [row.project_id, row.head]));
  }
}
