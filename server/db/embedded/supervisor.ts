/**
 * The embedded database: a real PostgreSQL that this process starts, or joins when it already runs, watches, and stops
 * when the last process leaves. Only a connection is trusted, never the pid file: a number may have been given away.
 */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import { errorCode } from '../../log.ts';
import type { Log } from '../../log.ts';
import { isTransient } from '../transient.ts';
import { findBinaries } from './binaries.ts';
import type { Binaries } from './binaries.ts';
import { checkVersion, makeCluster, USER } from './cluster.ts';
import { DataError, programError } from './data-error.ts';
import { findFolder } from './folder.ts';
import type { Folder } from './folder.ts';
import { findOwner } from './owner.ts';
import { forgetStrangersPid, isRunning, launch, PORT, stop } from './postmaster.ts';
import { holdPresence, leave } from './presence.ts';
import type { Presence } from './presence.ts';

/** How to connect: a Unix socket folder and no password, since only PostgreSQL's user and root reach it. */
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

/** Recovery after a crash may take its time. */
const START_MS = 120_000;
const AGAIN_MS = 500;
/** A launch that ends at once may have lost to another starter, or met one that was just stopping. */
const LAUNCHES = 6;

/** Starts or joins the database below `dataDir`. Throws a `DataError` with one sentence where that cannot be. */
export async function startEmbedded(dataDir: string, log: Log): Promise<Embedded> {
  const folder = findFolder(dataDir, findOwner());
  const binaries = await findBinaries(folder.owner);
  const options = { host: folder.socket, port: PORT, database: 'postgres', username: USER };
  const enter = () => enterDatabase(folder, binaries, options);
  const watch = watchOver(await enter(), enter, log);
  return {
    options,
    where: folder.cluster,
    close: async () => leave(await watch.end(), () => stop(folder))
  };
}

/** Makes sure that it runs, and that nobody stops it under us. */
async function enterDatabase(
  folder: Folder,
  binaries: Binaries,
  options: EmbeddedOptions
): Promise<Presence> {
  for (const until = Date.now() + START_MS; ;) {
    await ensureRunning(folder, binaries, options);
    try {
      return await holdPresence(options);
    } catch (error) {
      // Its last process was just leaving.
      if (!isTransient(error) || Date.now() > until) throw error;
    }
  }
}

/** 1. Answering? Join. 2. No cluster? Make one. 3. Start it. 4. Ask until it answers or has ended; then again. */
async function ensureRunning(folder: Folder, binaries: Binaries, options: EmbeddedOptions): Promise<void> {
  const until = Date.now() + START_MS;
  for (let launches = 0; Date.now() < until;) {
    const answer = await ask(options);
    if (answer === 'up') return;
    if (answer === 'busy' || isRunning(folder)) {
      await wait(20);
      continue;
    }
    if (launches++ === LAUNCHES) throw doesNotStart(folder);
    makeCluster(folder, binaries);
    checkVersion(folder, binaries);
    forgetStrangersPid(folder);
    let over = false;
    const ended = launch(folder, binaries).ended.then(() => (over = true));
    while (!over && Date.now() < until) {
      if ((await ask(options)) === 'up') return;
      await Promise.race([ended, wait(20)]);
    }
    await wait(50 * launches);
  }
  throw new DataError(
    `The database in ${folder.wanted} did not start in time; its own log is ${folder.log}.`
  );
}

/** 'busy': PostgreSQL is there, but still starting or already stopping. */
async function ask(options: EmbeddedOptions): Promise<'up' | 'busy' | 'down'> {
  const sql = postgres({ ...options, max: 1, connect_timeout: 5, fetch_types: false, onnotice: () => {} });
  try {
    await sql`select 1`;
    return 'up';
  } catch (error) {
    return /^(57P0|53300)/.test((error as { code?: string }).code ?? '') ? 'busy' : 'down';
  } finally {
    await sql.end({ timeout: 0 }).catch(() => {});
  }
}

function doesNotStart({ wanted, cluster, log }: Folder): DataError {
  const said = readFileSync(log, 'utf8').slice(-2_000);
  return (
    programError(dirname(cluster), said) ??
    new DataError(`The database in ${wanted} does not start; its own log, ${log}, says why.`)
  );
}

/** Nobody else restarts a PostgreSQL that died; joiners watch it as well as the one who started it. */
function watchOver(first: Presence, enter: () => Promise<Presence>, log: Log): { end(): Promise<Presence> } {
  let presence = first;
  let ending = false;
  let tellEnd = () => {};
  const ended = new Promise<void>((resolve) => (tellEnd = resolve));
  const guard = (async () => {
    for (;;) {
      await Promise.race([presence.lost, ended]);
      if (ending) return;
      log.warn('the database went away and is started again');
      await presence.sql.end({ timeout: 0 }).catch(() => {});
      while (!ending) {
        try {
          presence = await enter();
          log.info('the database is back');
          break;
        } catch (error) {
          log.error({ code: errorCode(error) }, 'the database does not start');
          await Promise.race([ended, wait(AGAIN_MS)]);
        }
      }
    }
  })();
  return {
    async end() {
      ending = true;
      tellEnd();
      await guard;
      return presence;
    }
  };
}
