/** A leader's own notes: kept for that leader alone, and never over what another tab has saved. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Meeting } from '../../server/projects.ts';
import { toCsv } from '../../src/lib/domain/outputs/csv.ts';
import { toJson } from '../../src/lib/domain/outputs/json.ts';
import { outputsOf } from '../../src/lib/domain/outputs/outputs.ts';
import { Line } from '../fixtures/line.ts';
import type { LineOptions } from '../fixtures/line.ts';
import { signedIn, startLiveServer } from '../fixtures/live-server.ts';
import type { Leader, LiveServer } from '../fixtures/live-server.ts';
import { FACTS, markdownOfMeeting, WORDING } from '../unit/outputs/meeting.ts';

let server: LiveServer;
let meeting: Meeting;
let other: Leader;
const lines: Line[] = [];

beforeAll(async () => {
  server = await startLiveServer();
});
beforeEach(async () => {
  meeting = await server.makeMeeting();
  other = await signedIn(server.app);
  const { sql } = server.app.database;
  await sql`insert into project_members (project_id, user_id, part) values (${meeting.projectId}, ${other.user.id}, 'leader')`;
});
afterEach(() => {
  for (const one of lines.splice(0)) one.close();
});
afterAll(() => server.close());

const me = () => server.leader.user.id;
const read = (user = me()) => server.app.notebook.read(meeting.id, user);
const save = (text: string, version: number, user = me()) =>
  server.app.notebook.save(meeting.id, user, { text, version });

test('what was saved is read again, by that leader and for that meeting alone', async () => {
  expect(await read()).toEqual({ text: '', version: 0 });
  expect(await save('Fråga Bo.', 0)).toEqual({ ok: true, version: 1 });
  expect(await save('Fråga Bo och Siv.', 1)).toEqual({ ok: true, version: 2 });
  expect(await read()).toEqual({ text: 'Fråga Bo och Siv.', version: 2 });
  expect(await read(other.user.id)).toEqual({ text: '', version: 0 });
  const another = await server.makeMeeting();
  expect(await server.app.notebook.read(another.id, me())).toEqual({ text: '', version: 0 });
});

test('a tab that has read an older version is told what stands there, and nothing is overwritten', async () => {
  await save('Från den ena fliken', 0);
  const kept = { text: 'Från den ena fliken', version: 1 };
  expect(await save('Från den andra', 0)).toEqual({ ok: false, kept });
  expect(await read()).toEqual(kept);
  expect(await save('Båda', 1)).toEqual({ ok: true, version: 2 });
});

test('the same text again, after a lost answer, is saved already', async () => {
  await save('En gång', 0);
  expect(await save('En gång', 0)).toEqual({ ok: true, version: 1 });
});

test('what a page has sent before without an answer is its own to write over, in whichever order they come', async () => {
  const sent = (text: string, version: number, before: string) =>
    server.app.notebook.save(meeting.id, me(), { text, version, sent: before });
  await save('Fråga', 0);
  await save('Fråga B', 1);
  expect(await sent('Fråga Bo.', 1, 'Fråga B')).toEqual({ ok: true, version: 3 });
  // The last letters overtake those before them.
  expect(await sent('Fråga Bo. Ring.', 3, 'Fråga Bo. R')).toEqual({ ok: true, version: 4 });
  expect(await save('Fråga Bo. R', 3)).toMatchObject({ ok: false });
  expect((await read()).text).toBe('Fråga Bo. Ring.');
  // Another tab's text is not written over.
  await save('Från en annan flik', 4);
  expect(await sent('Fråga Bo. Ring!', 4, 'Fråga Bo. Rin')).toMatchObject({ ok: false });
  expect((await read()).text).toBe('Från en annan flik');
});

test('of two tabs that save at once one is stored, and the other is told', async () => {
  const both = await Promise.all([save('ena', 0), save('andra', 0)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect([both[0].ok ? 'ena' : 'andra', 1]).toEqual([(await read()).text, (await read()).version]);
});

test('a character that the database refuses takes nothing with it', async () => {
  expect(await save('före\0efter 🙂', 0)).toEqual({ ok: true, version: 1 });
  expect((await read()).text).toBe('föreefter 🙂');
});

test('nobody else is told of them, in any view, in any file, or in the log', async () => {
  const line = async (options: Partial<LineOptions>) => {
    const made = new Line(server.origin, { meeting: meeting.id, view: 'participant', ...options });
    lines.push(made);
    await made.first();
    return made;
  };
  const leader = await line({ view: 'leader', cookie: server.leader.cookie });
  await leader.send({ name: 'OpenMeeting', data: {} });
  const berit = await server.join(meeting, 'Berit');
  await save('EGEN-kanarie', 0);
  const others = [
    leader,
    await line({ view: 'leader', cookie: other.cookie }),
    await line({ view: 'review', cookie: other.cookie }),
    await line({ view: 'wall', key: meeting.wallKey }),
    await line({ cookie: berit.cookie })
  ];
  await save('EGEN-kanarie två', 1);
  await leader.send({ name: 'ParkThought', data: { thought: 'thought-1', text: 'Syns för alla' } });
  const { seq } = (await server.app.meetings.room(meeting.id))!.state;
  await Promise.all(others.map((one) => one.reached(seq)));
  for (const one of others) expect(one.bytes).not.toContain('EGEN-kanarie');
  // The thought did come, to those who read it.
  expect(others[2]!.bytes).toContain('Syns för alla');
  expect(others[4]!.bytes).not.toContain('Syns för alla');

  const seen = (await server.app.firstView(meeting, { view: 'review' }))!.state;
  const outputs = outputsOf(seen, FACTS);
  for (const file of [
    toJson(outputs),
    markdownOfMeeting(outputs),
    toCsv(outputs, WORDING, 'Europe/Stockholm')
  ])
    expect(file).not.toContain('EGEN-kanarie');
  const stored = await server.app.meetings.log.readAfter(meeting.id, 0, 1_000);
  expect(JSON.stringify(stored)).not.toContain('EGEN-kanarie');
});

test('they go with the account, and with the meeting', async () => {
  await save('Borta sedan', 0, other.user.id);
  const { sql } = server.app.database;
  const count = async () => (await sql`select 1 from leader_notes where meeting_id = ${meeting.id}`).length;
  expect(await count()).toBe(1);
  await sql`delete from users where id = ${other.user.id}`;
  expect(await count()).toBe(0);
  await save('Borta sedan', 0);
  await sql`delete from meetings where id = ${meeting.id}`;
  expect(await count()).toBe(0);
});
