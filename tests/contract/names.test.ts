/** Another name or organisation for the same person: told at once wherever a name stands, and nowhere else. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Meeting } from '../../server/projects.ts';
import type { By, NoteView } from '../../src/lib/domain/meeting/view.ts';
import { freshDatabase } from '../fixtures/database.ts';
import type { FreshDatabase } from '../fixtures/database.ts';
import { newId } from '../fixtures/ids.ts';
import { Line } from '../fixtures/line.ts';
import type { LineOptions } from '../fixtures/line.ts';
import { startLiveServer } from '../fixtures/live-server.ts';
import type { Guest, LiveServer } from '../fixtures/live-server.ts';
import { until } from '../fixtures/nodes.ts';

let fresh: FreshDatabase;
let server: LiveServer;
let other: LiveServer;
let meeting: Meeting;
let leader: Line;
let berit: Guest;
const lines: Line[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
  [server, other] = [
    await startLiveServer({ DATABASE_URL: fresh.url }),
    await startLiveServer({ DATABASE_URL: fresh.url })
  ];
});
beforeEach(async () => {
  meeting = await server.makeMeeting();
  leader = await line({ view: 'leader', cookie: server.leader.cookie });
  await leader.send({ name: 'OpenMeeting', data: {} });
  berit = await server.join(meeting, 'Berit', 'Hällby kommun');
});
afterEach(() => {
  for (const one of lines.splice(0)) one.close();
});
afterAll(async () => {
  await other.close();
  await server.close();
  await fresh.drop();
});

async function line(options: Partial<LineOptions>, origin = server.origin): Promise<Line> {
  const made = new Line(origin, { meeting: meeting.id, view: 'participant', ...options });
  lines.push(made);
  await made.first();
  return made;
}

const rename = (name: string, organisation = 'Hällby kommun', { id } = berit) =>
  server.app.participants.rename({ id, projectId: meeting.projectId }, { name, organisation });
const shownAs = async ({ id }: Guest) => (await server.app.participants.everybody(meeting.projectId)).get(id);

async function ask(kind: string, settings: object = {}): Promise<string> {
  const prompt = newId();
  await leader.send({ name: 'AddPrompt', data: { prompt, kind, title: 'Vem?', ...settings } });
  await leader.send({ name: 'OpenPrompt', data: { prompt } });
  return prompt;
}

async function write(prompt: string, fields: Record<string, string>, { cookie } = berit): Promise<string> {
  const note = newId();
  const ack = await (await line({ cookie })).send({ name: 'SubmitNote', data: { note, prompt, fields } });
  expect(ack).toMatchObject({ ok: true });
  return note;
}

/** All that has been told of who wrote what, by note. */
function told(one: Line): Record<string, By> {
  return Object.assign(
    {},
    ...one.heard.map(({ name, message }) => (name === 'names' ? (message.notes ?? {}) : {}))
  ) as Record<string, By>;
}

describe('a person who takes another name', () => {
  test('is the same person, with the same code, known by the same phone', async () => {
    const before = (await shownAs(berit))!;
    const code = await server.app.participants.personalCode(before);
    for (const name of ['Beatrice', 'بيريت', '<b>Åke</b> 👩‍🚒']) {
      expect(await rename(`  ${name} `, 'Region Älvmark')).toMatchObject({ ok: true });
      expect(await shownAs(berit)).toMatchObject({ id: berit.id, name, organisation: 'Region Älvmark' });
    }
    const known = await server.app.participants.byToken(meeting.projectId, berit.token);
    expect(known?.id).toBe(berit.id);
    expect(await server.app.participants.personalCode(known!)).toBe(code);
    expect(await server.app.participants.attending(meeting.id)).toEqual([berit.id]);
  });

  test('is told why not: empty, too long, too often; then nothing has changed', async () => {
    expect(await rename(' \u200B ')).toEqual({ ok: false, reason: 'name-empty' });
    expect(await rename('å'.repeat(61))).toEqual({ ok: false, reason: 'name-too-long' });
    expect(await rename('Berit', 'å'.repeat(121))).toEqual({ ok: false, reason: 'organisation-too-long' });
    expect(await shownAs(berit)).toMatchObject({ name: 'Berit', renamed: false });
    for (let time = 1; time <= 10; time++)
      expect(await rename(`Berit ${time * 7}`)).toMatchObject({ ok: true });
    expect(await rename('Berit')).toEqual({ ok: false, reason: 'too-many-tries' });
    await server.app.participants.remove(meeting.projectId, berit.id);
    const mans = await server.join(meeting, 'Måns');
    await server.app.participants.remove(meeting.projectId, mans.id);
    expect(await rename('Kvar', '', mans)).toEqual({ ok: false, reason: 'gone' });
  });

  test('twice the same is once; the number of a namesake stays, and comes where there is one', async () => {
    const [one, two] = [
      await server.join(meeting, 'Anna', 'Hällby kommun'),
      await server.join(meeting, 'Anna', 'Hällby kommun')
    ];
    await rename('Anna', 'Hällby kommun', one);
    await rename('Anna 2', 'Hällby kommun', two);
    expect([(await shownAs(one))?.renamed, (await shownAs(two))?.renamed]).toEqual([false, false]);
    await Promise.all([rename('anna'), rename('anna')]);
    expect(await shownAs(berit)).toMatchObject({ name: 'anna 3' });
    await rename('Anna 2', '', two);
    expect(await shownAs(two)).toMatchObject({ name: 'Anna', organisation: '' });
    await rename('Anna 3', 'Hällby kommun', two);
    const names = await Promise.all([one, two, berit].map(async (guest) => (await shownAs(guest))?.name));
    expect(new Set(names.map((name) => name?.toLowerCase())).size).toBe(3);
  });

  test('has it at once on consoles, walls, in reviews and on the own phones, on every node, and for who comes back', async () => {
    const cards = await ask('role-card');
    const card = await write(cards, { text: 'Samordnare' });
    const quotes = await ask('quote');
    const quote = await write(quotes, { text: 'Så är det.', speaker: 'me', printed: 'name' });
    const here = await Promise.all([
      line({ view: 'wall', key: meeting.wallKey }),
      line({ view: 'review', cookie: server.leader.cookie }),
      line({ cookie: berit.cookie })
    ]);
    const there = await line({ view: 'leader', cookie: server.leader.cookie }, other.origin);
    const { seq } = (await server.app.meetings.room(meeting.id))!.state;
    expect(await rename('Beatrice')).toMatchObject({ ok: true });
    const now = { name: 'Beatrice', organisation: 'Hällby kommun' };
    for (const one of [leader, there]) {
      await until(() => told(one)[card] !== undefined, 'the leader is told');
      expect(told(one)[card]).toEqual({ id: berit.id, ...now });
      await until(
        () => one.bytes.includes('"name":"Beatrice","organisation":"Hällby kommun","here"'),
        'presence'
      );
    }
    const [wall, review, phone] = here as [Line, Line, Line];
    for (const one of [wall, review]) {
      await until(() => told(one)[quote] !== undefined, 'they are told');
      expect(told(one)).toEqual({ [quote]: now });
    }
    await until(() => phone.heard.some(({ name }) => name === 'names'), 'the own phone is told');
    expect(phone.heard.findLast(({ name }) => name === 'names')?.message).toMatchObject({ me: now });
    // Who held all events when the name changed gets none, and still hears of it.
    const back = await line({ view: 'leader', cookie: server.leader.cookie, since: seq });
    await until(() => told(back)[card] !== undefined, 'who comes back is told');
    expect(told(back)[card]).toMatchObject(now);
  });

  test('R64 nothing nameless follows: neither a word that it is hers, nor another organisation', async () => {
    const promised = await ask('role-card', { pledge: 'organisation' });
    const silent = await write(promised, { text: 'Tyst' });
    const named = await write(await ask('role-card'), { text: 'Öppen' });
    const quotes = await ask('quote');
    const ours = await write(quotes, { text: 'Vi säger det.', speaker: 'organisation' });
    await leader.send({ name: 'ClosePrompt', data: { prompt: quotes } });
    const review = await line({ view: 'review', cookie: server.leader.cookie });
    const wall = await line({ view: 'wall', key: meeting.wallKey });
    expect(await rename('Beatrice', 'Region Älvmark')).toMatchObject({ ok: true });
    await until(() => told(leader)[named] !== undefined, 'the leader is told');
    expect(Object.keys(told(leader))).toEqual([named]);
    for (const one of [review, wall]) expect(told(one)).toEqual({});
    await leader.send({ name: 'OpenPrompt', data: { prompt: promised } });
    const later = await write(promised, { text: 'Sedan' });
    await leader.send({ name: 'ClosePrompt', data: { prompt: promised } });
    const notes = (await seen('leader')).notes;
    expect(notes[silent]?.by).toEqual({ organisation: 'Hällby kommun' });
    expect(notes[later]?.by).toEqual({ organisation: 'Region Älvmark' });
    expect(notes[named]?.by).toEqual({ id: berit.id, name: 'Beatrice', organisation: 'Region Älvmark' });
    const reviewed = (await seen('review')).notes;
    for (const note of [silent, named, ours])
      expect(reviewed[note]?.by).toEqual({ organisation: 'Hällby kommun' });
  });
});

async function seen(view: 'leader' | 'review'): Promise<{ notes: Readonly<Record<string, NoteView>> }> {
  const audience = view === 'leader' ? { view, id: server.leader.user.id } : { view };
  return (await server.app.firstView(meeting, audience))!.state;
}
