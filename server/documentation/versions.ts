/**
 * A documentation as it once was: kept under a name by whoever writes it, and by itself before a day's first change and before a
 * version is taken back. A version names its sources and holds no text of a card, so that what is erased is gone from it, too.
 */
import { and, desc, eq, gte, inArray, ne, sql as text } from 'drizzle-orm';
import type { ContentNode } from '../../src/lib/domain/documentation/content.ts';
import { cleanLine, lengthOf } from '../../src/lib/domain/text.ts';
import type { Transaction } from '../accounts.ts';
import type { Drizzle } from '../db/connect.ts';
import { documentationVersions, users } from '../db/schema.ts';
import { errorCode } from '../log.ts';
import type { Log } from '../log.ts';
import type { FormFault, Projects } from '../projects.ts';
import { newId } from '../secrets.ts';

/** Where the documentation of a project is written. */
export interface Written {
  content(projectId: string): Promise<ContentNode>;
  /** All of it becomes that, as an edit like any other. */
  replace(projectId: string, userId: string, content: ContentNode): Promise<{ ok: boolean }>;
}

export interface Version {
  id: string;
  /** Empty: kept by itself. */
  name: string;
  /** The name of who kept it, or began to write that day; empty where that account is gone. */
  by: string;
  at: Date;
}

export interface KeptVersion extends Version {
  content: ContentNode;
}

const NAME_MAX = 120;
const MOST_NAMED = 200;
/** Of those that were kept by themselves, the newest stay. */
const MOST_UNNAMED = 90;
/** So long after the last version that was kept by itself, a change begins a day of work. */
const NIGHT_MS = 12 * 3_600_000;
const AGAIN_MS = 60_000;

export class DocumentationVersions {
  readonly #db: Drizzle;
  readonly #projects: Projects;
  readonly #written: Written;
  readonly #log: Log;
  /** When each project was looked at last, and until that look is done: one a day of work and process is enough. */
  readonly #looked = new Map<string, { at: number; done: Promise<void> }>();

  constructor(db: Drizzle, projects: Projects, written: Written, log: Log) {
    this.#db = db;
    this.#log = log;
    this.#projects = projects;
    this.#written = written;
  }

  /** All of a project's, the newest first; undefined for whoever is not in the project. */
  async of(userId: string, projectId: string): Promise<Version[] | undefined> {
    if (!(await this.#projects.read(userId, projectId))) return undefined;
    const { id, name, createdAt } = documentationVersions;
    const rows = await this.#db
      .select({ id, name, by: users.name, at: createdAt })
      .from(documentationVersions)
      .leftJoin(users, eq(users.id, documentationVersions.madeBy))
      .where(eq(documentationVersions.projectId, projectId))
      .orderBy(desc(createdAt));
    return rows.map((row) => ({ ...row, by: row.by ?? '' }));
  }

  async read(userId: string, projectId: string, version: string): Promise<KeptVersion | undefined> {
    if (!(await this.#projects.read(userId, projectId))) return undefined;
    const { id, name, createdAt, content } = documentationVersions;
    const [row] = await this.#db
      .select({ id, name, by: users.name, at: createdAt, content })
      .from(documentationVersions)
      .leftJoin(users, eq(users.id, documentationVersions.madeBy))
      .where(and(eq(documentationVersions.projectId, projectId), eq(id, version)));
    return row && { ...row, by: row.by ?? '', content: row.content as ContentNode };
  }

  /** Keeps what is written now under a name; undefined for whoever is not in the project. */
  async keep(
    userId: string,
    projectId: string,
    form: { name: string }
  ): Promise<{ ok: true; id: string } | { ok: false; fault: FormFault } | undefined> {
    if (!(await this.#projects.read(userId, projectId))) return undefined;
    const name = cleanLine(form.name);
    if (!name) return { ok: false, fault: { field: 'name', code: 'empty' } };
    if (lengthOf(name) > NAME_MAX)
      return { ok: false, fault: { field: 'name', code: 'too-long', limit: NAME_MAX } };
    const content = await this.#written.content(projectId);
    return this.#db.transaction(async (tx) => {
      await lockVersions(tx, projectId);
      const named = await tx
        .select({ id: documentationVersions.id })
        .from(documentationVersions)
        .where(and(eq(documentationVersions.projectId, projectId), ne(documentationVersions.name, '')));
      if (named.length >= MOST_NAMED)
        return { ok: false, fault: { field: 'name', code: 'too-many', limit: MOST_NAMED } };
      const id = newId();
      await tx.insert(documentationVersions).values({ id, projectId, name, content, madeBy: userId });
      return { ok: true, id };
    });
  }

  /** What was written then is written again; what was written till now is kept first. Undefined for whoever may not, and where there is none such. */
  async takeBack(userId: string, projectId: string, version: string): Promise<{ ok: boolean } | undefined> {
    const kept = await this.read(userId, projectId, version);
    if (!kept) return undefined;
    await this.#keepByItself(userId, projectId);
    const { ok } = await this.#written.replace(projectId, userId, kept.content);
    return { ok };
  }

  /** To be called before each change is stored: what stood before a day's first one is kept. A version that cannot be kept keeps nobody from writing. */
  async beforeWork(userId: string, projectId: string): Promise<void> {
    const since = Date.now() - NIGHT_MS;
    let look = this.#looked.get(projectId);
    if (!look || look.at <= since) {
      const done = this.#keepOnceADay(userId, projectId, new Date(since)).catch((error: unknown) => {
        this.#log.error({ code: errorCode(error), project: projectId }, 'version not kept');
        // Tried anew, but not with every letter.
        look!.at = since + AGAIN_MS;
      });
      look = { at: Date.now(), done };
      this.#looked.set(projectId, look);
    }
    // Whoever writes in the same instant waits, too.
    await look.done;
  }

  async #keepOnceADay(userId: string, projectId: string, since: Date): Promise<void> {
    const [today] = await this.#db
      .select({ id: documentationVersions.id })
      .from(documentationVersions)
      .where(
        and(
          eq(documentationVersions.projectId, projectId),
          eq(documentationVersions.name, ''),
          gte(documentationVersions.createdAt, since)
        )
      )
      .limit(1);
    if (!today) await this.#keepByItself(userId, projectId);
  }

  /** Unless nothing is written, or the newest version says just that. */
  async #keepByItself(userId: string, projectId: string): Promise<void> {
    const content = await this.#written.content(projectId);
    if (isEmpty(content)) return;
    await this.#db.transaction(async (tx) => {
      await lockVersions(tx, projectId);
      const mine = eq(documentationVersions.projectId, projectId);
      const [newest] = await tx
        .select({
          same: text<boolean>`${documentationVersions.content} = ${JSON.stringify(content)}::text::jsonb`
        })
        .from(documentationVersions)
        .where(mine)
        .orderBy(desc(documentationVersions.createdAt))
        .limit(1);
      if (newest?.same) return;
      await tx
        .insert(documentationVersions)
        .values({ id: newId(), projectId, name: '', content, madeBy: userId });
      const unnamed = and(mine, eq(documentationVersions.name, ''));
      const old = tx
        .select({ id: documentationVersions.id })
        .from(documentationVersions)
        .where(unnamed)
        .orderBy(desc(documentationVersions.createdAt))
        .offset(MOST_UNNAMED);
      await tx.delete(documentationVersions).where(inArray(documentationVersions.id, old));
    });
  }
}

/** Two at once never keep the same twice. */
async function lockVersions(tx: Transaction, projectId: string): Promise<void> {
  await tx.execute(text`select pg_advisory_xact_lock(hashtext(${`versions ${projectId}`}))`);
}

function isEmpty({ text: written = '', type, content = [] }: ContentNode): boolean {
  return !written.trim() && type !== 'output' && content.every(isEmpty);
}
