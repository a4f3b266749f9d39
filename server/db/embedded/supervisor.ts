/**
 * The embedded database: a real PostgreSQL that this process starts, or joins when it already runs, watches, and stops
 * when the last process leaves. Only a connection is trusted, never the pid file: a pid may have been given away.
 */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import type { Log } from '../../log.ts';
import { DataError, folderError } from './data-error.ts';
import { findOwner } from './owner.ts';
import type { Owner } from './owner.ts';
import { findPlaces } from './places.ts';
import type { Places } from './places.ts';

/** How to connect: a Unix socket folder and no password, since only this user reaches it. */
export interface EmbeddedOptions {
  host: string;
  port: number;
  database: string;
  username: string;
}

export interface Embedded {
  options: EmbeddedOptions;
  /** The folder of the cluster, for the start-up message. */
  where: string;
  /** Leaves; the last process to leave stops PostgreSQL. */
  close(): Promise<void>;
}

const PORT = 5432;
const USER = 'ordvagg';
/** Every process of the app holds this lock shared for as long as it needs the database. */
const LEAVING = 0x0cd0a99;
const START_MS = 60_000;
const WATCH_MS = 500;
const SETTINGS = [
  'shared_buffers=32MB',
  'max_connections=60',
  'listen_addresses=',
  `port=${PORT}`,
  'log_min_error_statement=panic',
  'log_min_messages=fatal',
  'log_parameter_max_length=0',
  'log_parameter_max_length_on_error=0'
];

/** Starts or joins the database below `dataDir`. Throws a `DataError` with one sentence where that cannot be. */
export async function startEmbedded(dataDir: string, log: Log): Promise<Embedded> {
  const owner = findOwner();
  const places = await findPlaces(dataDir, owner);
  const options: EmbeddedOptions = { host: places.socket, port: PORT, database: 'postgres', username: USER };
  await ensureRunning(places, owner, options);
  const presence = await holdPresence(options);
  const watch = watchOver(presence, () => ensureRunning(places, owner, options), options, log);
  return {
    options,
    where: places.data,
    async close() {
      const last = await watch.stop();
      await leave(last, places);
    }
  };
}

/** 1. Answering? Join. 2. No cluster? Make one. 3. Start it. 4. Ask until it answers or has died. */
async function ensureRunning(
  places: Places,
  owner: Owner | undefined,
  options: EmbeddedOptions
): Promise<void> {
  const until = Date.now() + START_MS;
  for (let tries = 0; Date.now() < until; tries++) {
    if (await answers(options)) return;
    makeCluster(places, owner);
    checkVersion(places);
    forgetStalePid(places);
    const child = launch(places, owner);
    const ended = new Promise<'ended'>((resolve) => child.once('exit', () => resolve('ended')));
    while (Date.now() < until) {
      if (await answers(options)) return;
      // The loser of two starters ends at once, and joins the winner at the next round.
      if ((await Promise.race([ended, wait(20)])) === 'ended') break;
    }
    if (await answers(options)) return;
    failForGood(places, tries);
    await wait(50 * (tries + 1));
  }
  throw new DataError(
    `The database in ${places.data} did not start within a minute. Its own log is ${places.log}.`
  );
}

async function answers(options: EmbeddedOptions): Promise<boolean> {
  const sql = postgres({ ...options, max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 }).catch(() => {});
  }
}

/** initdb works in a folder of its own and is renamed into place, so that half a cluster is never found. */
function makeCluster({ data, initdb }: Places, owner: Owner | undefined): void {
  if (existsSync(join(data, 'PG_VERSION'))) return;
  if (existsSync(data)) {
    throw new DataError(
      `${data} exists but is no database. Move it away, or set DATA_DIR to another folder.`
    );
  }
  const making = `${data}.init-${process.pid}`;
  rmSync(making, { recursive: true, force: true });
  const made = spawnSync(
    initdb,
    ['-D', making, '-A', 'trust', '-U', USER, '-E', 'UTF8', '--locale=C', '--no-instructions'],
    { ...owner, cwd: '/', encoding: 'utf8' }
  );
  if (made.status !== 0) {
    rmSync(making, { recursive: true, force: true });
    const said = made.error?.message ?? made.stderr.trim();
    const cause = /No space left/i.test(said)
      ? 'ENOSPC'
      : /Permission denied/i.test(said)
        ? 'EACCES'
        : undefined;
    throw cause
      ? folderError(data, cause)
      : new DataError(`The database in ${data} could not be made: ${said}`);
  }
  try {
    renameSync(making, data);
  } catch {
    // Another process was first: its cluster stands.
    rmSync(making, { recursive: true, force: true });
  }
}

function checkVersion({ data, postgres: program }: Places): void {
  const have = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  const told = spawnSync(program, ['--version'], { encoding: 'utf8', cwd: '/' }).stdout ?? '';
  const want = /\b(\d+)[.\w]*\s*$/.exec(told.trim())?.[1];
  if (!want || have === want) return;
  const newer = Number(have) > Number(want);
  throw new DataError(
    newer
      ? `The data in ${data} was written by a newer PostgreSQL (${have}; this is ${want}). Install the newer Ordvägg, or set DATA_DIR to another folder.`
      : `The data in ${data} was written by an older PostgreSQL (${have}; this is ${want}). Restore a backup into an empty DATA_DIR.`
  );
}

/** A pid file whose process is no PostgreSQL would keep the cluster shut for ever. */
function forgetStalePid({ data }: Places): void {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!pid || !isPostgres(pid)) rmSync(file, { force: true });
}

function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const told = spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' });
  if (told.status === 0) return told.stdout.includes('postgres');
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').includes('postgres');
  } catch {
    return true;
  }
}

/** Detached: Ctrl-C goes to the whole process group, and the database must outlive the app by a moment. */
function launch(places: Places, owner: Owner | undefined) {
  const out = openSync(places.log, 'a');
  try {
    const settings = [...SETTINGS, `unix_socket_directories=${places.socket}`].flatMap((one) => ['-c', one]);
    const child = spawn(places.postgres, ['-D', places.data, ...settings], {
      ...owner,
      cwd: '/',
      detached: true,
      stdio: ['ignore', out, out]
    });
    child.on('error', () => {});
    child.unref();
    return child;
  } finally {
    closeSync(out);
  }
}

function failForGood(places: Places, tries: number): void {
  if (tries < 4) return;
  const tail = existsSync(places.log) ? readFileSync(places.log, 'utf8').slice(-4_000) : '';
  if (/No space left/i.test(tail)) {
    throw folderError(places.data, 'ENOSPC');
  }
  throw new DataError(`The database in ${places.data} does not start. Its own log is ${places.log}.`);
}

interface Presence {
  sql: postgres.Sql;
  lost: Promise<void>;
}

/** A connection of our own that says: somebody still needs the database. Its end is how we learn that it died. */
async function holdPresence(options: EmbeddedOptions): Promise<Presence> {
  let tellLost = () => {};
  const lost = new Promise<void>((resolve) => (tellLost = resolve));
  const sql = postgres({
    ...options,
    max: 1,
    max_lifetime: null,
    idle_timeout: undefined,
    connect_timeout: 5,
    onclose: () => tellLost(),
    onnotice: () => {}
  });
  await sql`select pg_advisory_lock_shared(${LEAVING}::bigint)`;
  return { sql, lost };
}

function watchOver(
  first: Presence,
  restart: () => Promise<void>,
  options: EmbeddedOptions,
  log: Log
): { stop(): Promise<postgres.Sql> } {
  let presence = first;
  let stopping = false;
  let tellStopped = () => {};
  const stopped = new Promise<void>((resolve) => (tellStopped = resolve));
  const guard = (async () => {
    while (!stopping) {
      await Promise.race([presence.lost, stopped]);
      if (stopping) return;
      log.warn('the database went away; starting it again');
      await presence.sql.end({ timeout: 0 }).catch(() => {});
      while (!stopping) {
        try {
          await restart();
          presence = await holdPresence(options);
          log.info('the database is back');
          break;
        } catch (error) {
          log.error({ code: (error as { code?: string }).code }, 'the database does not start');
          await wait(WATCH_MS);
        }
      }
    }
  })();
  return {
    async stop() {
      stopping = true;
      tellStopped();
      await guard;
      return presence.sql;
    }
  };
}

/** Whoever gets the lock alone is the last, and stops PostgreSQL while still holding it. */
async function leave(sql: postgres.Sql, { data }: Places): Promise<void> {
  try {
    await sql`select pg_advisory_unlock_shared(${LEAVING}::bigint)`;
    const [row] = await sql<{ alone: boolean }[]>`select pg_try_advisory_lock(${LEAVING}::bigint) as alone`;
    if (row?.alone) {
      const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
      if (pid && isPostgres(pid)) process.kill(pid, 'SIGINT');
      await gone(pid);
    }
  } catch {
    // The database is gone already: nothing left to stop.
  } finally {
    await sql.end({ timeout: 0 }).catch(() => {});
  }
}

async function gone(pid: number): Promise<void> {
  for (let tries = 0; tries < 250; tries++) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await wait(20);
  }
}
