/** Connections to PostgreSQL, embedded or external: one client for drizzle, one raw for the log and LISTEN. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { DataError } from './embedded/data-error.ts';
import * as schema from './schema.ts';
import { withoutLateRollback } from './transactions.ts';
import { retry } from './transient.ts';

export type Drizzle = PostgresJsDatabase<typeof schema>;

export interface Database {
  /** For the tables of people and access. */
  db: Drizzle;
  /** For the event log: drizzle changes the client that it is given, so this one is never shown to it. */
  sql: postgres.Sql;
  /** Does it answer within a second? */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

export type ConnectionOptions = string | { host: string; port: number; database: string; username: string };

/** No statement may hang for longer than this, in milliseconds: a phone gives up after four seconds. */
const STATEMENT_TIMEOUT = 3_000;
const READY_MS = 1_000;
/** Seconds between tries to connect. postgres.js would let twenty pass: a meeting does not wait so long for a database that is back. */
const LONGEST_BACKOFF = 0.5;
/** How long a database that is just being started is waited for, in milliseconds. */
const MIGRATE_MS = 5_000;
/** Serialises migrations of several processes that start at once. */
const MIGRATING = 0x0cd0a98;

/** Connects, and migrates first. `root` is the folder that holds `drizzle/`. */
export async function connect(options: ConnectionOptions, root: string): Promise<Database> {
  await retry(MIGRATE_MS, () => migrateOnce(options, root));
  const forDrizzle = client(options, { max: 5 });
  const sql = client(options, { max: 5 });
  return {
    db: drizzle(forDrizzle, { schema }),
    sql,
    ready: () =>
      within(
        READY_MS,
        sql`select 1`.then(() => true)
      ).catch(() => false),
    close: async () => {
      await Promise.all([forDrizzle.end({ timeout: 2 }), sql.end({ timeout: 2 })]);
    }
  };
}

/** Rejects with `code: 'timeout'` when the promise takes longer: postgres.js itself would wait for a stalled server. */
export async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('timeout'), { code: 'timeout' })), milliseconds);
  });
  // The loser of the race may still fail later; that is nobody's news.
  promise.catch(() => {});
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

async function migrateOnce(options: ConnectionOptions, root: string): Promise<void> {
  const migrationsFolder = join(root, 'drizzle');
  if (!existsSync(join(migrationsFolder, 'meta', '_journal.json')))
    throw new Error(`no migrations in ${migrationsFolder}`);
  const sql = client(options, { max: 1, statement_timeout: 0 });
  try {
    await sql`select pg_advisory_lock(${MIGRATING}::bigint)`;
    await migrate(drizzle(sql), { migrationsFolder });
    await refuseNewer(sql, migrationsFolder);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** Tables that a newer Ordvägg has changed are not ours to write. */
async function refuseNewer(sql: postgres.Sql, migrationsFolder: string): Promise<void> {
  const journal = readFileSync(join(migrationsFolder, 'meta', '_journal.json'), 'utf8');
  const { entries } = JSON.parse(journal) as { entries: { when: number }[] };
  const known = Math.max(0, ...entries.map(({ when }) => when));
  const [row] = await sql<{ latest: string | null }[]>`
    select max(created_at) as latest from drizzle.__drizzle_migrations`;
  if (Number(row?.latest ?? 0) <= known) return;
  throw new DataError(
    'The database was written by a newer Ordvägg: start that one, or use another database (DATA_DIR or DATABASE_URL).'
  );
}

function client(
  options: ConnectionOptions,
  { max, statement_timeout = STATEMENT_TIMEOUT }: { max: number; statement_timeout?: number }
) {
  const settings = {
    max,
    connect_timeout: 5,
    // Arrays are written by array.ts.
    fetch_types: false,
    backoff: (retries: number) => Math.min(3 ** retries / 100, LONGEST_BACKOFF),
    onnotice: () => {},
    connection: { statement_timeout, application_name: 'ordvagg' }
  };
  if (typeof options !== 'string') return withoutLateRollback(postgres({ ...options, ...settings }));
  // ?host=/run/postgresql names a Unix socket, as elsewhere; postgres.js would send it to the server as a setting.
  const url = new URL(options);
  const host = url.searchParams.get('host') ?? undefined;
  url.searchParams.delete('host');
  return withoutLateRollback(postgres(url.href, { ...settings, host }));
}
