/** Role packs of one's own: whose they are, and what the machine makes of them. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Meeting } from '../../server/projects.ts';
import type { Room } from '../../server/room.ts';
import { freshDatabase } from '../fixtures/database.ts';
import type { FreshDatabase } from '../fixtures/database.ts';
import { Line } from '../fixtures/line.ts';
import { signedIn, startLiveServer } from '../fixtures/live-server.ts';
import type { LiveServer } from '../fixtures/live-server.ts';
import { ask, BERIT, card, LEADER, openPrompt, until } from '../fixtures/nodes.ts';

let fresh: FreshDatabase;
let server: LiveServer;
let meeting: Meeting;
let room: Room;
const servers: LiveServer[] = [];
const lines: Line[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
  server = await startLiveServer({ DATABASE_URL: fresh.url });
});
beforeEach(async () => {
  meeting = await server.makeMeeting();
  room = await roomOn(server);
  await openPrompt(room);
});
afterEach(async () => {
  for (const line of lines.splice(0)) line.close();
  for (const other of servers.splice(0)) await other.close();
});
afterAll(async () => {
  await server.close();
  await fresh.drop();
});

const roomOn = async ({ app }: LiveServer) => (await app.meetings.room(meeting.id))!;
const read = (user = server.leader.user.id) => server.app.rolePacks.read(user, meeting.projectId);

/** As the settings page does. */
function keep(own: string, { common = true, add = [] as string[], user = server.leader.user.id } = {}) {
  return server.app.rolePacks.update(user, meeting.projectId, { common, own, add });
}

function speak(language: string, on = server) {
  const form = { name: 'Integration i regionen', question: 'Vem gör vad?', host: '', language };
  return on.app.projects.update(server.leader.user.id, meeting.projectId, form);
}

/** Writes these cards, and answers how many clusters they lie in. */
async function clustersOf(...texts: string[]): Promise<number> {
  const before = new Set(Object.keys(room.state.notes));
  for (const text of texts) await ask(room, BERIT, card(text));
  const written = () => Object.values(room.state.notes).filter(({ id }) => !before.has(id));
  await until(() => written().every(({ place }) => place), 'the machine has placed them');
  return new Set(written().map(({ place }) => place!.cluster)).size;
}

describe('the settings', () => {
  test('are the common pack alone until somebody says otherwise, and then what was said', async () => {
    expect(await read()).toEqual({ pack: { common: true, own: '' }, grown: [] });
    expect(await keep(' alfa,  beta\r\n', { common: false })).toEqual({ ok: true });
    expect(await read()).toMatchObject({ pack: { common: false, own: 'alfa, beta' } });
    expect(await keep('alfa, gamma')).toEqual({ ok: true });
    expect(await read()).toMatchObject({ pack: { common: true, own: 'alfa, gamma' } });
  });

  test('are not there for anybody else’s eyes or hands', async () => {
    const stranger = (await signedIn(server.app)).user.id;
    await keep('alfa, beta');
    expect(await read(stranger)).toBeUndefined();
    expect(await keep('', { user: stranger })).toBeUndefined();
    expect(await read()).toMatchObject({ pack: { own: 'alfa, beta' } });
  });

  test('stay as they were where something is wrong', async () => {
    await keep('alfa, beta');
    expect(await keep('a\n'.repeat(501))).toEqual({
      ok: false,
      fault: { field: 'own', code: 'too-many-lines', limit: 500 }
    });
    expect(await read()).toMatchObject({ pack: { own: 'alfa, beta' } });
  });
});

describe('the language of the cards', () => {
  const languageOf = async (id: string) =>
    (await server.app.projects.read(server.leader.user.id, id))?.project.language;

  test('is what the project was made with, until somebody chooses another', async () => {
    const form = { name: 'Water', question: 'Whose is it?', host: '', language: 'en' };
    const made = await server.app.projects.create(server.leader.user.id, form, []);
    expect(made.ok && (await languageOf(made.id))).toBe('en');
    expect(await languageOf(meeting.projectId)).toBe('sv');
    await speak('en');
    expect(await languageOf(meeting.projectId)).toBe('en');
  });

  test('stays where a form names none that is read', async () => {
    await speak('en');
    expect(await speak('de')).toEqual({ ok: true });
    expect(await languageOf(meeting.projectId)).toBe('en');
  });

  test('decides which roles are known already', async () => {
    const pair = ['driving force', 'Driver'];
    await clustersOf(...pair);
    const [into, cluster] = Object.values(room.state.notes).map(({ place }) => place!.cluster) as [
      string,
      string
    ];
    await ask(room, LEADER, { name: 'MergeClusters', data: { cluster, into } });
    expect((await read())?.grown).toHaveLength(1);
    await speak('en');
    expect((await read())?.grown).toEqual([]);
  });
});

describe('the machine', () => {
  test('R70 lays cards together that the project’s own pack holds to be one role', async () => {
    await keep('alfa, beta');
    expect(await clustersOf('Alfa', 'beta', 'pådrivare', 'blåslampa')).toBe(2);
  });

  test('R70 knows no roles where the common pack is off', async () => {
    await keep('', { common: false });
    expect(await clustersOf('Pådrivare', 'blåslampa')).toBe(2);
  });

  test('R70 goes by another pack from the next card on; what lies is not moved', async () => {
    const lying = () => Object.values(room.state.notes).map(({ place }) => place);
    expect(await clustersOf('Alfa', 'beta')).toBe(2);
    const before = lying();
    await keep('alfa, beta, gamma');
    await clustersOf('gamma');
    const [gamma] = lying().slice(2);
    expect(before.map((place) => place?.cluster)).toContain(gamma?.cluster);
    expect(lying().slice(0, 2)).toEqual(before);
  });

  test('goes by it on every node', async () => {
    const other = await startLiveServer({ DATABASE_URL: fresh.url });
    servers.push(other);
    expect(await other.app.rolePacks.of(meeting.id)).toEqual({
      language: 'sv',
      pack: { common: true, own: '' }
    });
    await keep('alfa, beta');
    await until(
      async () => (await other.app.rolePacks.of(meeting.id)).pack.own === 'alfa, beta',
      'the other node knows'
    );
  });

  test('R70 goes by the language of the project from the next card on; what lies is not moved', async () => {
    const lying = () => Object.values(room.state.notes).map(({ place }) => place);
    expect(await clustersOf('hub', 'node')).toBe(2);
    const before = lying();
    expect(await speak('en')).toEqual({ ok: true });
    await until(async () => (await server.app.rolePacks.of(meeting.id)).language === 'en', 'it is told');
    expect(await clustersOf('driving force', 'Driver')).toBe(1);
    expect(lying().slice(0, 2)).toEqual(before);
  });

  test('goes by that language on every node', async () => {
    const other = await startLiveServer({ DATABASE_URL: fresh.url });
    servers.push(other);
    expect((await other.app.rolePacks.of(meeting.id)).language).toBe('sv');
    await speak('en');
    await until(async () => (await other.app.rolePacks.of(meeting.id)).language === 'en', 'it is told');
  });

  test('suggests by another pack at once', async () => {
    expect(await clustersOf('Alfa', 'beta')).toBe(2);
    const { cookie } = server.leader;
    const leader = new Line(server.origin, { meeting: meeting.id, view: 'leader', cookie });
    lines.push(leader);
    await leader.first();
    await keep('alfa, beta');
    const suggested = () =>
      leader.heard.some(({ name, message }) => name === 'suggestions' && message.list.length > 0);
    await leader.until(suggested);
  });
});

test('the pack grows from what leaders decided, until it knows', async () => {
  expect(await clustersOf('Kritiker', 'nagelfarare')).toBe(2);
  const [first, second] = Object.values(room.state.notes).map(({ place }) => place!.cluster) as [
    string,
    string
  ];
  await ask(room, LEADER, { name: 'MergeClusters', data: { cluster: second, into: first } });
  expect(await read()).toMatchObject({ grown: [['Kritiker', 'nagelfarare']] });
  await keep('alfa, beta', { add: ['Kritiker, nagelfarare'] });
  expect(await read()).toEqual({
    pack: { common: true, own: 'alfa, beta\nKritiker, nagelfarare' },
    grown: []
  });
});
