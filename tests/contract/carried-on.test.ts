/** What one meeting hands on to the next, what is still to be done at home, and who may be asked later. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Meeting } from '../../server/projects.ts';
import { newId } from '../../server/secrets.ts';
import type { Request } from '../../src/lib/domain/meeting/commands.ts';
import type { Actor } from '../../src/lib/domain/meeting/ids.ts';
import { startLiveServer } from '../fixtures/live-server.ts';
import type { Guest, LiveServer } from '../fixtures/live-server.ts';
import { makeMeetings } from '../fixtures/project.ts';

let server: LiveServer;
let first: Meeting;
let second: Meeting;
let anna: Guest;
let bo: Guest;

beforeAll(async () => {
  server = await startLiveServer();
  const meetings = await makeMeetings(server.app.projects, server.leader.user, ['Ett', 'Två']);
  [first, second] = [meetings[0]!, meetings[1]!];
  await led(first, { name: 'OpenMeeting', data: {} });
  anna = await server.join(first, 'Anna');
  bo = await server.join(first, 'Bo');
  for (const [prompt, kind] of [
    ['prompt-ord', 'role-card'],
    ['prompt-dolt', 'role-card'],
    ['prompt-lova', 'commitment']
  ] as const) {
    await led(first, {
      name: 'AddPrompt',
      data: { prompt, kind, title: `Om ${kind}`, hidden: prompt === 'prompt-dolt' }
    });
    await led(first, { name: 'OpenPrompt', data: { prompt } });
    await write(anna, prompt, `note-${prompt}-a`, prompt === 'prompt-dolt' ? 'HEMLIGT' : 'Samordna');
    await write(bo, prompt, `note-${prompt}-b`, prompt === 'prompt-dolt' ? 'HEMLIGT' : 'Samordna');
    await led(first, { name: 'ClosePrompt', data: { prompt } });
  }
}, 60_000);
afterAll(() => server.close());

async function act(meeting: Meeting, request: Request, by: Actor) {
  const room = (await server.app.meetings.room(meeting.id))!;
  expect(await room.submit({ ...request, id: newId() }, by)).toMatchObject({ ok: true });
}
const led = (meeting: Meeting, request: Request) =>
  act(meeting, request, { role: 'leader', id: server.leader.user.id });
const write = (who: Guest, prompt: string, note: string, text: string) =>
  act(
    first,
    { name: 'SubmitNote', data: { note, prompt, fields: { text } } },
    { role: 'participant', id: who.id }
  );

test('the next meeting begins with the words, and with the commitments and whose they are', async () => {
  const last = await server.app.lastTime(second, anna.id);
  expect(last).toMatchObject({ meeting: first.id, number: 1, title: 'Ett' });
  expect(last?.wall?.items).toEqual([{ id: 'note-prompt-ord-a', text: 'Samordna', count: 2 }]);
  expect(last?.commitments.map(({ id, mine }) => [id, mine ?? false])).toEqual([
    ['note-prompt-lova-a', true],
    ['note-prompt-lova-b', false]
  ]);
  expect(await server.app.lastTime(first)).toBeNull();
});

test('what its walls never showed is not shown now', async () => {
  expect(JSON.stringify(await server.app.lastTime(second))).not.toContain('HEMLIGT');
});

test('a commitment is marked by its author after the meeting, and the next one shows it', async () => {
  await led(first, { name: 'FinishMeeting', data: {} });
  await act(
    first,
    { name: 'MarkOwnNote', data: { note: 'note-prompt-lova-a', mark: 'done' } },
    { role: 'participant', id: anna.id }
  );
  const last = await server.app.lastTime(second, bo.id);
  expect(last?.commitments.find(({ id }) => id === 'note-prompt-lova-a')).toMatchObject({ mark: 'done' });
});

test('phones are told what is open at home before the other meetings, with how much is theirs', async () => {
  const homework = { from: Date.now() - 1_000, until: Date.now() + 3_600_000 };
  const add = (prompt: string, dates: { from: number; until: number } | null) =>
    led(second, { name: 'AddPrompt', data: { prompt, kind: 'quote', title: prompt, homework: dates } });
  await add('prompt-hemma', homework);
  await add('prompt-senare', { from: homework.until, until: homework.until + 1_000 });
  await add('prompt-aldrig', null);
  await server.join(second, 'Cia');
  const fields = { text: 'Ja', speaker: 'me' };
  await act(
    second,
    { name: 'SubmitNote', data: { note: 'note-hemma', prompt: 'prompt-hemma', fields } },
    { role: 'participant', id: anna.id }
  );
  const task = { prompt: 'prompt-hemma', title: 'prompt-hemma', until: homework.until };
  const { number, code } = second;
  expect(await server.app.homeworkAhead(first, anna.id)).toEqual([
    { number, code, tasks: [{ ...task, count: 1 }] }
  ]);
  expect(await server.app.homeworkAhead(first, bo.id)).toMatchObject([{ tasks: [{ count: 0 }] }]);
  expect(await server.app.homeworkAhead(second, anna.id)).toEqual([]);
});

test('only the last meeting asks whether somebody may be asked later, and the last word counts', async () => {
  const { followUps } = server.app;
  expect(await followUps.of(first, anna.id)).toBeUndefined();
  expect(await followUps.answer(first, anna.id, true, '')).toBe(false);
  expect(await followUps.of(second, anna.id)).toEqual({ agreed: null, email: '' });
  await followUps.answer(second, anna.id, true, 'anna@exempel.se');
  await followUps.answer(second, bo.id, true, '');
  expect(await followUps.agreed(second.projectId)).toBe(2);
  await followUps.answer(second, anna.id, false, '');
  expect(await followUps.of(second, anna.id)).toEqual({ agreed: false, email: 'anna@exempel.se' });
  expect(await followUps.agreed(second.projectId)).toBe(1);
});
