/** As whom PostgreSQL runs: it refuses to be root, so root lends it an unprivileged user. */
import { execFileSync } from 'node:child_process';

export interface Owner {
  uid: number;
  gid: number;
}

const CANDIDATES = ['ordvagg', 'postgres', 'nobody'];

/** Undefined for an ordinary user, who runs PostgreSQL as itself. */
export function findOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of CANDIDATES) {
    const owner = lookUp(name);
    if (owner) return owner;
  }
  execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'ordvagg']);
  const made = lookUp('ordvagg');
  if (!made) throw new Error('no user to run PostgreSQL as');
  return made;
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
