/** To whom a reminder of homework goes: never so that it tells who has answered where that may not be known. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Accounts } from '../../server/accounts.ts';
import { participants } from '../../server/db/schema.ts';
import { Projects } from '../../server/projects.ts';
import { Reminders } from '../../server/reminders.ts';
import type { Room } from '../../server/room.ts';
import type { Meeting } from '../../server/projects.ts';
import { freshDatabase } from '../fixtures/database.ts';
import type { FreshDatabase } from '../fixtures/database.ts';
import { ask, LEADER, startNode } from '../fixtures/nodes.ts';
import type { Node } from '../fixtures/nodes.ts';
import { makeLeader, makeMeetings } from '../fixtures/project.ts';

let fresh: FreshDatabase;
let node: Node;
let meeting: Meeting;
let room: Room;
let reminders: Reminders;
beforeAll(async () => {
  fresh = await freshDatabase();
  node = await startNode(fresh.url);
  const { db } = node.database;
  const { user } = await makeLeader(new Accounts(db));
  [meeting] = (await makeMeetings(new Projects(db), user)) as [Meeting];
  room = (await node.meetings.room(meeting.id))!;
  reminders = new Reminders(db, node.meetings);
  const { projectId } = meeting;
  await db.insert(participants).values([
    { id: 'gun-00001', projectId, name: 'Gun', email: 'gun@exempel.se', code: 'AAAAAA', followUp: true },
    { id: 'siv-00001', projectId, name: 'Siv', email: 'siv@exempel.se', code: 'BBBBBB' },
    { id: 'ake-00001', projectId, name: 'Åke', code: 'CCCCCC' },
    { id: 'partner-1', projectId, name: '', email: 'x@exempel.se', code: 'DDDDDD', outsider: true }
  ]);
});
afterAll(async () => {
  await node.close();
  await fresh.drop();
});

const homework = { from: Date.now() - 1_000, until: Date.now() + 60_000 };
const names = async (prompt: string) => (await reminders.to(meeting, prompt)).map(({ name }) => name).sort();

async function answeredByGun(prompt: string, more: object): Promise<void> {
  const step = { prompt, kind: 'sticky-note', title: 'Vad säger de hemma?', homework, ...more };
  await ask(room, LEADER, { name: 'AddPrompt', data: step });
  const data = { note: `note-of-${prompt}`, prompt, fields: { text: 'Ring oss' } };
  await ask(room, { role: 'participant', id: 'gun-00001' }, { name: 'SubmitNote', data });
}

test('those with an address who have not answered; partners never', async () => {
  await answeredByGun('prompt-1', {});
  expect(await reminders.to(meeting, 'prompt-1')).toEqual([
    { name: 'Siv', email: 'siv@exempel.se', code: 'BBB BBB' }
  ]);
});

test('where nobody may know who has answered, everybody', async () => {
  await answeredByGun('prompt-2', { pledge: 'anonymous' });
  expect(await names('prompt-2')).toEqual(['Gun', 'Siv']);
});

test('what came of it is asked of those who have said yes', async () => {
  const step = { prompt: 'prompt-3', kind: 'follow-up', title: 'Vad blev det?', homework };
  await ask(room, LEADER, { name: 'AddPrompt', data: step });
  expect(await names('prompt-3')).toEqual(['Gun']);
  expect(await names('prompt-9')).toEqual([]);
});
