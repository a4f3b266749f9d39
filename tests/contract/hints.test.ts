/** Words of the room on phones: after a card of one's own, and no sooner. On the real app, with its worker and sockets. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Meeting } from '../../server/projects.ts';
import { newId } from '../fixtures/ids.ts';
import { Line } from '../fixtures/line.ts';
import { startLiveServer } from '../fixtures/live-server.ts';
import type { Guest, LiveServer } from '../fixtures/live-server.ts';
import { until } from '../fixtures/nodes.ts';

/** So long that two looks at the words have passed. */
const QUIET_MS = 2_700;

let server: LiveServer;
let meeting: Meeting;
let leader: Line;
let berit: Guest;
let mans: Guest;
const lines: Line[] = [];

beforeAll(async () => {
  server = await startLiveServer();
});
beforeEach(async () => {
  meeting = await server.makeMeeting();
  leader = await line('leader', server.leader.cookie);
});
afterEach(() => {
  for (const one of lines.splice(0)) one.close();
});
afterAll(() => server.close());

async function line(view: string, cookie: string): Promise<Line> {
  const made = new Line(server.origin, { meeting: meeting.id, view, cookie });
  lines.push(made);
  await made.first();
  return made;
}
const phone = (guest: Guest) => line('participant', guest.cookie);

/** An open question that offers words, to which Måns Kanarie has answered. */
async function ask(more: object = {}): Promise<void> {
  const prompt = 'prompt-1';
  await leader.send({
    name: 'AddPrompt',
    data: { prompt, kind: 'role-card', title: 'Vem är du?', suggests: true, ...more }
  });
  await leader.send({ name: 'OpenPrompt', data: { prompt } });
  berit = await server.join(meeting, 'Berit Beritsdotter', 'Hällby kommun');
  mans = await server.join(meeting, 'Måns Kanarie', 'Kanarieverket');
}

async function write(who: Line, text: string): Promise<string> {
  const note = newId();
  const sent = await who.send({ name: 'SubmitNote', data: { note, prompt: 'prompt-1', fields: { text } } });
  expect(sent).toMatchObject({ ok: true });
  return note;
}

const hints = (who: Line) => who.heard.flatMap((one) => (one.name === 'hints' ? [one.message.words] : []));
const latest = (who: Line) => hints(who).at(-1);
const quiet = () => new Promise((resolve) => setTimeout(resolve, QUIET_MS));

describe('R78 words of the room', () => {
  test('come to a phone after a card of its own, without names, and to nobody else', async () => {
    await ask();
    const [one, other] = [await phone(berit), await phone(mans)];
    const [wall, review] = [
      await line('wall', server.leader.cookie),
      await line('review', server.leader.cookie)
    ];
    await write(other, 'Dörröppnare');
    await quiet();
    expect(one.bytes).not.toContain('Dörröppnare');
    // Måns has written it himself: there is nothing that he has not.
    expect(hints(other).flat()).toEqual([]);
    await write(one, 'Finansiär');
    await until(() => latest(one)?.includes('Dörröppnare') === true, 'Berit is offered the word');
    await until(() => latest(other)?.includes('Finansiär') === true, 'and Måns hers');
    expect(latest(one)).toEqual(['Dörröppnare']);
    for (const phone of [one, other]) expect(phone.bytes).not.toMatch(/Kanarie|Beritsdotter|Hällby/);
    for (const desk of [leader, wall, review]) expect(hints(desk)).toEqual([]);
  });

  test('are the commonest that one has not written, eight at most', async () => {
    await ask();
    const [one, other] = [await phone(berit), await phone(mans)];
    const many = ['Nav', 'Mäklare', 'Visionär', 'Lobbyist', 'Förebild', 'Strateg', 'Kartritare', 'Lägereld'];
    for (const text of [...many, 'Trollkarl', 'Vattenhål', 'vattenhål']) await write(other, text);
    const note = await write(one, 'mäklare');
    await until(() => latest(one)?.length === 8, 'Berit is offered eight words');
    expect(latest(one)![0]!.toLowerCase()).toBe('vattenhål');
    expect(latest(one)!.map((word) => word.toLowerCase())).not.toContain('mäklare');
    await one.send({ name: 'WithdrawNote', data: { note } });
    await until(() => latest(one)?.length === 0, 'nothing is offered once the own card is gone');
  });

  test('of which nobody may read are offered to nobody: hidden, waiting and withdrawn ones', async () => {
    await ask({ moderation: 'before' });
    const [one, other] = [await phone(berit), await phone(mans)];
    const own = await write(one, 'Finansiär');
    const [shown, hidden, gone] = [
      await write(other, 'Dörröppnare'),
      await write(other, 'Dolkanarie'),
      await write(other, 'Borttagenkanarie')
    ];
    await write(other, 'Köad kanarie');
    await quiet();
    // Her own card waits too: she has nothing in the room yet.
    expect(hints(one)).toEqual([]);
    const notes = [own, shown, hidden, gone];
    await leader.send({ name: 'HideNote', data: { note: hidden } });
    await other.send({ name: 'WithdrawNote', data: { note: gone } });
    await leader.send({ name: 'ApproveNotes', data: { prompt: 'prompt-1', notes } });
    await until(() => latest(one)?.length === 1, 'Berit is offered what stands');
    await quiet();
    expect(latest(one)).toEqual(['Dörröppnare']);
    expect(one.bytes).not.toMatch(/kanarie/);
    // A wall is laid of what stands alone, too.
    const wall = await line('wall', server.leader.cookie);
    await until(() => wall.bytes.includes('Dörröppnare'), 'the wall shows the word');
    expect(wall.bytes).not.toMatch(/kanarie/);
  });

  test.each([
    ['while the wall is concealed', { hidden: true }],
    ['where the leader has not allowed it', { suggests: false }],
    ['of sticky notes', { kind: 'sticky-note' }]
  ])('are not offered %s', async (_, more) => {
    await ask(more);
    const [one, other] = [await phone(berit), await phone(mans)];
    await write(other, 'Dörröppnare');
    await write(one, 'Finansiär');
    await quiet();
    expect(hints(one)).toEqual([]);
    expect(one.bytes).not.toContain('Dörröppnare');
  });

  test.each([
    ['closed', 'ClosePrompt', {}],
    ['concealed again', 'ConcealNotes', { hidden: true }]
  ])('are taken back when the question is %s', async (_, name, more) => {
    await ask(more);
    await leader.send({ name: 'RevealNotes', data: { prompt: 'prompt-1' } });
    const [one, other] = [await phone(berit), await phone(mans)];
    await write(other, 'Dörröppnare');
    await write(one, 'Finansiär');
    await until(() => latest(one)?.length === 1, 'Berit is offered the word');
    await leader.send({ name, data: { prompt: 'prompt-1' } });
    await until(() => latest(one)?.length === 0, 'and it is taken back');
  });

  test('are told again to a phone that comes back', async () => {
    await ask();
    const [one, other] = [await phone(berit), await phone(mans)];
    await write(other, 'Dörröppnare');
    await write(one, 'Finansiär');
    await until(() => latest(one)?.length === 1, 'Berit is offered the word');
    one.close();
    const again = await phone(berit);
    await until(() => latest(again)?.length === 1, 'and once more');
  });
});
