/**
 * `npm run bench [-- --json] [--rounds 6]`: the real server against a bare Socket.IO relay that stores nothing, both in
 * processes of their own, in turns on the same machine. Bars are ratios; what a commit takes is measured beside them.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Socket } from 'socket.io-client';
import { createApp } from '../../server/app.ts';
import type { App } from '../../server/app.ts';
import { parseConfig } from '../../server/config.ts';
import { participantCookie } from '../../server/cookies.ts';
import { TestServer } from '../e2e/server.ts';
import { cards } from '../fixtures/events.ts';
import { newId } from '../fixtures/ids.ts';
import { prepareMeeting } from '../fixtures/prepared.ts';
import type { Guest } from '../fixtures/live-server.ts';
import type { Prepared } from '../fixtures/prepared.ts';
import { makeMeetings } from '../fixtures/project.ts';
import { burst, connectAll, percentile } from './burst.ts';
import type { Burst } from './burst.ts';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const PEOPLE = 45;
const { values: options } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, rounds: { type: 'string', default: '6' } }
});
const ROUNDS = Math.max(1, Number(options.rounds) || 6);

const folder = mkdtempSync(join(tmpdir(), 'ordvagg-bench-'));
// Run by root, PostgreSQL gets another user, who must come through.
chmodSync(folder, 0o755);
// A clone is built by the server's own starter, before anything is measured.
process.chdir(ROOT);
const figures = await measure().finally(() => rmSync(folder, { recursive: true, force: true }));
process.stdout.write(options.json ? `${JSON.stringify(figures, null, 2)}\n` : table(figures));

async function measure() {
  const app = await createApp(parseConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' }, ROOT), ROOT);
  const server = await TestServer.start({ DATA_DIR: folder });
  const relay = spawn(process.execPath, ['--import', 'tsx', 'tests/load/relay.ts'], {
    stdio: ['ignore', 'pipe', 'inherit']
  });
  try {
    const port = String(((await once(relay.stdout, 'data')) as [Buffer])[0]).trim();
    const prepared = await prepareMeeting(app, PEOPLE);
    const joins = await joinAll(server.origin, prepared);
    const ours = await connectAll(server.origin, prepared, true);
    const bare = await connectAll(`http://127.0.0.1:${port}`, prepared, false);
    const mine = none();
    const its = none();
    const commits: number[] = [];
    // The first round of each warms up and is not counted.
    for (let round = 0; round <= ROUNDS; round++) {
      const [one, other] = await inTurns(round, ours, bare);
      if (round === 0) continue;
      add(mine, one);
      add(its, other);
      commits.push(...(await timeCommits(app)));
    }
    for (const socket of [...ours, ...bare]) socket.disconnect();
    return summary(joins, mine, its, commits);
  } finally {
    relay.kill('SIGTERM');
    await app.close();
    await server.stop();
  }
}

function none(): Burst {
  return { acks: [], lasts: [] };
}

function add(to: Burst, more: Burst): void {
  to.acks.push(...more.acks);
  to.lasts.push(...more.lasts);
}

/** Now the one first, now the other. */
async function inTurns(round: number, ours: Socket[], bare: Socket[]): Promise<[Burst, Burst]> {
  await wait(300);
  if (round % 2) return [await burst(ours), await burst(bare)];
  const other = await burst(bare);
  return [await burst(ours), other];
}

/** One event a commit, on the same database, while nothing else happens. */
async function timeCommits(app: App): Promise<number[]> {
  const [leader] = await app.accounts.leaders();
  const [meeting] = await makeMeetings(app.projects, leader!);
  const times: number[] = [];
  for (const event of cards(1, 40)) {
    const started = performance.now();
    await app.meetings.log.append(meeting!.id, [event]);
    times.push(performance.now() - started);
    await wait(5);
  }
  return times;
}

/** 45 phones at once from one address: the form's POST, then the socket, as a phone does it. */
async function joinAll(origin: string, { meeting }: Prepared) {
  const started = performance.now();
  const outcomes = await Promise.allSettled(
    Array.from({ length: PEOPLE }, async (_, index): Promise<void> => {
      const response = await fetch(`${origin}/api/join`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: JSON.stringify({ code: meeting.code, name: `Namn ${index}`, organisation: 'Region Älvmark' })
      });
      if (!response.ok) throw new Error(String(response.status));
      const name = participantCookie(meeting.projectId);
      const cookie = response.headers.getSetCookie().find((one) => one.startsWith(`${name}=`))!;
      const guest: Guest = { id: newId(), token: '', cookie: cookie.split(';')[0]! };
      const [socket] = await connectAll(origin, { meeting, guests: [guest] }, true);
      socket!.disconnect();
    })
  );
  const failures = outcomes.filter(({ status }) => status === 'rejected').length;
  return { people: PEOPLE, failures, milliseconds: performance.now() - started };
}

function summary(
  joins: Awaited<ReturnType<typeof joinAll>>,
  mine: Burst,
  its: Burst,
  commits: readonly number[]
) {
  const commit = percentile(commits, 0.95);
  const line = (ours: readonly number[], relay: readonly number[], share: number, factor?: number) => {
    const [a, b] = [percentile(ours, share), percentile(relay, share)];
    const bar = factor === undefined ? undefined : factor * b + commit;
    return { ours: a, relay: b, ratio: a / b, bar, met: bar === undefined ? undefined : a <= bar };
  };
  return {
    clients: PEOPLE,
    rounds: ROUNDS,
    commitP95: commit,
    ackP50: line(mine.acks, its.acks, 0.5),
    ackP95: line(mine.acks, its.acks, 0.95, 2),
    lastP95: line(mine.lasts, its.lasts, 0.95, 1.5),
    joins: { ...joins, met: joins.failures === 0 && joins.milliseconds < 2_000 }
  };
}

type Figures = Awaited<ReturnType<typeof measure>>;

function table({ clients, rounds, commitP95, ackP50, ackP95, lastP95, joins }: Figures): string {
  const ms = (value: number | undefined) => (value === undefined ? '' : value.toFixed(1)).padStart(9);
  const met = (value: boolean | undefined) =>
    (value === undefined ? '' : value ? 'met' : 'MISSED').padStart(8);
  const row = (name: string, { ours, relay, ratio, bar, met: is }: typeof ackP50) =>
    `${name.padEnd(24)}${ms(ours)}${ms(relay)}${ratio.toFixed(2).padStart(8)}${ms(bar)}${met(is)}`;
  const spent = Math.round(joins.milliseconds);
  return [
    `${clients} clients, one note each within 2 s, ${rounds} rounds; milliseconds`,
    '',
    `${''.padEnd(24)}${'Ordvägg'.padStart(9)}${'relay'.padStart(9)}${'ratio'.padStart(8)}${'bar'.padStart(9)}`,
    row('ack p50', ackP50),
    row('ack p95', ackP95),
    row('last client p95', lastP95),
    `${'commit p95'.padEnd(24)}${ms(commitP95)}`,
    '',
    'bars: ack p95 <= 2 x relay + commit p95; last client p95 <= 1.5 x relay + commit p95',
    `${joins.people} joins at once: ${spent} ms, ${joins.failures} failures (bar: none, under 2,000 ms)${met(joins.met)}`,
    ''
  ].join('\n');
}
