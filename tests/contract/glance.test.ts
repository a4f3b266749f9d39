/** What a meeting has come to at one look: what stands is counted, and nothing is told that a reader may not see yet. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { glanceAt } from '../../server/glance.ts';
import { Accounts } from '../../server/accounts.ts';
import { Projects } from '../../server/projects.ts';
import type { Walls } from '../../server/walls/walls.ts';
import { freshDatabase } from '../fixtures/database.ts';
import type { FreshDatabase } from '../fixtures/database.ts';
import { ask, BERIT, LEADER, MANS, startNode } from '../fixtures/nodes.ts';
import type { Node } from '../fixtures/nodes.ts';
import { makeLeader, makeMeetings } from '../fixtures/project.ts';

let fresh: FreshDatabase;
let node: Node;
beforeAll(async () => {
  fresh = await freshDatabase();
  node = await startNode(fresh.url);
});
afterAll(async () => {
  await node.close();
  await fresh.drop();
});

test('a hidden question tells nothing until it is closed; what was taken back is not counted', async () => {
  const { user } = await makeLeader(new Accounts(node.database.db));
  const [meeting] = await makeMeetings(new Projects(node.database.db), user);
  const room = (await node.meetings.room(meeting!.id))!;
  // No wall is asked for: there are no cards.
  const glance = () => glanceAt(node.meetings, undefined as unknown as Walls, meeting!.id);
  const prompt = 'prompt-1';
  await ask(room, LEADER, {
    name: 'AddPrompt',
    data: { prompt, kind: 'sticky-note', title: 'Vad behövs?', hidden: true }
  });
  expect(await glance()).toMatchObject({ phase: 'planned', steps: 1, answers: [], top: [] });
  await ask(room, LEADER, { name: 'OpenMeeting', data: {} });
  await ask(room, LEADER, { name: 'OpenPrompt', data: { prompt } });
  for (const [by, note] of [
    [BERIT, 'note-0001'],
    [MANS, 'note-0002']
  ] as const)
    await ask(room, by, { name: 'SubmitNote', data: { note, prompt, fields: { text: 'Tid' } } });
  expect(await glance()).toMatchObject({ phase: 'open', answers: [] });
  await ask(room, MANS, { name: 'WithdrawNote', data: { note: 'note-0002' } });
  await ask(room, LEADER, { name: 'ClosePrompt', data: { prompt } });
  expect(await glance()).toMatchObject({ answers: [{ kind: 'sticky-note', count: 1 }], votes: 0 });
  const choices = [
    { id: 'choice-a', text: 'Den ena' },
    { id: 'choice-b', text: 'Den andra' }
  ];
  const vote = { about: null, choices, votes: 1, stack: false, low: '', high: '' };
  await ask(room, LEADER, {
    name: 'AddPrompt',
    data: { prompt: 'prompt-2', kind: 'choice', title: 'Vilken?', vote }
  });
  await ask(room, LEADER, { name: 'OpenPrompt', data: { prompt: 'prompt-2' } });
  expect(await glance()).toMatchObject({ votes: 0 });
  await ask(room, BERIT, { name: 'CastBallot', data: { prompt: 'prompt-2', ballot: { 'choice-a': 1 } } });
  expect(await glance()).toMatchObject({ votes: 1 });
});

test('tells what is done at home now, and how much of what people took on is open', async () => {
  const { user } = await makeLeader(new Accounts(node.database.db));
  const [meeting] = await makeMeetings(new Projects(node.database.db), user);
  const room = (await node.meetings.room(meeting!.id))!;
  const prompt = 'prompt-1';
  const homework = { from: Date.now() - 1_000, until: Date.now() + 60_000 };
  const step = { prompt, kind: 'commitment', title: 'Vad gör du?', homework };
  await ask(room, LEADER, { name: 'AddPrompt', data: step });
  for (const [by, note] of [
    [BERIT, 'note-0001'],
    [MANS, 'note-0002']
  ] as const)
    await ask(room, by, { name: 'SubmitNote', data: { note, prompt, fields: { text: 'Ringa' } } });
  await ask(room, MANS, { name: 'MarkOwnNote', data: { note: 'note-0002', mark: 'done' } });
  expect(await glanceAt(node.meetings, undefined as unknown as Walls, meeting!.id)).toMatchObject({
    homework: [{ prompt, title: 'Vad gör du?', until: homework.until, answers: 2 }],
    commitments: { all: 2, open: 1 }
  });
});
