/** Organisations that are taken out of a project: what their people wrote keeps the name, and nobody can choose them. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Accounts } from '../../server/accounts.ts';
import type { User } from '../../server/accounts.ts';
import { Participants } from '../../server/participants.ts';
import { Projects } from '../../server/projects.ts';
import type { Meeting } from '../../server/projects.ts';
import { freshDatabase } from '../fixtures/database.ts';
import type { FreshDatabase } from '../fixtures/database.ts';
import { ask, LEADER, startNode } from '../fixtures/nodes.ts';
import type { Node } from '../fixtures/nodes.ts';
import { makeLeader, makeMeetings } from '../fixtures/project.ts';

let fresh: FreshDatabase;
let node: Node;
let projects: Projects;
let participants: Participants;
let user: User;
let meeting: Meeting;

beforeAll(async () => {
  fresh = await freshDatabase();
  node = await startNode(fresh.url);
  projects = new Projects(node.database.db);
});
afterAll(async () => {
  await node.close();
  await fresh.drop();
});
beforeEach(async () => {
  user = (await makeLeader(new Accounts(node.database.db))).user;
  [meeting] = (await makeMeetings(projects, user)) as [Meeting];
  participants = new Participants(node.database, projects, node.meetings);
  await participants.follow();
  await ask((await node.meetings.room(meeting.id))!, LEADER, { name: 'OpenMeeting', data: {} });
  await projects.addOrganisations(user.id, meeting.projectId, 'Region Tallmo\nÅby kommun', 'region');
  return () => participants.close();
});

const all = () => projects.organisationsOf(meeting.projectId);
const named = async (name: string) => (await all()).find((one) => one.name === name)!;
const remove = async (name: string) =>
  projects.removeOrganisation(user.id, meeting.projectId, (await named(name)).id);
const join = (name: string, organisation: string) =>
  participants.join({ code: meeting.code, name, organisation }, '192.168.1.20');
const choice = async () => {
  const found = await participants.meetingByCode(meeting.code, '192.168.1.20');
  return found.ok ? found.organisations.map(({ name }) => name) : [];
};

test('one that nobody ever belonged to is gone', async () => {
  await remove('Åby kommun');
  expect((await all()).map(({ name }) => name)).toEqual(['Region Tallmo']);
});

test('one with people stays, marked, and its people keep its name; nobody can choose it', async () => {
  const { id } = await named('Region Tallmo');
  const berit = await join('Berit', id);
  await remove('Region Tallmo');
  expect(await named('Region Tallmo')).toMatchObject({ id, removed: true });
  expect(await choice()).toEqual(['Åby kommun']);
  const everybody = await participants.everybody(meeting.projectId);
  expect([...everybody.values()]).toMatchObject([{ name: 'Berit', organisation: 'Region Tallmo' }]);
  // Neither from an old page nor by its name.
  for (const wish of [id, 'region tallmo'])
    expect(await join('Måns', wish)).toEqual({ ok: false, reason: 'organisation-removed' });
  const who = { id: (berit as { participant: string }).participant, projectId: meeting.projectId };
  expect(await participants.rename(who, { name: 'Berit Ek', organisation: id })).toMatchObject({ ok: true });
  const mans = await join('Måns', 'Åby kommun');
  const other = { id: (mans as { participant: string }).participant, projectId: meeting.projectId };
  expect(await participants.rename(other, { name: 'Måns', organisation: id })).toEqual({
    ok: false,
    reason: 'organisation-removed'
  });
});

test('one that somebody was of before stays as well', async () => {
  const berit = await join('Berit', (await named('Region Tallmo')).id);
  const who = { id: (berit as { participant: string }).participant, projectId: meeting.projectId };
  await participants.rename(who, { name: 'Berit', organisation: 'Åby kommun' });
  await remove('Region Tallmo');
  expect(await named('Region Tallmo')).toMatchObject({ removed: true });
});

test('is taken back by its button, or by being added again; both times it is the same one', async () => {
  const { id } = await named('Region Tallmo');
  await join('Berit', id);
  await remove('Region Tallmo');
  await projects.takeBackOrganisation(user.id, meeting.projectId, id);
  expect(await named('Region Tallmo')).toMatchObject({ id, removed: false });
  await remove('Region Tallmo');
  await projects.addOrganisations(user.id, meeting.projectId, 'REGION TALLMO\nBygdens väl', 'region');
  expect(await named('Region Tallmo')).toMatchObject({ id, removed: false });
  expect(await choice()).toEqual(['Region Tallmo', 'Åby kommun', 'Bygdens väl']);
});

test('is nobody else’s to take out or back', async () => {
  const { user: other } = await makeLeader(new Accounts(node.database.db));
  const { id } = await named('Region Tallmo');
  expect(await projects.removeOrganisation(other.id, meeting.projectId, id)).toBeUndefined();
  expect(await projects.takeBackOrganisation(other.id, meeting.projectId, id)).toBeUndefined();
});

test('what a project is about keeps its paragraphs, up to 4,000 characters', async () => {
  const form = { name: 'Namn', question: 'Fråga?', host: '' };
  const about = 'Ett stycke.\r\n\r\n\r\nEtt till.';
  expect(await projects.update(user.id, meeting.projectId, { ...form, about })).toEqual({ ok: true });
  expect(await projects.update(user.id, meeting.projectId, form)).toEqual({ ok: true });
  const view = await projects.read(user.id, meeting.projectId);
  expect(view?.project.about).toBe('Ett stycke.\n\nEtt till.');
  expect(
    await projects.update(user.id, meeting.projectId, { ...form, about: 'å'.repeat(4_001) })
  ).toMatchObject({ ok: false, fault: { field: 'about', code: 'too-long', limit: 4_000 } });
});
