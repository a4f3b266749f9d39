/**
 * The role pack of each learning project: what its leaders hold to be one role, told to whoever clusters its cards, and what its
 * meetings would add to it. Leaders see only their own, as in projects.ts.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type postgres from 'postgres';
import { packOf } from '../src/lib/domain/clustering/engine.ts';
import { grownFrom, unknownTo } from '../src/lib/domain/clustering/grown.ts';
import { checkOwnPack, NO_OWN_PACK, withRoles } from '../src/lib/domain/clustering/own-pack.ts';
import type { OwnPack } from '../src/lib/domain/clustering/own-pack.ts';
import { readRolePack } from '../src/lib/domain/clustering/role-pack.ts';
import type { RolePack } from '../src/lib/domain/clustering/role-pack.ts';
import type { MeetingId } from '../src/lib/domain/meeting/ids.ts';
import type { Database, Drizzle } from './db/connect.ts';
import { meetings, rolePacks } from './db/schema.ts';
import type { Meetings } from './meetings.ts';
import type { Changed, Projects } from './projects.ts';

export interface RolePackView {
  pack: OwnPack;
  /** Lines that could be added, each with its words: what people put together by hand. */
  grown: string[][];
}

/** More than anybody looks through. */
const MOST_GROWN = 40;
const CHANNEL = 'ordvagg_role_packs';

export class RolePacks {
  readonly #db: Drizzle;
  readonly #sql: postgres.Sql;
  readonly #projects: Projects;
  readonly #meetings: Meetings;
  readonly #root: string;
  /** By meeting, until somebody changes one here or on another node. */
  readonly #known = new Map<MeetingId, Promise<OwnPack>>();
  readonly #watchers = new Set<(projectId: string) => void>();
  #common: RolePack | undefined;
  #unlisten: (() => Promise<void>) | undefined;

  constructor({ db, sql }: Database, projects: Projects, meetings: Meetings, root: string) {
    this.#db = db;
    this.#sql = sql;
    this.#projects = projects;
    this.#meetings = meetings;
    this.#root = root;
  }

  /** Starts to follow what other nodes change. */
  async follow(): Promise<void> {
    const changed = (projectId: string) => {
      this.#known.clear();
      for (const watcher of this.#watchers) watcher(projectId);
    };
    // After a lost connection nobody knows what was missed.
    const { unlisten } = await this.#sql.listen(CHANNEL, changed, () => this.#known.clear());
    this.#unlisten = unlisten;
  }

  /** Calls when a project's role pack has changed. */
  watch(watcher: (projectId: string) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  async close(): Promise<void> {
    await this.#unlisten?.().catch(() => {});
  }

  /** What holds in a meeting. Asked before every task of the worker: from memory. */
  of(meeting: MeetingId): Promise<OwnPack> {
    let pack = this.#known.get(meeting);
    if (!pack) {
      const reading = this.#ofMeeting(meeting);
      this.#known.set(meeting, (pack = reading));
      reading.catch(() => {
        if (this.#known.get(meeting) === reading) this.#known.delete(meeting);
      });
    }
    return pack;
  }

  async read(userId: string, projectId: string): Promise<RolePackView | undefined> {
    const view = await this.#projects.read(userId, projectId);
    if (!view) return undefined;
    const [row] = await this.#db.select().from(rolePacks).where(eq(rolePacks.projectId, projectId));
    const pack = packIn(row);
    const rooms = await Promise.all(view.meetings.map(({ id }) => this.#meetings.room(id)));
    const groups = rooms.flatMap((room) => (room ? grownFrom(room.state) : []));
    const known = packOf(this.#commonPack(), pack) ?? { roles: [], parts: [] };
    return { pack, grown: unknownTo(known, groups).slice(0, MOST_GROWN) };
  }

  /** Keeps it, with those lines added. */
  async update(
    userId: string,
    projectId: string,
    { common, own, add }: OwnPack & { add: readonly string[] }
  ): Promise<Changed | undefined> {
    if (!(await this.#projects.read(userId, projectId))) return undefined;
    const checked = checkOwnPack(withRoles(own, add));
    if (!checked.ok) return { ok: false, fault: { field: 'own', ...checked.fault } };
    const values = { common, own: checked.own };
    await this.#db
      .insert(rolePacks)
      .values({ projectId, ...values })
      .onConflictDoUpdate({ target: rolePacks.projectId, set: values });
    this.#known.clear();
    await this.#sql.notify(CHANNEL, projectId);
    return { ok: true };
  }

  async #ofMeeting(meeting: MeetingId): Promise<OwnPack> {
    const [row] = await this.#db
      .select({ common: rolePacks.common, own: rolePacks.own })
      .from(meetings)
      .innerJoin(rolePacks, eq(rolePacks.projectId, meetings.projectId))
      .where(eq(meetings.id, meeting));
    return packIn(row);
  }

  /** Cards are in the language of the meeting, and that is Swedish (clustering/table.ts). */
  #commonPack(): RolePack {
    this.#common ??= readRolePack(readFileSync(join(this.#root, 'words/roles.sv.txt'), 'utf8'));
    return this.#common;
  }
}

function packIn(row: OwnPack | undefined): OwnPack {
  return row ? { common: row.common, own: row.own } : NO_OWN_PACK;
}
