/** The files of the database: made once, whole, and only opened by the version that wrote them. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { DataError, programError } from './data-error.ts';
import type { Folder } from './folder.ts';
import { isAlive } from './postmaster.ts';

export const USER = 'ordvagg';

/** initdb works in a folder of its own that is renamed into place, so that half a cluster is never found. */
export function makeCluster({ cluster, wanted, owner }: Folder, { initdb }: Binaries): void {
  if (existsSync(join(cluster, 'PG_VERSION'))) return;
  if (existsSync(cluster)) {
    throw new DataError(`${cluster} is no database: move it away, or set DATA_DIR to another folder.`);
  }
  clearHalfMade(cluster);
  const making = `${cluster}.init-${process.pid}`;
  const options = ['-A', 'trust', '-U', USER, '-E', 'UTF8', '--locale=C', '--no-instructions'];
  const { status, stderr, error } = spawnSync(initdb, ['-D', making, ...options], {
    ...owner,
    cwd: '/',
    encoding: 'utf8'
  });
  if (status !== 0) {
    const said = error?.message ?? (stderr?.trim() || `initdb ended with ${status}`);
    const known = programError(dirname(cluster), said);
    rmSync(making, { recursive: true, force: true });
    throw known ?? new DataError(`The database in ${wanted} could not be made: ${lastLine(said)}`);
  }
  try {
    renameSync(making, cluster);
  } catch {
    // Another process was first: its cluster stands.
    rmSync(making, { recursive: true, force: true });
  }
}

/** Throws a `DataError` where another version of PostgreSQL wrote the cluster. */
export function checkVersion({ cluster, wanted }: Folder, { postgres }: Binaries): void {
  const have = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  const { stdout } = spawnSync(postgres, ['--version'], { encoding: 'utf8', cwd: '/' });
  const want = /\(PostgreSQL\) (\d+)/.exec(stdout ?? '')?.[1];
  if (!want || have === want) return;
  const by = `The data in ${wanted} was written by PostgreSQL ${have}, and this is ${want}`;
  throw new DataError(
    Number(have) > Number(want)
      ? `${by}: start the newer Ordvägg that wrote it, or set DATA_DIR to another folder.`
      : `${by}: start the older Ordvägg, make a backup, and restore it into an empty DATA_DIR.`
  );
}

/** What processes left that died while they made one. */
function clearHalfMade(cluster: string): void {
  const prefix = `${basename(cluster)}.init-`;
  for (const name of readdirSync(dirname(cluster))) {
    if (!name.startsWith(prefix) || isAlive(Number(name.slice(prefix.length)))) continue;
    rmSync(join(dirname(cluster), name), { recursive: true, force: true });
  }
}

function lastLine(text: string): string {
  return text.split('\n').filter(Boolean).at(-1) ?? text;
}
