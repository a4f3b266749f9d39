/**
 * Links by which somebody without an account reads a project's documentation: a label says for whom, they end by themselves, and
 * anybody who may take the documentation home may make one, for a link shows no more than a file does and can be taken back.
 */
import { and, count, desc, eq, gt, isNull, sql as text } from 'drizzle-orm';
import { cleanLine, lengthOf } from '../../src/lib/domain/text.ts';
import type { Drizzle } from '../db/connect.ts';
import { documentationLinks, projects, users } from '../db/schema.ts';
import { Brake, noSoonerThan } from '../limits.ts';
import { lockMembers, partOf } from '../members.ts';
import { leads } from '../parts.ts';
import type { FormFault, ProjectView, Projects } from '../projects.ts';
import { hashToken, newId, newToken } from '../secrets.ts';

/** For how many days a link may hold. */
const DAYS = { week: 7, month: 30, year: 365 } as const;
export type Lasting = keyof typeof DAYS;
export const LASTING = Object.keys(DAYS) as Lasting[];

/** As those are told of it who may make links. The link itself is told once, to whoever made it. */
export interface DocumentationLink {
  id: string;
  /** For whom. */
  label: string;
  /** The name of who made it; empty where that account is gone. */
  by: string;
  madeAt: Date;
  expiresAt: Date;
  state: 'open' | 'expired' | 'revoked';
  /** Whoever asks may take it back. */
  mine: boolean;
}

/** What a link opens: as its reviewers see the project, and nothing of who looks. */
export type Opened = { ok: true; project: ProjectView } | { ok: false; reason: 'gone' | 'too-many-tries' };

const MOST_OPEN = 50;
const LABEL_MAX = 120;
/** Wrong tokens a minute from one address: a link that was cut in a letter is tried a few times, nobody guesses one. */
const WRONG = 30;
/** An answer to a wrong token takes as long as it would to find one, in milliseconds. */
const ANSWER_MS = 60;

export class DocumentationLinks {
  readonly #db: Drizzle;
  readonly #projects: Projects;
  readonly #brake = new Brake(WRONG, 60);

  constructor(db: Drizzle, projects: Projects) {
    this.#db = db;
    this.#projects = projects;
  }

  /** All of a project's links, the newest first; undefined for whoever is not in the project. */
  async of(userId: string, projectId: string): Promise<DocumentationLink[] | undefined> {
    const view = await this.#projects.read(userId, projectId);
    if (!view) return undefined;
    const rows = await this.#db
      .select({ link: documentationLinks, by: users.name })
      .from(documentationLinks)
      .leftJoin(users, eq(users.id, documentationLinks.madeBy))
      .where(eq(documentationLinks.projectId, projectId))
      .orderBy(desc(documentationLinks.createdAt));
    const now = new Date();
    return rows.map(({ link: { id, label, madeBy, createdAt, expiresAt, revokedAt }, by }) => ({
      id,
      label,
      by: by ?? '',
      madeAt: createdAt,
      expiresAt,
      state: revokedAt ? 'revoked' : expiresAt <= now ? 'expired' : 'open',
      mine: leads(view.part) || madeBy === userId
    }));
  }

  /** A new link's token; undefined for whoever is not in the project. */
  async make(
    userId: string,
    projectId: string,
    form: { label: string; lasting: string }
  ): Promise<{ ok: true; id: string; token: string } | { ok: false; fault: FormFault } | undefined> {
    const label = cleanLine(form.label);
    const days = isLasting(form.lasting) ? DAYS[form.lasting] : DAYS.week;
    return this.#db.transaction(async (tx) => {
      // Whoever is taken out in this instant leaves no link.
      await lockMembers(tx, projectId);
      if (!(await partOf(tx, projectId, userId))) return undefined;
      if (!label) return { ok: false, fault: { field: 'label', code: 'empty' } };
      if (lengthOf(label) > LABEL_MAX)
        return { ok: false, fault: { field: 'label', code: 'too-long', limit: LABEL_MAX } };
      const [row] = await tx
        .select({ links: count() })
        .from(documentationLinks)
        .where(and(eq(documentationLinks.projectId, projectId), open()));
      if ((row?.links ?? 0) >= MOST_OPEN)
        return { ok: false, fault: { field: 'label', code: 'too-many', limit: MOST_OPEN } };
      const [id, token] = [newId(), newToken()];
      const expiresAt = new Date(Date.now() + days * 86_400_000);
      await tx
        .insert(documentationLinks)
        .values({ id, tokenHash: hashToken(token), projectId, label, madeBy: userId, expiresAt });
      return { ok: true, id, token };
    });
  }

  /** Ends a link, also one that has ended: one's own, or any for those who lead. Undefined for whoever may not. */
  async revoke(userId: string, projectId: string, id: string): Promise<{ ok: true } | undefined> {
    const view = await this.#projects.read(userId, projectId);
    if (!view) return undefined;
    const [row] = await this.#db
      .update(documentationLinks)
      .set({ revokedAt: text`coalesce(${documentationLinks.revokedAt}, now())` })
      .where(
        and(
          eq(documentationLinks.id, id),
          eq(documentationLinks.projectId, projectId),
          leads(view.part) ? undefined : eq(documentationLinks.madeBy, userId)
        )
      )
      .returning({ id: documentationLinks.id });
    return row && { ok: true };
  }

  /** What a link opens. Unknown, taken back and too old answer alike, in the same time. */
  async read(token: string, address: string): Promise<Opened> {
    const started = performance.now();
    if (await this.#brake.isShut(address)) return { ok: false, reason: 'too-many-tries' };
    const [row] = await this.#db
      .select({ project: projects })
      .from(documentationLinks)
      .innerJoin(projects, eq(projects.id, documentationLinks.projectId))
      .where(and(eq(documentationLinks.tokenHash, hashToken(token)), open()));
    if (!row) {
      await this.#brake.failed(address);
      await noSoonerThan(ANSWER_MS, started);
      return { ok: false, reason: 'gone' };
    }
    const [organisations, meetings] = await Promise.all([
      this.#projects.organisationsOf(row.project.id),
      this.#projects.meetingsOf(row.project.id)
    ]);
    return { ok: true, project: { project: row.project, part: 'reviewer', organisations, meetings } };
  }
}

function isLasting(wish: string): wish is Lasting {
  return Object.hasOwn(DAYS, wish);
}

function open() {
  return and(isNull(documentationLinks.revokedAt), gt(documentationLinks.expiresAt, new Date()));
}
