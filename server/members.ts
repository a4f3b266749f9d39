/**
 * Who leads a project, and as what. Whoever asks is named first; undefined answers a wish that is not that person's to have, as
 * if there were nothing to wish for.
 */
import { and, asc, count, eq, isNull, sql as text } from 'drizzle-orm';
import type { Transaction } from './accounts.ts';
import type { Drizzle } from './db/connect.ts';
import { documentationLinks, invitations, projectMembers, users } from './db/schema.ts';
import { invites, isPart } from './parts.ts';
import type { Part } from './parts.ts';
import type { Changed } from './projects.ts';

export interface Member {
  id: string;
  name: string;
  email: string;
  part: Part;
}

const LAST_OWNER: Changed = { ok: false, fault: { field: 'part', code: 'last-owner' } };

export class Members {
  readonly #db: Drizzle;

  constructor(db: Drizzle) {
    this.#db = db;
  }

  /** Everybody of a project, owners first. The caller has asked whether this may be seen. */
  async of(projectId: string): Promise<Member[]> {
    const all = await this.#db
      .select({ id: users.id, name: users.name, email: users.email, part: projectMembers.part })
      .from(projectMembers)
      .innerJoin(users, eq(users.id, projectMembers.userId))
      .where(eq(projectMembers.projectId, projectId))
      .orderBy(asc(users.name));
    const rank: Record<Part, number> = { owner: 0, leader: 1, 'co-leader': 2, reviewer: 3 };
    return all.sort((a, b) => rank[a.part] - rank[b.part]);
  }

  /** Owners alone; and never so that nobody owns the project. Who may not invite any more has no link that is open. */
  async changePart(
    owner: string,
    projectId: string,
    member: string,
    part: string
  ): Promise<Changed | undefined> {
    if (!isPart(part)) return undefined;
    return this.#asOwner(owner, projectId, member, part !== 'owner', async (tx) => {
      await tx.update(projectMembers).set({ part }).where(membership(projectId, member));
      if (!invites(part)) await takeLinksBack(tx, projectId, member);
    });
  }

  /** Owners alone; and never the last owner. What that person did stays, but for links that are open. */
  async remove(owner: string, projectId: string, member: string): Promise<Changed | undefined> {
    return this.#asOwner(owner, projectId, member, true, async (tx) => {
      await tx.delete(projectMembers).where(membership(projectId, member));
      await takeLinksBack(tx, projectId, member);
      await shutDocumentation(tx, projectId, member);
    });
  }

  /** One at a time per project: two owners who take out each other leave one of them. */
  async #asOwner(
    owner: string,
    projectId: string,
    member: string,
    endsOwning: boolean,
    work: (tx: Transaction) => Promise<void>
  ): Promise<Changed | undefined> {
    return this.#db.transaction(async (tx) => {
      await lockMembers(tx, projectId);
      if ((await partOf(tx, projectId, owner)) !== 'owner') return undefined;
      const before = await partOf(tx, projectId, member);
      if (!before) return undefined;
      if (before === 'owner' && endsOwning && (await owners(tx, projectId)) < 2) return LAST_OWNER;
      await work(tx);
      return { ok: true };
    });
  }
}

function membership(projectId: string, userId: string) {
  return and(eq(projectMembers.projectId, projectId), eq(projectMembers.userId, userId));
}

async function takeLinksBack(tx: Transaction, projectId: string, userId: string): Promise<void> {
  await tx
    .delete(invitations)
    .where(
      and(eq(invitations.projectId, projectId), eq(invitations.invitedBy, userId), isNull(invitations.usedAt))
    );
}

/** Whoever made a link knows it, and must not read on by it. */
async function shutDocumentation(tx: Transaction, projectId: string, userId: string): Promise<void> {
  await tx
    .update(documentationLinks)
    .set({ revokedAt: text`coalesce(${documentationLinks.revokedAt}, now())` })
    .where(and(eq(documentationLinks.projectId, projectId), eq(documentationLinks.madeBy, userId)));
}

/** Until the transaction ends nobody's part in that project changes. */
export async function lockMembers(tx: Transaction, projectId: string): Promise<void> {
  await tx.execute(text`select pg_advisory_xact_lock(hashtext(${`members ${projectId}`}))`);
}

export async function partOf(tx: Transaction, projectId: string, userId: string): Promise<Part | undefined> {
  const [row] = await tx
    .select({ part: projectMembers.part })
    .from(projectMembers)
    .where(membership(projectId, userId));
  return row?.part;
}

async function owners(tx: Transaction, projectId: string): Promise<number> {
  const [row] = await tx
    .select({ owners: count() })
    .from(projectMembers)
    .where(and(eq(projectMembers.projectId, projectId), eq(projectMembers.part, 'owner')));
  return row?.owners ?? 0;
}
