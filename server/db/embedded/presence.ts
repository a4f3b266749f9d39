/**
 * Who still needs the database: every process of the app holds one lock, shared, on a connection of its own. Whoever
 * gets it alone on leaving is the last, and stops PostgreSQL while holding it, so that nobody can come in meanwhile.
 */
import postgres from 'postgres';
import type { EmbeddedOptions } from './supervisor.ts';

/** Number of that lock; the one for migrations is its neighbour. */
const LEAVING = 0x0cd0a99;

export interface Presence {
  sql: postgres.Sql;
  /** Resolves when the connection is gone: that is how the death of the database is noticed. */
  lost: Promise<void>;
}

/** Rejects with a passing error where the database goes away at this very moment. */
export async function holdPresence(options: EmbeddedOptions): Promise<Presence> {
  let tellLost = () => {};
  const lost = new Promise<void>((resolve) => (tellLost = resolve));
  const sql = postgres({
    ...options,
    max: 1,
    max_lifetime: null,
    connect_timeout: 5,
    // What it asks for otherwise rejects where nobody listens if the database goes away meanwhile.
    fetch_types: false,
    connection: { application_name: 'ordvagg presence', statement_timeout: 0 },
    onclose: () => tellLost(),
    onnotice: () => {}
  });
  try {
    await sql`select pg_advisory_lock_shared(${LEAVING}::bigint)`;
    return { sql, lost };
  } catch (error) {
    await sql.end({ timeout: 0 }).catch(() => {});
    throw error;
  }
}

/** `stop` is called where nobody else is left. */
export async function leave({ sql }: Presence, stop: () => Promise<void>): Promise<void> {
  try {
    await sql`select pg_advisory_unlock_shared(${LEAVING}::bigint)`;
    const [row] = await sql<{ alone: boolean }[]>`select pg_try_advisory_lock(${LEAVING}::bigint) as alone`;
    if (row?.alone) await stop();
  } catch {
    // The database is gone already: nothing left to stop.
  } finally {
    await sql.end({ timeout: 0 }).catch(() => {});
  }
}
