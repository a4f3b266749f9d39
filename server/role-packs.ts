/**
 * The role pack of each learning project: what its leaders hold to be one role, told with the language of its cards to whoever
 * clusters them, and what its meetings would add to it. Leaders see only their own, as in projects.ts.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type postgres from 'postgres';
import type { CardLanguage } from '../src/lib/domain/clustering/card-language.ts';
import { packOf } from '../src/lib/domain/clustering/engine.ts';
import { grownFrom, unknownTo } from '../src/lib/domain/clustering/grown.ts';
import { checkOwnPack, NO_OWN_PACK, withRoles } from '../src/lib/domain/clustering/own-pack.ts';
import type { OwnPack } from '../src/lib/domain/clustering/own-pack.ts';
import { readRolePack } from '../src/lib/domain/clustering/role-pack.ts';
import type { RolePack } from '../src/lib/domain/clustering/role-pack.ts';
import type { MeetingId } from '../src/lib/domain/meeting/ids.ts';
import type { Database, Drizzle } from './db/connect.ts';
import { meetings, projects, rolePacks } from './db/schema.ts';
import type { Meetings } from './meetings.ts';
import { READING_CHANNEL } from './projects.ts';
import type { Changed, Projects } from './projects.ts';

/** How the cards of a meeting are read. */
export interface Reading {
  language: CardLanguage;
  pack: OwnPack;
}

export interface RolePackView {
  pack: OwnPack;
  /** Lines that could be added, each with its words: what people put together by hand. */
  grown: string[][];
}

/** More than anybody looks through. */
const MOST_GROWN = 40;

export class RolePacks {
  readonly #db: Drizzle;
  readonly #sql: postgres.Sql;
  readonly #projects: Projects;
  readonly #meetings: Meetings;
  readonly #root: string;
  /** By meeting, until somebody changes one here or on another node. */
  readonly #known = new Map<MeetingId, Promise<Reading>>();
  readonly #watchers = new Set<(projectId: string) => void>();
  readonly #common = new Map<CardLanguage, RolePack>();
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
    const { unlisten } = await this.#sql.listen(READING_CHANNEL, changed, () => this.#known.clear());
    this.#unlisten = unlisten;
  }

  /** Calls when a project's role pack, or the language of its cards, has changed. */
  watch(watcher: (projectId: string) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  async close(): Promise<void> {
    await this.#unlisten?.().catch(() => {});
  }

  /** What holds in a meeting. Asked before every task of the worker: from memory. */
  of(meeting: MeetingId): Promise<Reading> {
    let known = this.#known.get(meeting);
    if (!known) {
      const reading = this.#ofMeeting(meeting);
      this.#known.set(meeting, (known = reading));
      reading.catch(() => {
        if (this.#known.get(meeting) === reading) this.#known.delete(meeting);
      });
    }
    return known;
  }

  async read(userId: string, projectId: string): Promise<RolePackView | undefined> {
    const view = await this.#projects.read(userId, projectId);
    if (!view) return undefined;
    const [row] = await this.#db.select().from(rolePacks).where(eq(rolePacks.projectId, projectId));
    const pack = packIn(row);
    const rooms = await Promise.all(view.meetings.map(({ id }) => this.#meetings.room(id)));
    const groups = rooms.flatMap((room) => (room ? grownFrom(room.state) : []));
    const known = packOf(this.#commonPack(view.project.language), pack) ?? { roles: [], parts: [] };
    return { pack, grown: unknownTo(known, groups).slice(0, MOST_GROWN) };
  }

  /** Keeps it, with those lines added. */
  async update(
    userId: string,
    projectId: string,
    { common, own, add }: OwnPack & { add: readonly string[] }
  ): Promise<Changed | undefined> {
    if (!(await this.#projects.led(userId, projectId))) return undefined;
    const checked = checkOwnPack(withRoles(own, add));
    if (!checked.ok) return { ok: false, fault: { field: 'own', ...checked.fault } };
    const values = { common, own: checked.own };
    await this.#db
      .insert(rolePacks)
      .values({ projectId, ...values })
      .onConflictDoUpdate({ target: rolePacks.projectId, set: values });
    this.#known.clear();
    await this.#sql.notify(READING_CHANNEL, projectId);
    return { ok: true };
  }

  async #ofMeeting(meeting: MeetingId): Promise<Reading> {
    const [row] = await this.#db
      .select({ language: projects.language, pack: rolePacks })
      .from(meetings)
      .innerJoin(projects, eq(projects.id, meetings.projectId))
      .leftJoin(rolePacks, eq(rolePacks.projectId, meetings.projectId))
      .where(eq(meetings.id, meeting));
    if (!row) throw new Error('no such meeting');
    return { language: row.language, pack: packIn(row.pack) };
  }

  #commonPack(language: CardLanguage): RolePack {
    let pack = this.#common.get(language);
    if (!pack) {
      pack = readRolePack(readFileSync(join(this.#root, `words/roles.${language}.txt`), 'utf8'));
      this.#common.set(language, pack);
    }
    return pack;
  }
}

function packIn(row: OwnPack | null | undefined): OwnPack {
  return row ? { common: row.common, own: row.own } : NO_OWN_PACK;
}
