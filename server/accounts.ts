/** Accounts of leaders: the one-time link that makes the first, signing in and out, changing the password. */
import { hash, verify } from '@node-rs/argon2';
import type { Cookies } from '@sveltejs/kit';
import { and, asc, count, eq, gt, isNull } from 'drizzle-orm';
import { cleanLine, lengthOf } from '../src/lib/domain/text.ts';
import type { Drizzle } from './db/connect.ts';
import { setupLinks, users } from './db/schema.ts';
import { Brake, noSoonerThan } from './limits.ts';
import { hashToken, newId, newToken } from './secrets.ts';
import { SESSION_COOKIE, SESSION_DAYS, Sessions } from './sessions.ts';

export interface User {
  id: string;
  email: string;
  name: string;
}

/** Why an account is not made or opened; the pages have a sentence for each. */
export type AccountFault =
  | 'link-used'
  | 'name-empty'
  | 'name-too-long'
  | 'email-wrong'
  | 'email-taken'
  | 'password-short'
  | 'password-long'
  | 'sign-in-wrong'
  | 'too-many-tries'
  | 'password-wrong';

export type SignIn = { ok: true; cookie: string } | { ok: false; fault: AccountFault };

export interface AccountForm {
  name: string;
  email: string;
  password: string;
}

export type Transaction = Parameters<Parameters<Drizzle['transaction']>[0]>[0];

/** What lets somebody make an account, once. */
export interface OneTimeLink {
  isOpen(): Promise<boolean>;
  /** Uses it up for that new account; false where it has been used meanwhile. */
  claim(tx: Transaction, user: string): Promise<boolean>;
}

/** OWASP's recommendation for Argon2id: 19 MiB, two passes. */
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
export const PASSWORD = { min: 10, max: 200 } as const;
const NAME_MAX = 80;
const LINK_DAYS = 7;
/** Signing in takes this long at least, in milliseconds, whether or not there is such an account. */
const ANSWER_MS = 250;

export class Accounts {
  readonly #db: Drizzle;
  readonly #sessions: Sessions;
  readonly #brake = new Brake(8, 15 * 60);
  /** Compared with where there is no account, so that both ways take alike. */
  readonly #decoy = hash(newToken(), ARGON);

  constructor(db: Drizzle) {
    this.#db = db;
    this.#sessions = new Sessions(db);
  }

  async hasLeader(): Promise<boolean> {
    const [row] = await this.#db.select({ users: count() }).from(users);
    return (row?.users ?? 0) > 0;
  }

  /** Everybody with an account, the oldest first. */
  async leaders(): Promise<User[]> {
    return this.#db
      .select({ id: users.id, email: users.email, name: users.name })
      .from(users)
      .orderBy(asc(users.createdAt));
  }

  /** A new one-time token for /setup/<token>; every unused older one ends. */
  async setupToken(): Promise<string> {
    await this.#db.delete(setupLinks).where(and(isNull(setupLinks.usedAt), isNull(setupLinks.userId)));
    return this.#link(null);
  }

  /** A one-time token that sets a new password for that account; undefined where there is none. */
  async passwordToken(email: string): Promise<string | undefined> {
    const [user] = await this.#db
      .select()
      .from(users)
      .where(eq(users.email, foldEmail(email)));
    if (!user) return undefined;
    await this.#db.delete(setupLinks).where(and(isNull(setupLinks.usedAt), eq(setupLinks.userId, user.id)));
    return this.#link(user.id);
  }

  async #link(userId: string | null): Promise<string> {
    const token = newToken();
    const expiresAt = new Date(Date.now() + LINK_DAYS * 86_400_000);
    await this.#db.insert(setupLinks).values({ tokenHash: hashToken(token), userId, expiresAt });
    return token;
  }

  async isSetupToken(token: string): Promise<boolean> {
    const found = await this.#db.select().from(setupLinks).where(usable(token));
    return found.length > 0;
  }

  /** Whose password the link sets; undefined for a link that makes a new account, and for none. */
  async accountOf(token: string): Promise<User | undefined> {
    const [user] = await this.#db
      .select({ id: users.id, email: users.email, name: users.name })
      .from(setupLinks)
      .innerJoin(users, eq(users.id, setupLinks.userId))
      .where(usable(token));
    return user;
  }

  /** Sets the password of the link's account, signs every browser out but this one. */
  async setPassword(token: string, password: string): Promise<SignIn> {
    const fault = passwordFault(password);
    if (fault) return { ok: false, fault };
    const passwordHash = await hash(password, ARGON);
    const [used] = await this.#db
      .update(setupLinks)
      .set({ usedAt: new Date() })
      .where(usable(token))
      .returning();
    if (!used?.userId) return { ok: false, fault: 'link-used' };
    await this.#db.update(users).set({ passwordHash }).where(eq(users.id, used.userId));
    await this.#sessions.endAll(used.userId);
    return { ok: true, cookie: await this.#sessions.start(used.userId) };
  }

  /** Makes the account that the link is for, and signs in. The link works once, also for two at the same time. */
  async setUp(token: string, form: AccountForm): Promise<SignIn> {
    return this.register(form, {
      isOpen: () => this.isSetupToken(token),
      claim: async (tx) => {
        const used = await tx
          .update(setupLinks)
          .set({ usedAt: new Date() })
          .where(and(usable(token), isNull(setupLinks.userId)))
          .returning();
        return used.length > 0;
      }
    });
  }

  /** Makes an account for whoever has a link that is still good, and signs in. A form that is wrong uses up no link. */
  async register(form: AccountForm, link: OneTimeLink): Promise<SignIn> {
    const name = cleanLine(form.name);
    const email = foldEmail(form.email);
    const fault = nameFault(name) ?? emailFault(email) ?? passwordFault(form.password);
    if (fault) return { ok: false, fault };
    // Before the costly part: strangers have no link.
    if (!(await link.isOpen())) return { ok: false, fault: 'link-used' };
    const passwordHash = await hash(form.password, ARGON);
    const id = newId();
    const outcome = await this.#db.transaction(async (tx) => {
      const made = await tx
        .insert(users)
        .values({ id, email, name, passwordHash })
        .onConflictDoNothing()
        .returning();
      if (made.length === 0) return 'email-taken';
      if (await link.claim(tx, id)) return undefined;
      // Somebody was faster: this account goes again.
      await tx.delete(users).where(eq(users.id, id));
      return 'link-used';
    });
    if (outcome) return { ok: false, fault: outcome };
    return { ok: true, cookie: await this.#sessions.start(id) };
  }

  async signIn(form: { email: string; password: string }, address: string): Promise<SignIn> {
    const started = performance.now();
    const email = foldEmail(form.email);
    const key = `${address} ${email}`;
    if (await this.#brake.isShut(key)) return { ok: false, fault: 'too-many-tries' };
    const [user] = await this.#db.select().from(users).where(eq(users.email, email));
    const right = await verify(
      user?.passwordHash ?? (await this.#decoy),
      form.password.slice(0, PASSWORD.max)
    );
    if (user && right) {
      await this.#brake.forget(key);
      return { ok: true, cookie: await this.#sessions.start(user.id) };
    }
    await this.#brake.failed(key);
    await noSoonerThan(ANSWER_MS, started);
    return { ok: false, fault: 'sign-in-wrong' };
  }

  async signOut(cookie: string): Promise<void> {
    await this.#sessions.end(cookie);
  }

  /** Signs this browser out. */
  async leave(cookies: Cookies, url: URL): Promise<void> {
    const cookie = cookies.get(SESSION_COOKIE);
    if (cookie) await this.signOut(cookie);
    cookies.delete(SESSION_COOKIE, { path: '/', secure: url.protocol === 'https:' });
  }

  /** Changes the password and signs every other browser out. Answers the new cookie. */
  async changePassword(user: User, form: { current: string; next: string }): Promise<SignIn> {
    if (await this.#brake.isShut(user.id)) return { ok: false, fault: 'too-many-tries' };
    const [row] = await this.#db.select().from(users).where(eq(users.id, user.id));
    if (!row || !(await verify(row.passwordHash, form.current.slice(0, PASSWORD.max)))) {
      await this.#brake.failed(user.id);
      return { ok: false, fault: 'password-wrong' };
    }
    const fault = passwordFault(form.next);
    if (fault) return { ok: false, fault };
    const passwordHash = await hash(form.next, ARGON);
    await this.#db.update(users).set({ passwordHash }).where(eq(users.id, user.id));
    await this.#sessions.endAll(user.id);
    return { ok: true, cookie: await this.#sessions.start(user.id) };
  }

  /** Opens a session without a password: for the demo's own leader alone. */
  async startSession(userId: string): Promise<string> {
    return this.#sessions.start(userId);
  }

  /** Who is signed in with that cookie value. */
  async validate(cookie: string | undefined): Promise<User | undefined> {
    if (!cookie) return undefined;
    return (await this.#sessions.validate(cookie))?.user;
  }

  /** Who asks for a page; `url` says whether the cookie may be marked secure. */
  async userOf(cookies: Cookies, url: URL): Promise<User | undefined> {
    const cookie = cookies.get(SESSION_COOKIE);
    const user = await this.validate(cookie);
    if (cookie && !user) cookies.delete(SESSION_COOKIE, { path: '/', secure: url.protocol === 'https:' });
    return user;
  }

  setCookie(cookies: Cookies, url: URL, cookie: string): void {
    const maxAge = SESSION_DAYS * 86_400;
    const secure = url.protocol === 'https:';
    cookies.set(SESSION_COOKIE, cookie, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge });
  }
}

function usable(token: string) {
  return and(
    eq(setupLinks.tokenHash, hashToken(token)),
    isNull(setupLinks.usedAt),
    gt(setupLinks.expiresAt, new Date())
  );
}

function foldEmail(email: string): string {
  return cleanLine(email).toLowerCase();
}

function nameFault(name: string): AccountFault | undefined {
  if (!name) return 'name-empty';
  return lengthOf(name) > NAME_MAX ? 'name-too-long' : undefined;
}

function emailFault(email: string): AccountFault | undefined {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && email.length <= 200 ? undefined : 'email-wrong';
}

function passwordFault(password: string): AccountFault | undefined {
  if (lengthOf(password) < PASSWORD.min) return 'password-short';
  return password.length > PASSWORD.max ? 'password-long' : undefined;
}
