/** Signed-in browsers. The only file that knows lucia, which gets no more updates: what replaces it replaces this. */
import { eq, lte } from 'drizzle-orm';
import { Lucia, TimeSpan } from 'lucia';
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import type { Drizzle } from './db/connect.ts';
import { sessions, users } from './db/schema.ts';
import { hashToken } from './secrets.ts';

export const SESSION_COOKIE = 'ordvagg_session';
export const SESSION_DAYS = 30;

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof lucia>;
    DatabaseUserAttributes: { email: string; name: string };
  }
}

export interface SignedIn {
  session: string;
  user: { id: string; email: string; name: string };
}

export class Sessions {
  readonly #lucia: ReturnType<typeof lucia>;
  readonly #db: Drizzle;

  constructor(db: Drizzle) {
    this.#db = db;
    this.#lucia = lucia(new HashedSessions(db));
  }

  /** A new session; the answer is what the cookie holds. */
  async start(userId: string): Promise<string> {
    return (await this.#lucia.createSession(userId, {})).id;
  }

  /** Who that cookie is, or undefined. Prolongs a session that is half over. */
  async validate(cookie: string): Promise<SignedIn | undefined> {
    const { session, user } = await this.#lucia.validateSession(cookie);
    return session && user ? { session: session.id, user } : undefined;
  }

  async end(cookie: string): Promise<void> {
    await this.#lucia.invalidateSession(cookie);
  }

  async endAll(userId: string): Promise<void> {
    await this.#db.delete(sessions).where(eq(sessions.userId, userId));
  }
}

function lucia(adapter: Adapter) {
  return new Lucia(adapter, {
    sessionExpiresIn: new TimeSpan(SESSION_DAYS, 'd'),
    getUserAttributes: ({ email, name }) => ({ email, name })
  });
}

/** Stores each id as its hash, so that a stolen database opens no session. Lucia itself sees the clear ids. */
class HashedSessions implements Adapter {
  readonly #db: Drizzle;

  constructor(db: Drizzle) {
    this.#db = db;
  }

  async getSessionAndUser(id: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const [row] = await this.#db
      .select()
      .from(sessions)
      .innerJoin(users, eq(sessions.userId, users.id))
      .where(eq(sessions.idHash, hashToken(id)));
    if (!row) return [null, null];
    const { email, name } = row.users;
    return [
      { id, userId: row.users.id, expiresAt: row.sessions.expiresAt, attributes: {} },
      { id: row.users.id, attributes: { email, name } }
    ];
  }

  async getUserSessions(): Promise<DatabaseSession[]> {
    // The ids in clear are nowhere: nothing that lucia could list.
    return [];
  }

  async setSession({ id, userId, expiresAt }: DatabaseSession): Promise<void> {
    await this.#db.insert(sessions).values({ idHash: hashToken(id), userId, expiresAt });
  }

  async updateSessionExpiration(id: string, expiresAt: Date): Promise<void> {
    await this.#db
      .update(sessions)
      .set({ expiresAt })
      .where(eq(sessions.idHash, hashToken(id)));
  }

  async deleteSession(id: string): Promise<void> {
    await this.#db.delete(sessions).where(eq(sessions.idHash, hashToken(id)));
  }

  async deleteUserSessions(userId: string): Promise<void> {
    await this.#db.delete(sessions).where(eq(sessions.userId, userId));
  }

  async deleteExpiredSessions(): Promise<void> {
    await this.#db.delete(sessions).where(lte(sessions.expiresAt, new Date()));
  }
}
