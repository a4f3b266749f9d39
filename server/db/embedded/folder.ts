/**
 * Where the database lies: `database/` below the data folder, the only thing that is given to PostgreSQL's user. Below
 * a closed folder such as /root that user would not get through: then under /var/lib/ordvagg, and a file says so.
 */
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { DataError, inFolder } from './data-error.ts';
import { reaches } from './owner.ts';
import type { Owner } from './owner.ts';

/** For what PostgreSQL's user cannot reach elsewhere. */
export const FALLBACK = '/var/lib/ordvagg';
const DATABASE = 'database';
const ELSEWHERE = 'database-lies-in';
/** `sockaddr_un` holds 107 characters; PostgreSQL puts "/.s.PGSQL.5432" and, for its lock, ".lock" behind. */
const MAX_SOCKET_FOLDER = 107 - '/.s.PGSQL.5432.lock'.length;

export interface Folder {
  /** What DATA_DIR names. */
  wanted: string;
  /** The cluster itself. */
  cluster: string;
  /** Folder of the Unix socket. */
  socket: string;
  /** PostgreSQL's own log. */
  log: string;
  /** As whom PostgreSQL runs; undefined: as ourselves. */
  owner?: Owner;
}

/** Finds or makes every place. Throws a `DataError` where the data folder cannot be used. */
export function findFolder(dataDir: string, lent: Owner | undefined): Folder {
  const wanted = resolve(dataDir);
  inFolder(wanted, () => mkdirSync(wanted, { recursive: true }));
  const base = lent ? inFolder(wanted, () => within(wanted, lent)) : wanted;
  const database = join(base, DATABASE);
  const owner = lent && (ownerOf(database) ?? lent);
  ownFolder(database, owner);
  return {
    wanted,
    cluster: join(database, 'cluster'),
    socket: socketFolder(database, owner),
    log: join(database, 'postgres.log'),
    owner
  };
}

/** The data folder itself, opened where that is ours to do, or one under /var/lib/ordvagg that it points to. */
function within(wanted: string, owner: Owner): string {
  letThrough(wanted, owner);
  if (reaches(owner, wanted)) return wanted;
  const pointer = join(wanted, ELSEWHERE);
  // A name of its own: a data folder that was removed and made anew must not find the old data.
  const fresh = join(FALLBACK, `data-${randomBytes(6).toString('hex')}`);
  try {
    writeFileSync(pointer, `${fresh}\n`, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const place = readFileSync(pointer, 'utf8').trim();
  mkdirSync(place, { recursive: true, mode: 0o755 });
  return place;
}

/** A folder that holds nothing but our data may be walked through; somebody's home may not. */
function letThrough(wanted: string, owner: Owner): void {
  const { mode, uid } = statSync(wanted);
  const ours = readdirSync(wanted).every((name) => name === DATABASE);
  if (uid === owner.uid || !ours || wanted === homedir()) return;
  if ((mode & 0o001) === 0) chmodSync(wanted, mode | 0o001);
}

/** Who has made the database before: an ordinary user's data stay theirs when root starts the server once. */
function ownerOf(database: string): Owner | undefined {
  const found = statSync(database, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

function socketFolder(database: string, owner: Owner | undefined): string {
  const beside = join(database, 'socket');
  if (beside.length <= MAX_SOCKET_FOLDER) return ownFolder(beside, owner);
  const name = createHash('sha256').update(database).digest('hex').slice(0, 12);
  return ownFolder(join('/tmp', `ordvagg-${owner?.uid ?? process.getuid?.() ?? 0}-${name}`), owner);
}

function ownFolder(path: string, owner: Owner | undefined): string {
  return inFolder(path, () => {
    makeFolder(path);
    if (owner && statSync(path).uid === 0) chownSync(path, owner.uid, owner.gid);
    // A folder in /tmp could have been laid out by somebody else.
    if (statSync(path).uid !== (owner?.uid ?? process.getuid?.())) {
      throw new DataError(
        `The folder ${path} belongs to another user: start as that user, or set DATA_DIR to another folder.`
      );
    }
    return path;
  });
}

/** Not `recursive`: that would tell of a read-only disk as of a missing folder. Another process may be first. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
