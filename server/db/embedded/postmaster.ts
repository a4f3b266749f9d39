/** PostgreSQL's main process: started, told from a stranger with its old number, and stopped. */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { inFolder } from './data-error.ts';
import type { Folder } from './folder.ts';

export const PORT = 5432;

/** What people wrote must never stand in PostgreSQL's log: no statements, no parameters. */
const SETTINGS = [
  'listen_addresses=',
  `port=${PORT}`,
  'shared_buffers=32MB',
  'max_connections=60',
  'log_min_error_statement=panic',
  'log_min_messages=fatal',
  'log_parameter_max_length=0',
  'log_parameter_max_length_on_error=0'
];
/** A fast shutdown writes a checkpoint. */
const STOP_MS = 30_000;
/** PostgreSQL makes its pid file empty and fills it at once. */
const FILLED_MS = 2_000;
/** Above every limit on process numbers. */
const NOBODY = '2147483647';

export interface Launched {
  /** Resolves when the process is over: at once for the loser of two starters. */
  ended: Promise<void>;
}

/** Detached: Ctrl-C goes to the whole process group, and the database must outlive the app by a moment. */
export function launch({ cluster, socket, log, owner }: Folder, { postgres }: Binaries): Launched {
  const out = inFolder(cluster, () => openSync(log, 'a'));
  try {
    const settings = [...SETTINGS, `unix_socket_directories=${socket}`].flatMap((one) => ['-c', one]);
    const child = spawn(postgres, ['-D', cluster, ...settings], {
      ...owner,
      cwd: '/',
      detached: true,
      stdio: ['ignore', out, out]
    });
    child.unref();
    return {
      ended: new Promise((resolve) => {
        child.once('error', () => resolve());
        child.once('exit', () => resolve());
      })
    };
  } finally {
    closeSync(out);
  }
}

/**
 * A pid file that names somebody else's process, or nothing, would keep the cluster shut for ever; so would one whose
 * process is dead but never collected, as in a container whose first process does not care. The number is made one that
 * nobody has, and the rest stays: PostgreSQL looks through it for children of the dead that still write.
 */
export function forgetStrangersPid(folder: Folder): void {
  const file = pidFile(folder);
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return;
  const pid = readPid(file);
  if (pid === undefined) {
    if (Date.now() - found.mtimeMs > FILLED_MS) rmSync(file, { force: true });
  } else if (isAlive(pid) && !isPostmasterOf(folder, pid)) {
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, NOBODY));
  }
  const lock = join(folder.socket, `.s.PGSQL.${PORT}.lock`);
  const holder = readPid(lock);
  if (holder !== undefined && isAlive(holder) && !isPostmasterOf(folder, holder))
    rmSync(lock, { force: true });
}

/** Whether that cluster's PostgreSQL runs, as far as its pid file tells. */
export function isRunning(folder: Folder): boolean {
  const pid = readPid(pidFile(folder));
  return pid !== undefined && isAlive(pid) && isPostmasterOf(folder, pid);
}

/** Throws everybody out, writes what is open, and waits until the process is over. */
export async function stop(folder: Folder): Promise<void> {
  const pid = readPid(pidFile(folder));
  if (pid === undefined || !isPostmasterOf(folder, pid)) return;
  process.kill(pid, 'SIGINT');
  for (const until = Date.now() + STOP_MS; isAlive(pid) && Date.now() < until;) await wait(10);
}

export function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function pidFile({ cluster }: Folder): string {
  return join(cluster, 'postmaster.pid');
}

function readPid(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** By its command line, which names the cluster: the number may have gone to another PostgreSQL too. */
function isPostmasterOf({ cluster }: Folder, pid: number): boolean {
  const command = commandLine(pid);
  // Hidden from us: then rather believe it.
  return command === undefined || (command.includes('postgres') && command.includes(cluster));
}

function commandLine(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    const { status, stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return status === 0 ? stdout : undefined;
  }
}
