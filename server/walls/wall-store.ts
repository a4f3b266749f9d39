/**
 * Walls in the database: each node may lay one, and all show the one that was stored. Where an answer was erased before there was
 * one, a row of version 0 stands in its place and says from which number of the log on it may be laid (erased-log.ts).
 */
import type postgres from 'postgres';
import type { KeptWall } from '../../src/lib/domain/wall/kept-wall.ts';
import type { MeetingId, PromptId } from '../../src/lib/domain/meeting/ids.ts';

export const CHANNEL = 'ordvagg_walls';

export interface WallNotice {
  meeting: MeetingId;
  prompt: PromptId;
  node: string;
}

export class WallStore {
  readonly #sql: postgres.Sql;
  readonly #node: string;
  #unlisten: (() => Promise<void>) | undefined;

  /** `node` names this process among those on the same database. */
  constructor(sql: postgres.Sql, node: string) {
    this.#sql = sql;
    this.#node = node;
  }

  /** Calls for each wall that another node has stored. After a lost connection `missed` is called: nobody knows which. */
  async follow(changed: (notice: WallNotice) => void, missed: () => void): Promise<void> {
    const heard = (text: string) => {
      const notice = JSON.parse(text) as WallNotice;
      if (notice.node !== this.#node) changed(notice);
    };
    const { unlisten } = await this.#sql.listen(CHANNEL, heard, missed);
    this.#unlisten = unlisten;
  }

  async close(): Promise<void> {
    await this.#unlisten?.().catch(() => {});
  }

  async read(meeting: MeetingId): Promise<Map<PromptId, KeptWall>> {
    const rows = await this.#sql<{ prompt: PromptId; wall: KeptWall }[]>`
      select prompt_id as prompt, wall from walls where meeting_id = ${meeting} and version > 0`;
    return new Map(rows.map(({ prompt, wall }) => [prompt, wall]));
  }

  async readOne(meeting: MeetingId, prompt: PromptId): Promise<KeptWall | undefined> {
    const [row] = await this.#sql<{ wall: KeptWall }[]>`
      select wall from walls where meeting_id = ${meeting} and prompt_id = ${prompt} and version > 0`;
    return row?.wall;
  }

  /**
   * False where another node has stored one since the version before it, or where that one knew more of the log: whoever is behind
   * may hear of a wall before it hears what took a word off it.
   */
  async write(meeting: MeetingId, prompt: PromptId, wall: KeptWall): Promise<boolean> {
    const { version, seq } = wall.picture;
    const stored = await this.#sql`
      insert into walls (meeting_id, prompt_id, version, wall)
      values (${meeting}, ${prompt}, ${version}, ${JSON.stringify(wall)}::text::jsonb)
      on conflict (meeting_id, prompt_id) do update set version = excluded.version, wall = excluded.wall
      where walls.version = excluded.version - 1 and ${seq} >= greatest(
        0, (walls.wall #>> '{picture,seq}')::integer, (walls.wall ->> 'notBefore')::integer)
      returning version`;
    if (stored.length === 0) return false;
    const notice: WallNotice = { meeting, prompt, node: this.#node };
    await this.#sql.notify(CHANNEL, JSON.stringify(notice));
    return true;
  }
}
