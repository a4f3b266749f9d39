/** Two tabs, two people, one cookie: a page never acts as somebody else than whose it is. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../fixtures/ids.ts';
import { Line } from '../fixtures/line.ts';
import { startLiveServer } from '../fixtures/live-server.ts';
import type { Guest, LiveServer } from '../fixtures/live-server.ts';
import type { Meeting } from '../../server/projects.ts';

let server: LiveServer;
let meeting: Meeting;
let berit: Guest;
let mans: Guest;
const lines: Line[] = [];

const line = (cookie: string, as?: string) => {
  const more = as === undefined ? {} : { as };
  const one = new Line(server.origin, { meeting: meeting.id, view: 'participant', cookie, more });
  lines.push(one);
  return one;
};
const overHttps = (cookie: string, as: string | undefined, note: string) =>
  server.app.takeCommand(
    {
      meeting: meeting.id,
      view: 'participant',
      as,
      credentials: { cookie: (name) => (cookie.startsWith(`${name}=`) ? cookie.split('=')[1] : undefined) },
      language: 'sv'
    },
    { id: newId(), name: 'SubmitNote', data: { note, prompt: 'prompt-1', fields: { text: 'Nav' } } }
  );

beforeAll(async () => {
  server = await startLiveServer();
  meeting = await server.makeMeeting();
  const leader = new Line(server.origin, {
    meeting: meeting.id,
    view: 'leader',
    cookie: server.leader.cookie
  });
  lines.push(leader);
  await leader.first();
  await leader.send({ name: 'OpenMeeting', data: {} });
  const prompt = { prompt: 'prompt-1', kind: 'role-card', title: 'Vem är du?' };
  await leader.send({ name: 'AddPrompt', data: prompt });
  await leader.send({ name: 'OpenPrompt', data: { prompt: 'prompt-1' } });
  [berit, mans] = [await server.join(meeting, 'Berit'), await server.join(meeting, 'Måns')];
});
afterAll(async () => {
  for (const one of lines) one.close();
  await server.close();
});

test('a page of Berit’s with the cookie of Måns is told so, and is not served', async () => {
  const mixed = line(mans.cookie, berit.id);
  expect(await mixed.first()).toEqual({ name: 'reload', message: { reason: 'somebody-else' } });
  await mixed.until(() => !mixed.socket.connected);
});

test('over HTTPS too: her note is not stored as his', async () => {
  const note = newId();
  const refused = await overHttps(mans.cookie, berit.id, note);
  expect(refused).toMatchObject({ ok: false, code: 'somebody-else' });
  const his = line(mans.cookie, mans.id);
  const first = await his.first();
  expect(JSON.stringify(first)).not.toContain(note);
  expect(await overHttps(berit.cookie, berit.id, note)).toMatchObject({ ok: true });
});

test('the right page, and a program that names nobody, are let in', async () => {
  for (const as of [berit.id, undefined])
    expect(await line(berit.cookie, as).first()).toMatchObject({ name: 'state' });
});

test('two phones of one person are one person here, and both see the notes of both', async () => {
  const personal = (await server.app.participants.personalCode(
    (await server.app.participants.byToken(meeting.projectId, berit.token))!
  ))!;
  const joined = await server.app.participants.join(
    { code: meeting.code, name: '', organisation: '', personal },
    '127.0.0.1'
  );
  if (!joined.ok) throw new Error(joined.reason);
  const name = berit.cookie.split('=')[0]!;
  const [one, two] = [line(berit.cookie), line(`${name}=${joined.token}`, berit.id)];
  await Promise.all([one.first(), two.first()]);
  const note = newId();
  const text = 'Från den andra telefonen';
  const stored = await two.send({
    name: 'SubmitNote',
    data: { note, prompt: 'prompt-1', fields: { text } }
  });
  if (!stored.ok) throw new Error(stored.code);
  await one.reached(stored.seq);
  expect(JSON.stringify(one.heard)).toContain(text);

  const leader = new Line(server.origin, {
    meeting: meeting.id,
    view: 'leader',
    cookie: server.leader.cookie
  });
  lines.push(leader);
  await leader.first();
  await leader.until(() => leader.heard.some(({ name }) => name === 'presence'));
  const told = leader.heard.filter(({ name }) => name === 'presence').at(-1)!.message as unknown as {
    people: { id: string; here: boolean }[];
  };
  expect(told.people.filter(({ id }) => id === berit.id)).toEqual([
    expect.objectContaining({ id: berit.id, here: true })
  ]);
});
