/** Connections and migrations on a real PostgreSQL. */
import { sql as text } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connect } from '../../server/db/connect.ts';
import { projects } from '../../server/db/schema.ts';
import { retry } from '../../server/db/transient.ts';
import { cutWay } from '../fixtures/cutting.ts';
import { freshDatabase, ROOT } from '../fixtures/database.ts';
import type { FreshDatabase } from '../fixtures/database.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

test('a fresh database is migrated', async () => {
  const { sql, close } = await connect(fresh.url, ROOT);
  const rows = await sql<{ name: string }[]>`select table_name as name from information_schema.tables`;
  expect(rows.map(({ name }) => name)).toContain('meeting_events');
  await close();
});

test('several processes may migrate at once', async () => {
  const empty = await freshDatabase();
  const one = await connect(empty.url, ROOT);
  await one.sql`drop schema public cascade`;
  await one.sql`drop schema drizzle cascade`;
  await one.sql`create schema public`;
  const all = await Promise.all(Array.from({ length: 5 }, () => connect(empty.url, ROOT)));
  const [row] = await one.sql<
    { count: number }[]
  >`select count(*)::int as count from drizzle.__drizzle_migrations`;
  expect(row?.count).toBeGreaterThan(0);
  await Promise.all([one, ...all].map((database) => database.close()));
  await empty.drop();
});

test('a database may be given by its parts too', async () => {
  const { sql, close } = await connect({ ...inject('database'), database: fresh.name }, ROOT);
  expect(await sql`select current_database() as name`).toMatchObject([{ name: fresh.name }]);
  await close();
});

test('it is not ready once it is closed', async () => {
  const database = await connect(fresh.url, ROOT);
  expect(await database.ready()).toBe(true);
  await database.close();
  expect(await database.ready()).toBe(false);
});

test('wherever a new connection is cut, its queries reject and nothing else does', async () => {
  const unobserved: unknown[] = [];
  const observe = (error: unknown) => void unobserved.push(error);
  process.on('unhandledRejection', observe);
  const way = await cutWay(fresh.name);
  const database = await connect(way.options, ROOT);
  try {
    for (way.cutAfter = 0; way.cutAfter < 4; way.cutAfter++) {
      await Promise.allSettled(Array.from({ length: 10 }, () => database.sql`select ${'1'}::int`));
      await Promise.allSettled(Array.from({ length: 10 }, () => database.db.select().from(projects)));
    }
    way.cutAfter = undefined;
    await expect.poll(() => database.ready(), { timeout: 20_000 }).toBe(true);
  } finally {
    await database.close();
    await way.close();
    process.off('unhandledRejection', observe);
  }
  expect(unobserved).toEqual([]);
});

test('a transaction that loses its connection rejects, and the next ones go on', async () => {
  const uncaught: unknown[] = [];
  const catchIt = (error: unknown) => void uncaught.push(error);
  process.on('uncaughtException', catchIt);
  const { db, sql, close } = await connect(fresh.url, ROOT);
  try {
    for (let round = 0; round < 7; round++) {
      let told = (_pid: number) => {};
      const pid = new Promise<number>((resolve) => (told = resolve));
      const lost = db.transaction(async (tx) => {
        const [row] = await tx.execute<{ pid: number }>(text`select pg_backend_pid() as pid`);
        told(row!.pid);
        await tx.execute(text`select pg_sleep(2)`);
      });
      const outcome = lost.then(
        () => 'stored',
        (error: { code?: string }) => error.code
      );
      await sql`select pg_terminate_backend(${await pid})`;
      expect(await outcome).toMatch(/CONNECTION_CLOSED|ECONNRESET/);
      // postgres.js may still tell the next query what the old connection was told.
      const next = retry(2_000, () => db.transaction((tx) => tx.execute(text`select 1 as one`)));
      expect(await next).toMatchObject([{ one: 1 }]);
    }
    // What fails for another reason is rolled back, and its connection is free again.
    for (let round = 0; round < 7; round++) {
      const failing = db.transaction((tx) => tx.execute(text`select 1 / 0`));
      await expect(failing).rejects.toMatchObject({ cause: { code: '22012' } });
    }
    expect(await db.select().from(projects)).toEqual([]);
  } finally {
    await close();
    process.off('uncaughtException', catchIt);
  }
  expect(uncaught).toEqual([]);
});
