/** The embedded database: a real PostgreSQL that is killed, joined, starved and shut out. */
import { execFileSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Embedded } from '../../server/db/embedded/supervisor.ts';
import {
  cleanUp,
  end,
  isAlive,
  kept,
  postmaster,
  start,
  startProcess,
  temporaryFolder,
  write
} from '../fixtures/embedded.ts';

const asRoot = process.getuid?.() === 0;
const rootWritesAnywhere = asRoot;
const onlyRootMountsDisks = !mounts();
const ROUNDS = process.env.DEEP ? 200 : 8;

afterEach(cleanUp);

describe('coming and going', () => {
  test('what was written is there at the next start', async () => {
    const folder = temporaryFolder();
    await during(start(folder), (one) => write(one, 'Nav'));
    await during(start(folder), async (again) => expect(await kept(again)).toEqual(['Nav']));
  });

  test('the last to leave stops it, nobody before', async () => {
    const folder = temporaryFolder();
    const [one, two] = [await start(folder), await start(folder)];
    const pid = postmaster(one)!;
    await one.close();
    expect(isAlive(pid)).toBe(true);
    expect(await write(two, 'Brygga')).toBeUndefined();
    await two.close();
    expect(isAlive(pid)).toBe(false);
    expect(postmaster(two)).toBeUndefined();
  });

  test('six processes start at once on an empty folder: one database, and it ends with them', async () => {
    const folder = temporaryFolder();
    const all = await Promise.all(Array.from({ length: 6 }, () => startProcess(folder)));
    const pid = postmaster({ where: join(folder, 'database/cluster') })!;
    await during(start(folder), async (one) => {
      expect(postmaster(one)).toBe(pid);
      await write(one, 'Dörröppnare');
    });
    expect(readdirSync(join(folder, 'database')).filter((name) => name.includes('init-'))).toEqual([]);
    await Promise.all(all.map((child) => end(child, 'SIGTERM')));
    expect(isAlive(pid)).toBe(false);
  });

  test(`${ROUNDS} times one comes while another leaves`, { timeout: 30_000 + ROUNDS * 2_000 }, async () => {
    const folder = temporaryFolder();
    let one = await start(folder);
    for (let round = 0; round < ROUNDS; round++) {
      const [next] = await Promise.all([start(folder), one.close()]);
      await write(next, `round ${round}`);
      one = next;
    }
    expect(await kept(one)).toHaveLength(ROUNDS);
    await one.close();
  });

  test('Ctrl-C reaches the app alone, and the next start finds the database running', async () => {
    const folder = temporaryFolder();
    const child = await startProcess(folder);
    const pid = postmaster({ where: join(folder, 'database/cluster') })!;
    const over = new Promise((resolve) => child.once('exit', resolve));
    process.kill(-child.pid!, 'SIGINT');
    await over;
    await during(start(folder), async (one) => expect(postmaster(one)).toBe(pid));
  });
});

describe('accidents', () => {
  test('the app is killed: the next start joins the database that lives on', async () => {
    const folder = temporaryFolder();
    const child = await startProcess(folder);
    const pid = postmaster({ where: join(folder, 'database/cluster') })!;
    await end(child, 'SIGKILL');
    await during(start(folder), async (one) => expect(postmaster(one)).toBe(pid));
    expect(isAlive(pid)).toBe(false);
  });

  test('the database is killed: whoever started it starts it again, and nothing is lost', async () => {
    await during(start(temporaryFolder()), async (one) => {
      await write(one, 'Pådrivare');
      await killDatabase(one);
      expect(await kept(one)).toEqual(['Pådrivare']);
    });
  });

  test('the database is killed: one who only joined starts it again too', async () => {
    const folder = temporaryFolder();
    const starter = await startProcess(folder);
    await during(start(folder), async (joiner) => {
      await write(joiner, 'Mäklare');
      await end(starter, 'SIGTERM');
      await killDatabase(joiner);
      expect(await kept(joiner)).toEqual(['Mäklare']);
    });
  });

  test('the database is killed under three at once: one of them starts it, all go on', async () => {
    const folder = temporaryFolder();
    const all = [await start(folder), await start(folder), await start(folder)];
    await write(all[0]!, 'Visionär');
    for (let round = 0; round < 3; round++) {
      await killDatabase(all[0]!);
      for (const one of all) expect(await kept(one)).toEqual(['Visionär']);
    }
    const pid = postmaster(all[0]!)!;
    await Promise.all(all.map((one) => one.close()));
    expect(isAlive(pid)).toBe(false);
  });

  test('app and database are killed together', async () => {
    const folder = temporaryFolder();
    const child = await startProcess(folder);
    const where = join(folder, 'database/cluster');
    process.kill(postmaster({ where })!, 'SIGKILL');
    await end(child, 'SIGKILL');
    await during(start(folder), (one) => write(one, 'Stödjare'));
  });

  test('a pid file that names somebody else does not keep it shut', async () => {
    const folder = temporaryFolder();
    const { where } = await during(start(folder), (one) => write(one, 'Nav'));
    const file = join(where, 'postmaster.pid');
    // PostgreSQL leaves a living process of its own user alone: as root it must be one of that user.
    const stranger = await strangerOf(where);
    writeFileSync(file, `${stranger.pid}\n${where}\n1700000000\n5432\n\n\n  1234 5678\nready   \n`, {
      mode: 0o600
    });
    const { uid, gid } = statSync(where);
    chownSync(file, uid, gid);
    await during(start(folder), async (one) => expect(await kept(one)).toEqual(['Nav']));
    expect(isAlive(stranger.pid)).toBe(true);
    stranger.end();
  });

  test('an empty pid file does not keep it shut', async () => {
    const folder = temporaryFolder();
    const { where } = await during(start(folder), (one) => write(one, 'Nav'));
    const file = join(where, 'postmaster.pid');
    writeFileSync(file, '');
    utimesSync(file, new Date(0), new Date(0));
    await during(start(folder), async (one) => expect(await kept(one)).toEqual(['Nav']));
  });

  test('half a cluster of a killed start is cleared away', async () => {
    const folder = temporaryFolder();
    await during(start(folder), async () => {});
    const half = join(folder, 'database/cluster.init-4194304');
    mkdirSync(half);
    rmSync(join(folder, 'database/cluster'), { recursive: true });
    await during(start(folder), async () => {});
    expect(existsSync(half)).toBe(false);
  });
});

describe('data folders', () => {
  test.each([
    ['a newer', '99', /PostgreSQL 99.*newer Ordvägg/],
    ['an older', '9', /PostgreSQL 9,.*backup/]
  ])('one that %s PostgreSQL wrote is left alone', async (_, version, sentence) => {
    const folder = temporaryFolder();
    const { where } = await during(start(folder), async () => {});
    writeFileSync(join(where, 'PG_VERSION'), `${version}\n`);
    await expect(start(folder)).rejects.toMatchObject({
      code: 'data',
      message: expect.stringMatching(sentence)
    });
    expect(readFileSync(join(where, 'PG_VERSION'), 'utf8')).toBe(`${version}\n`);
  });

  test('a file in the way is named', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    await expectRefusal(file, /file has that name/);
    await expectRefusal(join(file, 'below'), /part of that path is a file/);
  });

  test('something else in place of the cluster is not touched', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'database/cluster/mine'), { recursive: true });
    await expectRefusal(folder, /is no database/);
    expect(existsSync(join(folder, 'database/cluster/mine'))).toBe(true);
  });

  test.skipIf(rootWritesAnywhere)('one that this user may not write is named', async () => {
    await expectRefusal(temporaryFolder(0o500), /cannot be written/);
  });

  test('a path too long for a socket gets a short one', async () => {
    const folder = join(temporaryFolder(), 'en-lång-väg-till-data/'.repeat(8));
    await during(start(folder), async (one) => {
      expect(one.options.host.length).toBeLessThan(90);
      expect(statSync(one.options.host).mode & 0o777).toBe(0o700);
      expect(one.where.startsWith(folder)).toBe(true);
      await write(one, 'Nav');
    });
  });
});

describe.runIf(asRoot)('started by root', () => {
  test('the database runs as somebody else, and the data folder stays with root', async () => {
    const folder = temporaryFolder();
    await during(start(folder), async (one) => {
      expect(statSync(`/proc/${postmaster(one)}`).uid).not.toBe(0);
      expect(statSync(folder).uid).toBe(0);
    });
  });

  test('a closed folder of our own is opened to walk through, not to read', async () => {
    const folder = temporaryFolder(0o700);
    await during(start(folder), async (one) => expect(one.where.startsWith(folder)).toBe(true));
    expect(statSync(folder).mode & 0o777).toBe(0o701);
  });

  test("below somebody's closed folder the data move, and a file says where", async () => {
    const closed = temporaryFolder(0o700);
    const folder = join(closed, 'data');
    const { where } = await during(start(folder), (one) => write(one, 'Nav'));
    expect(where).toMatch(/^\/var\/lib\/ordvagg\/data-/);
    expect(where.startsWith(readFileSync(join(folder, 'database-lies-in'), 'utf8').trim())).toBe(true);
    expect(statSync(closed).mode & 0o777).toBe(0o700);
    await during(start(folder), async (again) => expect(await kept(again)).toEqual(['Nav']));

    rmSync(folder, { recursive: true });
    const anew = await during(start(folder), async () => {});
    expect(anew.where).not.toBe(where);
    for (const one of [where, anew.where]) rmSync(dirname(dirname(one)), { recursive: true });
  });

  test.skipIf(onlyRootMountsDisks)('a full disk is named', async () => {
    const folder = temporaryFolder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder]);
    try {
      await expectRefusal(folder, /is full/);
    } finally {
      execFileSync('umount', [folder]);
    }
  });

  test.skipIf(onlyRootMountsDisks)('a read-only disk is named', async () => {
    const folder = temporaryFolder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', folder]);
    try {
      await expectRefusal(folder, /read-only disk/);
    } finally {
      execFileSync('umount', [folder]);
    }
  });
});

async function during(
  starting: Promise<Embedded>,
  work: (one: Embedded) => Promise<void>
): Promise<Embedded> {
  const one = await starting;
  try {
    await work(one);
  } finally {
    await one.close();
  }
  return one;
}

async function killDatabase(one: Embedded): Promise<void> {
  const pid = postmaster(one)!;
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
}

async function expectRefusal(folder: string, sentence: RegExp): Promise<void> {
  await expect(start(folder)).rejects.toMatchObject({
    code: 'data',
    message: expect.stringMatching(sentence)
  });
}

/** A harmless process of the user that owns the cluster. */
async function strangerOf(where: string): Promise<{ pid: number; end(): void }> {
  const { spawn } = await import('node:child_process');
  const { uid, gid } = statSync(where);
  const child = spawn('sleep', ['60'], { uid, gid, cwd: '/', stdio: 'ignore' });
  return { pid: child.pid!, end: () => child.kill() };
}

/** Some containers do not let even root mount. */
function mounts(): boolean {
  if (!asRoot) return false;
  const folder = temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
