/** As whom PostgreSQL runs: it refuses to be root, so root lends it an unprivileged user. */
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DataError } from './data-error.ts';

export interface Owner {
  uid: number;
  gid: number;
}

/** Undefined for an ordinary user, who runs PostgreSQL as itself. */
export function findOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const found = lookUp('ordvagg') ?? lookUp('postgres') ?? makeUser() ?? lookUp('nobody');
  if (found) return found;
  throw new DataError(
    'PostgreSQL refuses to run as root and no other user could be made: start as an ordinary user, or set DATABASE_URL.'
  );
}

/** Whether a user without privileges gets to that path, and may run it or look into it. */
export function reaches({ uid }: Owner, path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    const found = statSync(at);
    const needed = found.uid === uid ? 0o100 : 0o001;
    if ((found.mode & needed) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function makeUser(): Owner | undefined {
  try {
    const options = ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin'];
    execFileSync('useradd', [...options, 'ordvagg'], { stdio: 'ignore' });
  } catch {
    // Another process has made it, or this system has no useradd.
  }
  return lookUp('ordvagg');
}

function lookUp(name: string): Owner | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}
