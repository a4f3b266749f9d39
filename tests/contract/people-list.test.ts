/** The list of a project's people: who is expected, how they come in as themselves, and who sees what of them. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Accounts } from '../../server/accounts.ts';
import type { User } from '../../server/accounts.ts';
import { participants as table, projectMembers } from '../../server/db/schema.ts';
import { Participants } from '../../server/participants.ts';
import { People } from '../../server/people.ts';
import { Projects } from '../../server/projects.ts';
import type { Meeting } from '../../server/projects.ts';
import { freshDatabase } from '../fixtures/database.ts';
import type { FreshDatabase } from '../fixtures/database.ts';
import { ask, LEADER, startNode } from '../fixtures/nodes.ts';
import type { Node } from '../fixtures/nodes.ts';
import { makeLeader, makeMeetings } from '../fixtures/project.ts';

const LAN = '192.168.1.20';
const LIST = [
  'Anna Ek;Region Tallmo;anna@exempel.se',
  'Bo Lind;Nya byn;;föreläsare',
  ';Region Tallmo',
  'Eva Ö;Region Tallmo;inte-en-adress'
].join('\n');

let fresh: FreshDatabase;
let node: Node;
let projects: Projects;
let participants: Participants;
let people: People;
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
  people = new People(node.database.db, projects, participants);
  await ask((await node.meetings.room(meeting.id))!, LEADER, { name: 'OpenMeeting', data: {} });
  await projects.addOrganisations(user.id, meeting.projectId, 'Region Tallmo', 'region');
  return () => participants.close();
});

const add = async (text: string) => {
  const done = await people.add(user.id, meeting.projectId, text);
  if (!done?.ok) throw new Error('not added');
  return done;
};
const list = async () => (await people.of(user.id, meeting.projectId))!;
const place = async (name: string) =>
  (await projects.organisationsOf(meeting.projectId)).find((one) => one.name === name)!;
const join = async (name: string, organisation: string) => {
  const joined = await participants.join({ code: meeting.code, name, organisation }, LAN);
  if (!joined.ok) throw new Error(joined.reason);
  return joined;
};

describe('a pasted list', () => {
  test('is looked at without keeping anything; then what can be read is kept, and what cannot is told', async () => {
    const preview = await people.preview(user.id, meeting.projectId, LIST);
    expect(preview).toMatchObject({ ok: true, newPlaces: ['Nya byn'] });
    expect(await list()).toEqual([]);
    const done = await add(LIST);
    expect(done.lines.map(({ number, becomes }) => [number, becomes])).toEqual([
      [1, 'new'],
      [2, 'new'],
      [3, 'fault'],
      [4, 'fault']
    ]);
    expect(await list()).toMatchObject([
      { name: 'Anna Ek', email: 'anna@exempel.se', part: 'participant', expected: true, meetings: [] },
      { name: 'Bo Lind', email: '', part: 'lecturer', expected: true }
    ]);
    expect(await place('Nya byn')).toMatchObject({ kind: 'other', removed: false });
  });

  test('twice, also at once, adds nobody twice; two of one name get numbers', async () => {
    const twins = 'Anna Ek;Region Tallmo;a@exempel.se\nAnna Ek;Region Tallmo;b@exempel.se';
    await Promise.all([add(twins), add(twins)]);
    await add(twins);
    const all = await list();
    expect(all.map(({ shown }) => shown)).toEqual(['Anna Ek', 'Anna Ek 2']);
    expect(new Set(all.map(({ code }) => code)).size).toBe(2);
  });

  test('is nobody’s but a leader’s; a reviewer reads who is there, without addresses and codes', async () => {
    await add(LIST);
    const { user: other } = await makeLeader(new Accounts(node.database.db));
    expect(await people.of(other.id, meeting.projectId)).toBeUndefined();
    await node.database.db
      .insert(projectMembers)
      .values({ projectId: meeting.projectId, userId: other.id, part: 'reviewer' });
    const [anna] = (await people.of(other.id, meeting.projectId))!;
    expect(anna).toMatchObject({ name: 'Anna Ek', email: '' });
    expect(anna).not.toHaveProperty('code');
    for (const refused of [
      people.preview(other.id, meeting.projectId, LIST),
      people.add(other.id, meeting.projectId, LIST),
      people.remove(other.id, meeting.projectId, anna!.id),
      people.update(other.id, meeting.projectId, anna!.id, {
        name: 'X',
        organisation: '',
        email: '',
        part: ''
      })
    ])
      expect(await refused).toBeUndefined();
  });
});

describe('somebody expected', () => {
  test('comes in by the personal link as that person, and is expected no more', async () => {
    await add(LIST);
    const [anna] = await list();
    expect(await participants.invited(anna!.code!, meeting.projectId, LAN)).toMatchObject({ id: anna!.id });
    const joined = await participants.join(
      { code: meeting.code, name: '', organisation: '', personal: anna!.code! },
      LAN
    );
    expect(joined).toMatchObject({ ok: true, participant: anna!.id });
    const [here] = await list();
    expect(here).toMatchObject({ id: anna!.id, expected: false, meetings: [meeting.id] });
    // The code is on the own phone now, and no leader's to see.
    expect(here).not.toHaveProperty('code');
  });

  test('comes in by the own name and organisation, once: who follows under that name is somebody else', async () => {
    await add(LIST);
    const [anna] = await list();
    const { id } = await place('Region Tallmo');
    const first = await join('ANNA  ek', id);
    expect(first.participant).toBe(anna!.id);
    const second = await join('Anna Ek', id);
    expect(second.participant).not.toBe(anna!.id);
    expect((await list()).map(({ shown }) => shown)).toEqual(['Anna Ek', 'Anna Ek 2', 'Bo Lind']);
  });

  test('is not who joins from elsewhere, nor one of two of the name, nor who has a phone already', async () => {
    await add('Anna Ek;Region Tallmo\nBo;Region Tallmo;a@exempel.se\nBo;Region Tallmo;b@exempel.se');
    const [anna, ...bos] = await list();
    const { id } = await place('Region Tallmo');
    expect((await join('Anna Ek', '')).participant).not.toBe(anna!.id);
    expect((await join('Anna Ek', 'Annan kommun')).participant).not.toBe(anna!.id);
    expect(bos.map((one) => one.id)).not.toContain((await join('Bo', id)).participant);
    const { db } = node.database;
    const there = await join('Cilla', id);
    await db.update(table).set({ expected: true }).where(eq(table.id, there.participant));
    expect((await join('Cilla', id)).participant).not.toBe(there.participant);
  });

  test('a wrong link tells nothing, and many of them shut the door', async () => {
    const wrong = () => participants.invited('ZZZ 999', meeting.projectId, '10.0.0.9');
    expect(await wrong()).toBeUndefined();
    await Promise.all(Array.from({ length: 60 }, wrong));
    await add(LIST);
    const [anna] = await list();
    expect(await participants.invited(anna!.code!, meeting.projectId, '10.0.0.9')).toBeUndefined();
    expect(await participants.invited(anna!.code!, meeting.projectId, LAN)).toBeDefined();
  });
});

describe('a leader', () => {
  test('changes name, organisation, e-mail and part; what is wrong is told and nothing is changed', async () => {
    await add(LIST);
    const [anna] = await list();
    const form = {
      name: 'Anna Berg',
      organisation: anna!.organisation!,
      email: 'Ny@Exempel.se',
      part: 'lecturer'
    };
    const update = (changes: Partial<typeof form>) =>
      people.update(user.id, meeting.projectId, anna!.id, { ...form, ...changes });
    expect(await update({ email: 'fel' })).toEqual({ ok: false, reason: 'email-wrong' });
    expect(await update({ name: ' ' })).toEqual({ ok: false, reason: 'name-empty' });
    expect(await list()).toContainEqual(anna);
    expect(await update({})).toEqual({ ok: true });
    expect(await list()).toMatchObject([
      { id: anna!.id, name: 'Anna Berg', email: 'ny@exempel.se', part: 'lecturer', expected: true },
      {}
    ]);
  });

  test('takes somebody out', async () => {
    await add(LIST);
    const [anna] = await list();
    expect(await people.remove(user.id, meeting.projectId, anna!.id)).toEqual({ ok: true });
    expect((await list()).map(({ name }) => name)).toEqual(['Bo Lind']);
  });
});
