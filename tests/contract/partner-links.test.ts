/** Links to homework for partners: who makes and takes back which, what is answered through them, and what nobody learns. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Meeting } from '../../server/projects.ts';
import type { PartnerTask } from '../../server/partner-links.ts';
import { MOST_ANSWERS } from '../../server/partner-links.ts';
import { newId } from '../../server/secrets.ts';
import type { Request } from '../../src/lib/domain/meeting/commands.ts';
import { startLiveServer } from '../fixtures/live-server.ts';
import type { Guest, LiveServer } from '../fixtures/live-server.ts';

const DAY = 86_400_000;
const PROMPT = 'prompt-hemma';
const WALL = 'prompt-ord-hemma';

let server: LiveServer;
let meeting: Meeting;
let anna: Guest;

beforeAll(async () => {
  server = await startLiveServer();
}, 60_000);
afterAll(() => server.close());

beforeEach(async () => {
  meeting = await server.makeMeeting();
  const homework = { from: Date.now() - DAY, until: Date.now() + DAY };
  await led({
    name: 'AddPrompts',
    data: {
      steps: [
        { prompt: PROMPT, kind: 'perspective', title: 'Hur ser ni på vår roll?', homework },
        { prompt: WALL, kind: 'role-card', title: 'Vad kallar ni den?', homework },
        { prompt: 'prompt-annat', kind: 'quote', title: 'HEMLIGT steg' }
      ]
    }
  });
  anna = await server.join(meeting, 'Anna NAMN', 'Region HEMORT');
});

async function led(request: Request) {
  const room = (await server.app.meetings.room(meeting.id))!;
  const outcome = await room.submit(
    { ...request, id: newId() },
    { role: 'leader', id: server.leader.user.id }
  );
  expect(outcome).toMatchObject({ ok: true });
}

async function link(form = { organisation: 'Kommunen', kind: 'municipality' }, prompt = PROMPT) {
  const made = await server.app.partnerLinks.make(meeting, prompt, anna.id, form);
  if (!made.ok) throw new Error(made.reason);
  return made.link;
}

const fields = { text: 'Ta ledningen!', role: '8' };
function answer(
  token: string,
  more: Partial<Parameters<typeof server.app.partnerLinks.answer>[1]> = {},
  from = '10.0.0.1'
) {
  const given = { note: newId(), fields, consent: 'organisation' as const, ...more };
  return server.app.partnerLinks.answer(token, given, from);
}

const state = async () => (await server.app.meetings.room(meeting.id))!.state;
const notes = async () => Object.values((await state()).notes);
const look = async (view: 'leader' | 'review' | 'wall') =>
  (await server.app.firstView(meeting, view === 'leader' ? { view, id: server.leader.user.id } : { view }))!
    .state;

describe('a link', () => {
  test('shows the question, and nothing of who passed it on or of anything else', async () => {
    const { token } = await link();
    const task = (await server.app.partnerLinks.task(token)) as PartnerTask;
    expect(task).toMatchObject({
      organisation: { name: 'Kommunen', kind: 'municipality' },
      prompt: { title: 'Hur ser ni på vår roll?' }
    });
    expect(JSON.stringify(task)).not.toMatch(/NAMN|HEMLIGT|HEMORT|prompt-/);
    expect(JSON.stringify(task)).not.toContain(anna.id);
  });

  test('brings several answers to the log at once, each once however often it is sent', async () => {
    const { token } = await link();
    const note = newId();
    expect(await answer(token, { note })).toEqual({ ok: true });
    expect(await answer(token, { note })).toEqual({ ok: true });
    expect(await answer(token)).toEqual({ ok: true });
    expect(await notes()).toHaveLength(2);
    expect(await server.app.partnerLinks.of(meeting.id, PROMPT, anna.id)).toMatchObject([
      { organisation: 'Kommunen', answers: 2 }
    ]);
    expect((await notes())[0]!.fields).toEqual({ ...fields, actorKind: 'municipality', actor: 'Kommunen' });
  });

  test('takes an organisation of the list as it is, and a new one with its kind', async () => {
    const known = (await server.app.projects.organisationsOf(meeting.projectId))[0]!;
    expect((await link({ organisation: known.id, kind: 'agency' })).organisation).toBe(known.name);
    expect((await link({ organisation: ' region  hemort', kind: 'agency' })).organisation).toBe(known.name);
    await link({ organisation: 'Studieförbundet', kind: 'civil-society' });
    const kinds = await server.app.projects.organisationsOf(meeting.projectId);
    expect(Object.fromEntries(kinds.map(({ name, kind }) => [name, kind]))).toEqual({
      [known.name]: known.kind,
      Studieförbundet: 'civil-society'
    });
  });

  test('is refused without an organisation, for what is not open at home, and beyond twenty', async () => {
    const make = (organisation: string, prompt = PROMPT) =>
      server.app.partnerLinks.make(meeting, prompt, anna.id, { organisation, kind: 'other' });
    expect(await make('  ')).toEqual({ ok: false, reason: 'organisation-empty' });
    expect(await make('x'.repeat(121))).toEqual({ ok: false, reason: 'organisation-too-long' });
    expect(await make('Kommunen', 'prompt-annat')).toEqual({ ok: false, reason: 'not-open' });
    expect(await make('Kommunen', 'constructor')).toEqual({ ok: false, reason: 'not-open' });
    for (let nth = 0; nth < 20; nth++) expect(await make('Kommunen')).toMatchObject({ ok: true });
    expect(await make('Kommunen')).toEqual({ ok: false, reason: 'too-many' });
  });
});

describe('consent', () => {
  test('with the organisation, without any name, or counted alone', async () => {
    const { token } = await link();
    await answer(token, { fields: { text: 'MED namn', role: '8' } });
    await answer(token, { consent: 'anonymous', fields: { text: 'UTAN namn', role: '7' } });
    await answer(token, { consent: 'unquoted', fields: { text: 'INTE alls', role: '2' } });
    const review = Object.values((await look('review')).notes);
    const saying = (role: string) => review.find((note) => note.fields.role === role)!;
    expect(saying('8')).toMatchObject({
      fields: { text: 'MED namn', actor: 'Kommunen' },
      by: { organisation: 'Kommunen' }
    });
    expect(saying('7').fields).toEqual({ text: 'UTAN namn', role: '7', actorKind: 'municipality' });
    expect(saying('7').by).toBeUndefined();
    expect(saying('2').fields).toEqual({ role: '2', actorKind: 'municipality' });
    expect(saying('2').by).toBeUndefined();
    expect(JSON.stringify(await look('wall'))).not.toContain('INTE alls');
    // Leaders see that it came from outside, and no more than was allowed.
    const led = Object.values((await look('leader')).notes);
    expect(led.map(({ by }) => by)).toEqual(
      expect.arrayContaining([{ organisation: 'Kommunen', outside: true }, { outside: true }])
    );
  });

  test('a word for a wall stands there without a sender', async () => {
    const { token } = await link(undefined, WALL);
    await answer(token, { fields: { text: 'Dörröppnare' } });
    const review = Object.values((await look('review')).notes);
    expect(review).toMatchObject([{ fields: { text: 'Dörröppnare' } }]);
    expect(review[0]!.by).toBeUndefined();
  });
});

describe('nobody', () => {
  test('is added to the people: no list, no count, no name', async () => {
    const { token } = await link();
    await answer(token);
    expect(await server.app.participants.attending(meeting.id)).toEqual([anna.id]);
    const everybody = [...(await server.app.participants.everybody(meeting.projectId)).values()];
    expect(everybody.filter(({ outsider }) => !outsider).map(({ name }) => name)).toEqual(['Anna NAMN']);
  });

  test('gets another one’s links, or takes them back, but leaders may', async () => {
    const bo = await server.join(meeting, 'Bo', '');
    const { id, token } = await link();
    expect(await server.app.partnerLinks.of(meeting.id, PROMPT, bo.id)).toEqual([]);
    expect(await server.app.partnerLinks.revoke(meeting.id, id, bo.id)).toBe(false);
    const other = await server.makeMeeting();
    expect(await server.app.partnerLinks.revoke(other.id, id)).toBe(false);
    expect(await answer(token)).toEqual({ ok: true });
    expect(await server.app.partnerLinks.revoke(meeting.id, id)).toBe(true);
    expect(await answer(token)).toEqual({ ok: false, reason: 'gone' });
    expect(await server.app.partnerLinks.task(token)).toBe('gone');
    expect(await notes()).toHaveLength(1);
  });
});

describe('a link that takes nothing', () => {
  test('is unknown or taken back alike, not open yet, over, or used up', async () => {
    const { app } = server;
    expect(await app.partnerLinks.task('x')).toBe('gone');
    expect(await app.partnerLinks.task('../../etc/passwd')).toBe('gone');
    const { token } = await link();
    const set = (from: number, until: number) =>
      led({ name: 'EditPrompt', data: { prompt: PROMPT, homework: { from, until } } });
    await set(Date.now() + DAY, Date.now() + 2 * DAY);
    expect(await app.partnerLinks.task(token)).toBe('soon');
    expect(await answer(token)).toEqual({ ok: false, reason: 'soon' });
    await set(Date.now() - 2 * DAY, Date.now() - DAY);
    expect(await app.partnerLinks.task(token)).toBe('over');
    await led({ name: 'RemovePrompt', data: { prompt: PROMPT } });
    expect(await app.partnerLinks.task(token)).toBe('gone');
  });

  test('is used up after twenty answers, also when they come at once, and goes no faster than ten a minute', async () => {
    const { token } = await link();
    for (let nth = 0; nth < 10; nth++) expect(await answer(token)).toEqual({ ok: true });
    expect(await answer(token)).toEqual({ ok: false, reason: 'too-fast' });
    const rest = await Promise.all(
      Array.from({ length: 14 }, (_, nth) => answer(token, {}, `10.0.1.${nth}`))
    );
    expect(rest.filter(({ ok }) => ok)).toHaveLength(10);
    expect(rest.filter((one) => 'reason' in one && one.reason === 'used-up')).toHaveLength(4);
    expect(await notes()).toHaveLength(MOST_ANSWERS);
    expect(await server.app.partnerLinks.task(token)).toBe('used-up');
  });

  test('what is refused is not counted', async () => {
    const { token } = await link();
    const empty = await answer(token, { fields: { text: '', role: '3' } });
    expect(empty).toMatchObject({ ok: false, refusal: { code: 'text-empty' } });
    const foreign = await answer(token, { fields: { text: 'Hej', role: '3', constructor: 'x' } });
    expect(foreign).toMatchObject({ ok: false, refusal: { code: 'field-unknown' } });
    expect(await server.app.partnerLinks.of(meeting.id, PROMPT)).toMatchObject([{ answers: 0 }]);
  });
});
