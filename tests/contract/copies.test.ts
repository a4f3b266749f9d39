/** A project copied as a template: what comes along, and what does not. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Accounts } from '../../server/accounts.ts';
import { Copies } from '../../server/copies.ts';
import { Participants } from '../../server/participants.ts';
import { Projects } from '../../server/projects.ts';
import { freshDatabase } from '../fixtures/database.ts';
import type { FreshDatabase } from '../fixtures/database.ts';
import { ask, BERIT, LEADER, startNode } from '../fixtures/nodes.ts';
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

test('agendas come along without their answers, organisations where they are wanted; days, places and people do not', async () => {
  const projects = new Projects(node.database.db);
  const copies = new Copies(node.database, projects, node.meetings);
  const { user } = await makeLeader(new Accounts(node.database.db));
  const { user: stranger } = await makeLeader(new Accounts(node.database.db));
  const [first, second] = await makeMeetings(projects, user, ['Ett', 'Två']);
  const from = first!.projectId;
  await projects.addOrganisations(user.id, from, 'Region Tallmo\nÅby kommun', 'region');
  const times = { startsAt: '09:30', endsAt: '15:00' };
  await projects.updateMeeting(user.id, first!.id, {
    title: 'Ett',
    place: 'Tallnäs',
    day: '2027-04-15',
    ...times
  });
  const room = (await node.meetings.room(first!.id))!;
  const step = { kind: 'role-card', title: 'Vem är du?', minutes: 20, hidden: true };
  await ask(room, LEADER, { name: 'AddPrompt', data: { prompt: 'prompt-1', ...step } });
  await ask(room, LEADER, {
    name: 'AddPrompt',
    data: { prompt: 'prompt-2', kind: 'sticky-note', title: 'Vad behövs?' }
  });
  await ask(room, LEADER, { name: 'OpenMeeting', data: {} });
  await ask(room, LEADER, { name: 'OpenPrompt', data: { prompt: 'prompt-1' } });
  const participants = new Participants(node.database, projects, node.meetings);
  await participants.join({ code: first!.code, name: 'Berit', organisation: '' }, '192.168.1.20');
  const note = { note: 'note-0001', prompt: 'prompt-1', fields: { text: 'Samordnare' } };
  await ask(room, BERIT, { name: 'SubmitNote', data: note });

  const form = { name: 'Ett till', question: 'Vem gör vad nu?', about: 'Nytt.', organisations: true };
  expect(await copies.make(stranger.id, from, form)).toBeUndefined();
  expect(await copies.make(user.id, from, { ...form, name: ' ' })).toMatchObject({
    ok: false,
    fault: { field: 'name', code: 'empty' }
  });
  const copied = await copies.make(user.id, from, form);
  if (!copied?.ok) throw new Error('not copied');
  const view = (await projects.read(user.id, copied.id))!;
  expect(view.project).toMatchObject({
    name: 'Ett till',
    question: 'Vem gör vad nu?',
    about: 'Nytt.',
    host: 'Region Älvmark',
    rehearsalOf: null
  });
  expect(view.part).toBe('owner');
  expect(view.organisations.map(({ name }) => name)).toEqual(['Region Tallmo', 'Åby kommun']);
  expect(view.meetings).toMatchObject([
    { number: 1, title: 'Ett', place: '', day: null, startsAt: '09:30', endsAt: '15:00' },
    { number: 2, title: 'Två', place: '', day: null }
  ]);
  expect(view.meetings.map(({ code }) => code)).not.toContain(first!.code);
  expect(view.meetings.map(({ id }) => id)).not.toContain(second!.id);
  const { state } = (await node.meetings.room(view.meetings[0]!.id))!;
  expect(state.phase).toBe('planned');
  expect(state.agenda.map((id) => state.prompts[id])).toMatchObject([
    { ...step, stage: 'draft' },
    { title: 'Vad behövs?', stage: 'draft' }
  ]);
  expect(Object.keys(state.notes)).toEqual([]);
  expect((await participants.everybody(copied.id)).size).toBe(0);
  const bare = await copies.make(user.id, from, { ...form, organisations: false });
  expect((await projects.organisationsOf((bare as { id: string }).id)).length).toBe(0);
});
