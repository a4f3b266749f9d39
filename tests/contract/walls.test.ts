/** The wall as the server lays it, on the real app: worker, room, database and sockets. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Meeting } from '../../server/projects.ts';
import type { Room } from '../../server/room.ts';
import { faultsOf } from '../../src/lib/domain/wall/layout/report.ts';
import type { WallPicture } from '../../src/lib/domain/wall/picture.ts';
import { startWorker } from '../../server/thread/start.ts';
import { Thread, ThreadError } from '../../server/thread/thread.ts';
import { WallStore } from '../../server/walls/wall-store.ts';
import { WallTeller } from '../../server/walls/wall-teller.ts';
import { Walls } from '../../server/walls/walls.ts';
import type { WallInput, WallLayout } from '../../src/lib/domain/wall/layout/wall-layout.ts';
import { freshDatabase, ROOT } from '../fixtures/database.ts';
import type { FreshDatabase } from '../fixtures/database.ts';
import { newId } from '../fixtures/ids.ts';
import { Line } from '../fixtures/line.ts';
import type { LineOptions } from '../fixtures/line.ts';
import { joinAs, startLiveServer } from '../fixtures/live-server.ts';
import type { Guest, LiveServer } from '../fixtures/live-server.ts';
import { silent, startNode, until } from '../fixtures/nodes.ts';

/** Language finds nothing in common among these. */
const WORDS = ['Spindel', 'Motor', 'Karta', 'Gitarr', 'Moln', 'Finansiär', 'Nyckel'];
const PROMPT = { prompt: 'prompt-1' };
let database: FreshDatabase;
let server: LiveServer;
let meeting: Meeting;
let room: Room;
let leader: Line;
let berit: Guest;
let phone: Line;
const lines: Line[] = [];
const servers: LiveServer[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  server = await startLiveServer({ DATABASE_URL: database.url });
});
afterAll(async () => {
  await server.close();
  await database.drop();
});
beforeEach(async () => {
  meeting = await server.makeMeeting();
  room = (await server.app.meetings.room(meeting.id))!;
  leader = await line({ view: 'leader', cookie: server.leader.cookie });
  await leader.send({ name: 'OpenMeeting', data: {} });
  berit = await server.join(meeting, 'Berit');
  phone = await line({ view: 'participant', cookie: berit.cookie });
});
afterEach(async () => {
  for (const one of lines.splice(0)) one.close();
  for (const one of servers.splice(0)) await one.close();
});

async function line(options: Partial<LineOptions>, at = server): Promise<Line> {
  const made = new Line(at.origin, { meeting: meeting.id, view: 'participant', ...options });
  lines.push(made);
  await made.first();
  return made;
}
const projector = (at = server) => line({ view: 'wall', key: meeting.wallKey }, at);

async function open(settings: object = {}): Promise<void> {
  await leader.send({
    name: 'AddPrompt',
    data: { ...PROMPT, kind: 'role-card', title: 'Vem är du?', ...settings }
  });
  await leader.send({ name: 'OpenPrompt', data: PROMPT });
}

async function write(...texts: string[]): Promise<string[]> {
  const notes: string[] = [];
  for (const text of texts) {
    const note = newId();
    notes.push(note);
    const data = { note, ...PROMPT, fields: { text } };
    // A phone writes no faster than it may.
    while (!(await phone.send({ name: 'SubmitNote', data })).ok) await new Promise((r) => setTimeout(r, 100));
  }
  return notes;
}

/** The picture that this line holds now. */
function picture(from: Line): WallPicture | null | undefined {
  const told = from.heard.filter((one) => one.name === 'wall').at(-1);
  return told?.message.picture;
}
const texts = (one: WallPicture | null | undefined) =>
  one?.layout.words.map((word) => textOf(one, word.id)).sort();
const textOf = (one: WallPicture, id: string) => one.words.find((word) => word.id === id)?.text;
const shows = (from: Line, expected: readonly string[]) =>
  from.until(() => JSON.stringify(texts(picture(from))) === JSON.stringify([...expected].sort()));

test('everybody who may see it sees the same picture, also who comes later, after a restart, and on another node', async () => {
  await open();
  const wall = await projector();
  await write(...WORDS, 'spindel');
  await shows(wall, WORDS);
  await wall.until(() => picture(wall)?.words[0]?.count === 2);
  const seen = picture(wall)!;
  expect(faultsOf(seen.layout, seen.words)).toEqual({ dropped: 0, overlaps: 0, outOfBounds: 0 });
  expect(seen.layout.centre?.lines.map(({ text }) => text)).toEqual(['Vem är du?']);
  await leader.until(() => picture(leader)?.version === seen.version);
  expect(picture(leader)).toEqual(seen);
  const late = await projector();
  await shows(late, WORDS);
  expect(picture(late)).toEqual(seen);
  expect(phone.heard.filter(({ name }) => name === 'wall')).toEqual([]);

  const other = await startLiveServer({ DATABASE_URL: database.url });
  servers.push(other);
  const elsewhere = await projector(other);
  await shows(elsewhere, WORDS);
  expect(picture(elsewhere)).toEqual(seen);
  // It follows what the first one lays, and goes on where that one ends.
  await write('Lobbyist');
  await shows(elsewhere, [...WORDS, 'Lobbyist']);
  await shows(wall, [...WORDS, 'Lobbyist']);
  await until(() => picture(wall)?.version === picture(elsewhere)?.version, 'the same version');
  expect(picture(elsewhere)).toEqual(picture(wall));
});

test('one card more moves nobody, and a word keeps its place when the machine has read it', async () => {
  await open();
  const wall = await projector();
  await write(...WORDS);
  await shows(wall, WORDS);
  const before = picture(wall)!;
  await write('Lobbyist');
  await shows(wall, [...WORDS, 'Lobbyist']);
  const at = (one: WallPicture, text: string) => {
    const word = one.layout.words.find(({ id }) => textOf(one, id) === text)!;
    return [word.x + word.width / 2, word.y + word.height / 2];
  };
  const after = picture(wall)!;
  const moved = WORDS.map((text) => Math.hypot(...at(after, text).map((v, i) => v - at(before, text)[i]!)));
  expect(Math.max(...moved)).toBeLessThan(60.5);
  expect(moved.filter((far) => far < 0.5).length).toBeGreaterThan(WORDS.length / 2);
});

test('R62 R63 a concealed wall is the leader’s alone until it is revealed, and after it is concealed again', async () => {
  await open({ hidden: true });
  const wall = await projector();
  const review = await line({ view: 'review', cookie: server.leader.cookie });
  await write('Nav', 'Motor');
  await shows(leader, ['Motor', 'Nav']);
  expect([wall, review].map((one) => one.heard.some(({ name }) => name === 'wall'))).toEqual([false, false]);
  await leader.send({ name: 'RevealNotes', data: PROMPT });
  await shows(wall, ['Motor', 'Nav']);
  await shows(review, ['Motor', 'Nav']);
  await leader.send({ name: 'ConcealNotes', data: PROMPT });
  await wall.until(() => picture(wall) === null);
  await review.until(() => picture(review) === null);
  expect(texts(picture(leader))).toEqual(['Motor', 'Nav']);
  await leader.send({ name: 'ClosePrompt', data: PROMPT });
  await shows(review, ['Motor', 'Nav']);
  expect(picture(wall)).toBeNull();
});

test('R41 what is hidden or withdrawn is on no picture that is told afterwards', async () => {
  await open();
  const wall = await projector();
  const [first, second] = await write('Nav', 'Motor', 'Karta');
  await shows(wall, ['Karta', 'Motor', 'Nav']);
  await leader.send({ name: 'HideNote', data: { note: first } });
  const late = await projector();
  await shows(late, ['Karta', 'Motor']);
  expect(late.bytes).not.toContain('Nav');
  await phone.send({ name: 'WithdrawNote', data: { note: second } });
  await shows(wall, ['Karta']);
  await shows(leader, ['Karta']);
});

test('R43 R44 a locked wall stands as it is; fewer words may stand, and none is lost', async () => {
  await open();
  const wall = await projector();
  await write('Gitarr', 'Gitarr', 'Moln', 'Motor', 'Karta');
  await shows(wall, ['Karta', 'Motor', 'Moln', 'Gitarr']);
  await wall.until(() => picture(wall)?.words[0]?.count === 2);
  // The machine has read them all: nothing is on its way.
  await wall.until(() => picture(wall)!.words.every(({ id }) => room.state.clusters[id]));
  const before = picture(wall)!;
  await leader.send({ name: 'SetWall', data: { ...PROMPT, locked: true } });
  await write('Nyckel', 'Moln');
  await wall.until(() => picture(wall)?.words.length === 5);
  expect(picture(wall)!.layout).toEqual(before.layout);
  await leader.send({ name: 'SetWall', data: { ...PROMPT, locked: false } });
  await shows(wall, ['Karta', 'Motor', 'Moln', 'Gitarr', 'Nyckel']);
  await leader.send({ name: 'SetWall', data: { ...PROMPT, shown: 2 } });
  await shows(wall, ['Moln', 'Gitarr']);
  expect(
    picture(wall)!
      .words.map(({ text }) => text)
      .sort()
  ).toEqual(['Karta', 'Motor', 'Moln', 'Gitarr', 'Nyckel'].sort());
  await leader.send({ name: 'SetWall', data: { ...PROMPT, shown: 0, face: 'patrick-hand' } });
  await shows(wall, ['Karta', 'Motor', 'Moln', 'Gitarr', 'Nyckel']);
  expect(picture(wall)!.face).toBe('patrick-hand');
  const { version } = picture(wall)!;
  expect(await leader.send({ name: 'TidyWall', data: PROMPT })).toMatchObject({ ok: true });
  await wall.until(() => picture(wall)!.version > version);
  await shows(wall, ['Karta', 'Motor', 'Moln', 'Gitarr', 'Nyckel']);
});

test('two nodes that write at once come to one picture with every word', async () => {
  await open();
  const other = await startLiveServer({ DATABASE_URL: database.url });
  servers.push(other);
  const guest = await joinAs(other.app, meeting, 'Måns', '');
  const there = await line({ view: 'participant', cookie: guest.cookie }, other);
  const [wall, elsewhere] = [await projector(), await projector(other)];
  const theirs = ['Katalysator', 'Förebild', 'Lobbyist', 'Tolk', 'Bro', 'Lupp'];
  const writing = theirs.map((text) =>
    there.send({ name: 'SubmitNote', data: { note: newId(), ...PROMPT, fields: { text } } })
  );
  await Promise.all([write(...WORDS), ...writing]);
  await shows(wall, [...WORDS, ...theirs]);
  await shows(elsewhere, [...WORDS, ...theirs]);
  await until(() => picture(wall)?.version === picture(elsewhere)?.version, 'the same version');
  expect(picture(elsewhere)).toEqual(picture(wall));
});

test('a page is rendered with the walls that it may show', async () => {
  await open({ hidden: true });
  await write('Moln');
  await shows(leader, ['Moln']);
  expect(await server.app.wallsOf(meeting, 'wall')).toEqual([]);
  expect(await server.app.wallsOf(meeting, 'participant')).toEqual([]);
  const [message] = await server.app.wallsOf(meeting, 'leader');
  expect(message).toEqual({ prompt: 'prompt-1', picture: picture(leader) });
  expect(room.state.prompts['prompt-1']?.notes.length).toBe(1);
});

test('a wall that could not be laid is laid later, and what stood stands until then', async () => {
  await open();
  await write('Moln');
  await shows(leader, ['Moln']);
  // The same meeting on a node whose worker fails three times.
  const node = await startNode(database.url);
  let failures = 0;
  const worker = new Thread<WallInput, WallLayout>('walls', silent, {
    start: () => startWorker(ROOT, 'walls', {}, 300)
  });
  const failing: Thread<WallInput, WallLayout> = Object.assign(Object.create(worker) as typeof worker, {
    ask: (prepare: (generation: number) => WallInput) =>
      ++failures <= 3 ? Promise.reject(new ThreadError('died')) : worker.ask(prepare),
    close: () => worker.close()
  });
  const walls = new Walls(node.meetings, {
    store: new WallStore(node.database.sql, node.meetings.node),
    worker: failing,
    likenesses: () => Promise.reject(new Error('no machine')),
    log: silent
  });
  await walls.follow();
  try {
    const there = (await node.meetings.room(meeting.id))!;
    await walls.of(there).ready();
    expect(walls.of(there).laid.map(({ picture: { words } }) => words.length)).toEqual([1]);
    const data = { note: newId(), ...PROMPT, fields: { text: 'Motor' } };
    await there.submit({ name: 'SubmitNote', data, id: newId() }, { role: 'participant', id: berit.id });
    await until(() => failures > 1, 'a failure');
    expect(walls.of(there).laid.map(({ picture: { words } }) => words.length)).toEqual([1]);
    await until(() => walls.of(there).laid[0]?.picture.words.length === 2, 'both words');
    await shows(leader, ['Moln', 'Motor']);
  } finally {
    await walls.close();
    await node.close();
  }
});

test('a node that was a card behind tells the rest when it has caught up', async () => {
  await open();
  await write('Moln', 'Motor');
  await shows(leader, ['Moln', 'Motor']);
  const behind = { state: room.state } as { state: Room['state'] };
  await write('Karta');
  await shows(leader, ['Karta', 'Moln', 'Motor']);
  await until(() => server.app.walls.of(room).laid[0]?.picture.words.length === 3, 'three words');
  const told: (WallPicture | null)[] = [];
  const teller = new WallTeller(behind as Room, server.app.walls.of(room), (view, message) => {
    if (view === 'wall') told.push(message.picture);
  });
  expect(told.map(texts)).toEqual([['Moln', 'Motor']]);
  teller.happened();
  expect(told).toHaveLength(1);
  behind.state = room.state;
  teller.happened();
  expect(texts(told.at(-1))).toEqual(['Karta', 'Moln', 'Motor']);
  teller.stop();
});

test('who comes back is told which walls are not to be seen any more', async () => {
  await open();
  await write('Moln');
  await shows(leader, ['Moln']);
  await leader.send({ name: 'ConcealNotes', data: PROMPT });
  await leader.send({ name: 'EditPrompt', data: { ...PROMPT, hidden: true } });
  await until(() => room.state.prompts['prompt-1']!.hidden, 'a concealed wall');
  const back = await projector();
  await back.until(() => picture(back) === null);
  expect(back.bytes).not.toContain('Moln');
});

test('R68 a phone may look at a wall that is closed and shown, and is never sent one', async () => {
  await open({ hidden: true });
  await write('Moln');
  await shows(leader, ['Moln']);
  const seen = async () => (await server.app.wallsOf(meeting, 'participant')).length;
  await leader.send({ name: 'RevealNotes', data: PROMPT });
  expect(await seen()).toBe(0);
  await leader.send({ name: 'ClosePrompt', data: PROMPT });
  expect(await seen()).toBe(1);
  await leader.send({ name: 'ConcealNotes', data: PROMPT });
  expect(await seen()).toBe(0);
  const late = await line({ view: 'participant', cookie: berit.cookie });
  expect([...phone.heard, ...late.heard].filter(({ name }) => name === 'wall')).toEqual([]);
});
