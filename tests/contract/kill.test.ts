/**
 * The real server, killed in a burst at any instant and started again: what was acknowledged stands in the log once, and
 * the phones, which are the page's own meeting and outbox, go on by themselves. DEEP=1 does it 200 times.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import type { App } from '../../server/app.ts';
import { parseConfig } from '../../server/config.ts';
import type { Meeting } from '../../server/projects.ts';
import { LiveMeeting } from '../../src/lib/client/meeting.svelte.ts';
import { ROOT } from '../fixtures/database.ts';
import { lossyConnect } from '../fixtures/lossy-link.ts';
import { until } from '../fixtures/nodes.ts';
import { prepareMeeting } from '../fixtures/prepared.ts';
import type { Prepared } from '../fixtures/prepared.ts';
import { chanceOf } from '../fixtures/random.ts';
import { TestServer } from '../e2e/server.ts';

const ROUNDS = Number(process.env.KILLS) || (process.env.DEEP ? 200 : 3);
const SEED = Number(process.env.SEED) || Date.now() % 1_000_000;
const PHONES = 12;
const NOTES_EACH = 6;
const BURST_MS = 400;

const chance = chanceOf(SEED);
const fairWeather = { bad: false };
let folder: string;
let prepared: Prepared;
let server: TestServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ordvagg-kill-'));
  // Run by root, PostgreSQL gets another user, who must come through.
  chmodSync(folder, 0o755);
  prepared = await during((app) => prepareMeeting(app, PHONES));
  server = await TestServer.start({ DATA_DIR: folder });
}, 180_000);
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test(
  `R1 killed ${ROUNDS} times in a burst: nothing that was acknowledged is lost or doubled`,
  {
    timeout: 60_000 + ROUNDS * 20_000
  },
  async () => {
    const { meeting, guests, leader } = prepared;
    const sit = (view: 'leader' | 'participant', cookie: string, participant?: string) => {
      const connect = lossyConnect([server.origin], cookie, chance, fairWeather);
      const live = new LiveMeeting({ meeting: meeting.id, view, participant, connect });
      live.start();
      return live;
    };
    const console_ = sit('leader', leader.cookie);
    const phones = guests.map(({ id, cookie }) => sit('participant', cookie, id));
    const written: string[] = [];
    const figures = { acknowledgedBefore: 0, pending: 0, longestBack: 0 };
    for (let round = 1; round <= ROUNDS; round++) {
      await until(() => [console_, ...phones].every(({ status }) => status === 'live'), 'everybody is here');
      const before = written.length;
      const bursts = phones.map(async (live, index) => {
        for (let note = 0; note < NOTES_EACH; note++) {
          await wait(chance.int(BURST_MS / NOTES_EACH) * 2);
          written.push(live.submitNote('prompt-1', { text: `Runda ${round}, ${index}.${note}` }));
        }
      });
      await wait(chance.int(BURST_MS));
      await server.kill();
      const pending = phones.reduce((sum, live) => sum + live.pending.length, 0);
      figures.pending += pending;
      figures.acknowledgedBefore += written.length - before - pending;
      const killed = performance.now();
      await server.up();
      figures.longestBack = Math.max(figures.longestBack, performance.now() - killed);
      await Promise.all(bursts);
      await until(() => phones.every((live) => live.pending.length === 0), `round ${round}: all answered`);
      await until(
        () => Object.keys(console_.view.notes).length === written.length,
        `seed ${SEED}, round ${round}: the leader sees ${written.length} notes`
      );
    }
    for (const live of [console_, ...phones]) live.stop();
    await server.kill();
    await during((app) => check(app, meeting, written));
    const back = `back within ${Math.round(figures.longestBack)} ms`;
    console.log(
      `${ROUNDS} kills (seed ${SEED}): ${written.length} notes, ${figures.acknowledgedBefore} acknowledged and ` +
        `${figures.pending} on their way when it was killed; 0 lost, 0 doubled, ${back}`
    );
  }
);

async function check({ meetings }: App, { id }: Meeting, written: readonly string[]): Promise<void> {
  const events = [];
  for await (const page of meetings.log.allAfter(id, 0)) events.push(...page);
  expect(
    events.map(({ seq }) => seq),
    `seed ${SEED}`
  ).toEqual(events.map((_, index) => index + 1));
  const stored = events.flatMap((event) => (event.name === 'NoteSubmitted' ? [event.data.note] : []));
  expect([...stored].sort(), `seed ${SEED}`).toEqual([...written].sort());
}

/** The app in this process, on the same folder, while the server does not run. */
async function during<T>(work: (app: App) => Promise<T>): Promise<T> {
  const app = await createApp(parseConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' }, ROOT), ROOT);
  return work(app).finally(() => app.close());
}
