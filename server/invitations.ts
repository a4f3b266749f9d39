/** One-time links that bring somebody into a project: made by its leaders, good for a week, taken back at any time. */
import { and, asc, count, eq, gt, isNull } from 'drizzle-orm';
import type { AccountForm, Accounts, SignIn, Transaction } from './accounts.ts';
import type { Drizzle } from './db/connect.ts';
import { invitations, projectMembers, projects, users } from './db/schema.ts';
import { lockMembers, partOf } from './members.ts';
import { invites, isInvitedPart } from './parts.ts';
import type { InvitedPart } from './parts.ts';
import type { FormFault, Projects } from './projects.ts';
import { hashToken, newId, newToken } from './secrets.ts';

/** An invitation that has not been used. The link itself is told once, to whoever made it. */
export interface Invitation {
  id: string;
  part: InvitedPart;
  expiresAt: Date;
}

/** What the invited person is shown. */
export interface Invited {
  project: { id: string; name: string };
  part: InvitedPart;
  /** The name of who invites. */
  by: string;
}

const DAYS = 7;
const MOST = 30;

export class Invitations {
  readonly #db: Drizzle;
  readonly #projects: Projects;
  readonly #accounts: Accounts;

  constructor(db: Drizzle, projects: Projects, accounts: Accounts) {
    this.#db = db;
    this.#projects = projects;
    this.#accounts = accounts;
  }

  /** The links of a project that are still good, the oldest first. The caller has asked whether this may be seen. */
  async of(projectId: string): Promise<Invitation[]> {
    return this.#db
      .select({ id: invitations.id, part: invitations.part, expiresAt: invitations.expiresAt })
      .from(invitations)
      .where(and(eq(invitations.projectId, projectId), open()))
      .orderBy(asc(invitations.createdAt));
  }

  /** A new link's token; undefined for whoever may not invite. */
  async make(
    userId: string,
    projectId: string,
    part: string
  ): Promise<
    { ok: true; id: string; token: string; part: InvitedPart } | { ok: false; fault: FormFault } | undefined
  > {
    if (!isInvitedPart(part)) return undefined;
    return this.#db.transaction(async (tx) => {
      // Whoever is taken out in this instant leaves no link.
      await lockMembers(tx, projectId);
      const own = await partOf(tx, projectId, userId);
      if (!own || !invites(own)) return undefined;
      const [row] = await tx
        .select({ links: count() })
        .from(invitations)
        .where(and(eq(invitations.projectId, projectId), open()));
      if ((row?.links ?? 0) >= MOST)
        return { ok: false, fault: { field: 'part', code: 'too-many', limit: MOST } };
      const [id, token] = [newId(), newToken()];
      const expiresAt = new Date(Date.now() + DAYS * 86_400_000);
      await tx
        .insert(invitations)
        .values({ id, tokenHash: hashToken(token), projectId, part, invitedBy: userId, expiresAt });
      return { ok: true, id, token, part };
    });
  }

  /** Ends a link, also one that is not there any more. */
  async revoke(userId: string, projectId: string, id: string): Promise<{ ok: true } | undefined> {
    if (!(await this.#mayInvite(userId, projectId))) return undefined;
    await this.#db
      .delete(invitations)
      .where(and(eq(invitations.id, id), eq(invitations.projectId, projectId), isNull(invitations.usedAt)));
    return { ok: true };
  }

  /** What a link leads to; undefined for one that is unknown, used, taken back or too old, all alike. */
  async find(token: string): Promise<Invited | undefined> {
    const [row] = await this.#db
      .select({
        project: { id: projects.id, name: projects.name },
        part: invitations.part,
        by: users.name
      })
      .from(invitations)
      .innerJoin(projects, eq(projects.id, invitations.projectId))
      .innerJoin(users, eq(users.id, invitations.invitedBy))
      .where(usable(token));
    return row;
  }

  /** Somebody with an account joins. Who is in the project already keeps the own part, and the link stays good. */
  async accept(userId: string, token: string): Promise<'joined' | 'member' | 'gone'> {
    const invited = await this.find(token);
    if (!invited) return 'gone';
    if (await this.#projects.read(userId, invited.project.id)) return 'member';
    const joined = await this.#db.transaction((tx) => use(tx, token, userId));
    return joined ? 'joined' : 'gone';
  }

  /** Somebody without an account makes one, joins, and is signed in. */
  async register(token: string, form: AccountForm): Promise<SignIn> {
    return this.#accounts.register(form, {
      isOpen: async () => (await this.find(token)) !== undefined,
      claim: (tx, user) => use(tx, token, user)
    });
  }

  async #mayInvite(userId: string, projectId: string): Promise<boolean> {
    const view = await this.#projects.read(userId, projectId);
    return view !== undefined && invites(view.part);
  }
}

/** Uses the link up for that person: of two at the same time one gets in. */
async function use(tx: Transaction, token: string, userId: string): Promise<boolean> {
  const [used] = await tx.update(invitations).set({ usedAt: new Date() }).where(usable(token)).returning();
  if (!used) return false;
  await tx
    .insert(projectMembers)
    .values({ projectId: used.projectId, userId, part: used.part })
    .onConflictDoNothing();
  return true;
}

function open() {
  return and(isNull(invitations.usedAt), gt(invitations.expiresAt, new Date()));
}

function usable(token: string) {
  return and(eq(invitations.tokenHash, hashToken(token)), open());
}
