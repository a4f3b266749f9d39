/**
 * `npm run bench -- loop [--cards 5000] [--seconds 20] [--json] [--profile FOLDER]`: how long the real server's main thread is held
 * up in a meeting of so many cards, and how long a card takes from a phone to its place on the console. Beside it what the same
 * server does without work, and with as many quotes, which nothing lays together; and a thread that does next to nothing.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Socket } from 'socket.io-client';
import { createApp } from '../../server/app.ts';
import type { App } from '../../server/app.ts';
import { parseConfig } from '../../server/config.ts';
import type { Request } from '../../src/lib/domain/meeting/commands.ts';
import type { Meeting } from '../../server/projects.ts';
import { TestServer } from '../e2e/server.ts';
import { newId } from '../fixtures/ids.ts';
import { joinAs, signedIn } from '../fixtures/live-server.ts';
import { makeMeetings } from '../fixtures/project.ts';
import { chanceOf } from '../fixtures/random.ts';
import { percentile } from './burst.ts';
import { LIMIT_MS, Probe } from './held-up.ts';
import type { HeldUp } from './held-up.ts';
import { inventedCards } from './invented.ts';
import { Answering, Ear, Stopwatch, enter, fill, lead, send, write } from './loop-room.ts';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const PEOPLE = 45;
const ANSWERING = 10;
const PROMPT = 'prompt-1';

const { values: options } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    cards: { type: 'string', default: '5000' },
    seconds: { type: 'string', default: '20' },
    profile: { type: 'string' }
  }
});
const CARDS = Math.max(1, Number(options.cards) || 5_000);
const SECONDS = Math.max(1, Number(options.seconds) || 20);

interface Row {
  name: string;
  held: HeldUp;
  /** Milliseconds from a phone to the place. */
  placed?: number[];
  said?: string;
}

const folder = mkdtempSync(join(tmpdir(), 'ordvagg-loop-'));
// Run by root, PostgreSQL gets another user, who must come through.
chmodSync(folder, 0o755);
process.chdir(ROOT);
const rows: Row[] = [];
await measure().finally(() => rmSync(folder, { recursive: true, force: true }));
process.stdout.write(options.json ? `${JSON.stringify(rows.map(figuresOf), null, 2)}\n` : table());
process.exit();

async function measure(): Promise<void> {
  const path = join(folder, 'probe');
  const loader = `--import=${pathToFileURL(join(ROOT, 'tests/load/probe.js')).href}`;
  const env = { DATA_DIR: folder, PROBE_SOCKET: path, NODE_OPTIONS: loader, LOG_LEVEL: 'silent' };
  const app = await createApp(parseConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' }, ROOT), ROOT);
  const server = await TestServer.start(env);
  const prepared = await prepare(app);
  // Another node, gone before anything is measured: nothing shall be done twice.
  await app.close();
  try {
    await inTheRoom(server.origin, new Probe(path), prepared);
  } finally {
    await server.stop();
  }
}

type Prepared = Awaited<ReturnType<typeof prepare>>;

/** Two meetings, one with as many quotes as the other will have cards. */
async function prepare(app: App) {
  const leader = await signedIn(app);
  const [cards, quotes] = await makeMeetings(app.projects, leader.user, ['Kort', 'Citat']);
  await begin(app, cards!, leader.user.id, 'role-card');
  await begin(app, quotes!, leader.user.id, 'quote');
  const guestsOf = (meeting: Meeting, count: number) =>
    Promise.all(
      Array.from({ length: count }, (_, index) => joinAs(app, meeting, `Namn ${index}`, 'Hällby kommun'))
    );
  const guests = await guestsOf(cards!, PEOPLE);
  const speakers = await guestsOf(quotes!, 5);
  const room = (await app.meetings.room(quotes!.id))!;
  const texts = inventedCards(CARDS, 5);
  await Promise.all(
    texts.map((text, index) =>
      room.submit(
        {
          name: 'SubmitNote',
          data: { note: newId(), prompt: PROMPT, fields: { text, speaker: 'me' } },
          id: newId()
        },
        { role: 'participant', id: speakers[index % speakers.length]!.id }
      )
    )
  );
  return { leader, cards: cards!, quotes: quotes!, guests, speakers };
}

async function begin(app: App, meeting: Meeting, leader: string, kind: string): Promise<void> {
  const room = (await app.meetings.room(meeting.id))!;
  const ask = (request: Request) => room.submit({ ...request, id: newId() }, { role: 'leader', id: leader });
  await ask({ name: 'AddPrompt', data: { prompt: PROMPT, kind, title: 'Vilken roll har regionen?' } });
  await ask({ name: 'OpenPrompt', data: { prompt: PROMPT } });
}

async function inTheRoom(origin: string, probe: Probe, prepared: Prepared): Promise<void> {
  const { leader, guests, speakers } = prepared;
  const cards = { origin, meeting: prepared.cards };
  const quotes = { origin, meeting: prepared.quotes };
  const texts = inventedCards(CARDS + 60 * SECONDS)[Symbol.iterator]();
  const watch = new Stopwatch();
  const measured = async (name: string, doing: () => Promise<string | void>, timed = false) => {
    await wait(1_000);
    if (options.profile) await probe.profile('');
    await probe.figures();
    const said = await doing();
    const held = await probe.figures();
    if (options.profile)
      await probe.profile(join(options.profile, `${name.replace(/\W+/g, '-')}.cpuprofile`));
    const row: Row = { name, held, ...(said ? { said } : {}), ...(timed ? { placed: watch.taken() } : {}) };
    rows.push(row);
    process.stderr.write(`${line(row)}\n`);
  };
  const phones = await all(
    guests.map(async ({ cookie }) => (await enter(cards, 'participant', cookie)).socket)
  );
  const { socket: projector } = await enter(cards, 'wall');
  await measured('45 phones write them all', async () => {
    const began = performance.now();
    await fill(phones, PROMPT, texts, CARDS);
    return `${Math.round((performance.now() - began) / 1_000)} s`;
  });
  await allPlaced(cards, leader.cookie);
  const speaking = await all(
    speakers.map(async ({ cookie }) => (await enter(quotes, 'participant', cookie)).socket)
  );
  const { socket: desk } = await enter(quotes, 'leader', leader.cookie);
  const { socket: screen } = await enter(quotes, 'wall');
  await measured('nothing happens', () => wait(SECONDS * 500));
  await measured('quotes: five a second', () => speak(speaking, texts));
  for (const socket of [desk, screen, ...speaking]) socket.disconnect();
  let unwatch = watch.watch(projector);
  await measured('cards, no console', () => writeTimed(phones, texts, watch), true);
  unwatch();
  const { socket: console_ } = await enter(cards, 'leader', leader.cookie);
  unwatch = watch.watch(console_);
  const ear = new Ear(console_);
  await wait(5_000);
  ear.told = 0;
  await measured(
    'cards, suggestions',
    async () => {
      await writeTimed(phones, texts, watch);
      return `${ear.told} lists`;
    },
    true
  );
  await measured(
    'cards, a leader acts',
    async () => {
      const [done] = await all([lead(console_, () => ear.list, SECONDS), writeTimed(phones, texts, watch)]);
      return JSON.stringify(done);
    },
    true
  );
  unwatch();
  await measured('finding together', () => find(phones.slice(0, ANSWERING), console_));
  await measured('a console comes', () => come(cards, 'leader', leader.cookie));
  await measured('a projector comes', () => come(cards, 'wall'));
  await measured('a phone comes', () => come(cards, 'participant', guests[0]!.cookie));
  await measured('the console page', () => fetchPage(origin, cards.meeting.id, 'console', leader.cookie));
  await measured('the wall page', () => fetchPage(origin, cards.meeting.id, 'wall', leader.cookie));
  await measured('the phone page', () => fetchPage(origin, cards.meeting.id, '', guests[0]!.cookie));
  for (const socket of [console_, projector, ...phones]) socket.disconnect();
}

async function writeTimed(phones: Socket[], texts: Iterator<string>, watch: Stopwatch): Promise<void> {
  await write(phones, PROMPT, texts, SECONDS, watch);
  for (let tries = 0; watch.open > 0 && tries < 200; tries++) await wait(50);
}

async function speak(phones: readonly Socket[], texts: Iterator<string>): Promise<void> {
  for (let turn = 0; turn < SECONDS * 5; turn++) {
    const fields = { text: texts.next().value as string, speaker: 'me' };
    const data = { note: newId(), prompt: PROMPT, fields };
    void send(phones[turn % phones.length]!, { name: 'SubmitNote', data });
    await wait(200);
  }
}

async function find(phones: readonly Socket[], console_: Socket): Promise<string> {
  const answering = phones.map((phone, index) => new Answering(phone, chanceOf(index + 1)));
  await send(console_, { name: 'ClosePrompt', data: { prompt: PROMPT } });
  if (!(await send(console_, { name: 'StartFinding', data: { prompt: PROMPT } })))
    throw new Error('no finding');
  await wait(SECONDS * 1_500);
  for (const one of answering) one.stop();
  await send(console_, { name: 'EndFinding', data: { prompt: PROMPT } });
  return `${answering.reduce((sum, { given }) => sum + given, 0)} answers`;
}

async function come(door: Parameters<typeof enter>[0], view: 'leader' | 'wall' | 'participant', cookie = '') {
  const took: number[] = [];
  let size = 0;
  for (let round = 0; round < 3; round++) {
    const entered = await enter(door, view, cookie);
    took.push(entered.took);
    size = JSON.stringify(entered.state).length;
    entered.socket.disconnect();
    await wait(1_000);
  }
  return `${Math.round(size / 1_000)} kB, ${took.map((ms) => Math.round(ms)).join(' ')} ms`;
}

async function fetchPage(origin: string, meeting: string, page: string, cookie: string): Promise<string> {
  const began = performance.now();
  const response = await fetch(`${origin}/meeting/${meeting}/${page}`, { headers: { cookie } });
  const text = await response.text();
  return `${response.status}, ${Math.round(text.length / 1_000)} kB, ${Math.round(performance.now() - began)} ms`;
}

/** Waits until each card lies somewhere. */
async function allPlaced(door: Parameters<typeof enter>[0], cookie: string): Promise<void> {
  for (;;) {
    const { socket, state } = await enter(door, 'leader', cookie);
    socket.disconnect();
    const notes = Object.values(state.state.notes);
    if (notes.length >= CARDS && notes.every(({ cluster }) => cluster !== undefined)) {
      process.stderr.write(`${notes.length} cards, ${Object.keys(state.state.clusters).length} clusters\n`);
      return;
    }
    await wait(2_000);
  }
}

function all<T extends readonly unknown[] | []>(promises: T) {
  return Promise.all(promises);
}

function figuresOf({ placed, ...row }: Row) {
  return {
    ...row,
    placed: placed && {
      cards: placed.length,
      p50: percentile(placed, 0.5),
      p95: percentile(placed, 0.95),
      worst: Math.max(...placed)
    }
  };
}

function line(row: Row): string {
  const { name, held, placed, said } = figuresOf(row);
  const ms = (value: number | undefined) => (value === undefined ? '' : value.toFixed(1)).padStart(8);
  return [
    name.padEnd(26),
    ms(held.p99),
    ms(held.worst),
    ms(held.worstOwn),
    `${held.over}/${held.overOwn}`.padStart(8),
    ms(held.worstGarbage),
    ms(held.machineWorst),
    ms(held.workP50),
    ms(held.workP95),
    ms(held.workWorst),
    ms(placed?.p50),
    ms(placed?.p95),
    ms(placed?.worst),
    said ? `  ${said}` : ''
  ].join('');
}

function table(): string {
  const head = ['p99', 'worst', 'own', `>${LIMIT_MS}/own`, 'garbage', 'clock', '10 ms', 'p95', 'worst'];
  head.push('placed', 'p95', 'worst');
  return [
    `${CARDS} cards, ${PEOPLE} phones, a projector; how long the main thread is held up, milliseconds`,
    '',
    `${''.padEnd(26)}${head.map((name) => name.padStart(8)).join('')}`,
    ...rows.map(line),
    '',
    'own: the worst without what the collection of garbage, or the machine as a thread beside it saw it ("clock"), took of it',
    '10 ms: how long that thread took for work that takes 10 ms on a machine of its own; the main thread is slowed as much',
    ''
  ].join('\n');
}
