/** Who leads a project: invitations by one-time links, parts, and who may take whom out. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Accounts } from '../../server/accounts.ts';
import type { User } from '../../server/accounts.ts';
import { Invitations } from '../../server/invitations.ts';
import { Members } from '../../server/members.ts';
import { Projects } from '../../server/projects.ts';
import { RolePacks } from '../../server/role-packs.ts';
import { freshDatabase, PLACES, ROOT } from '../fixtures/database.ts';
import type { FreshDatabase } from '../fixtures/database.ts';
import { startNode } from '../fixtures/nodes.ts';
import type { Node } from '../fixtures/nodes.ts';
import { makeLeader, makeMeetings, PASSWORD } from '../fixtures/project.ts';

describe.each(PLACES)('%s database', (place) => {
  let fresh: FreshDatabase;
  let node: Node;
  let accounts: Accounts;
  let projects: Projects;
  let members: Members;
  let invitations: Invitations;
  let owner: User;
  let other: User;
  let project: string;
  let meeting: string;

  beforeAll(async () => {
    fresh = await freshDatabase(place);
    node = await startNode(fresh.url);
    const { db } = node.database;
    accounts = new Accounts(db);
    projects = new Projects(db);
    members = new Members(db);
    invitations = new Invitations(db, projects, accounts);
  });
  afterAll(async () => {
    await node.close();
    await fresh.drop();
  });
  beforeEach(async () => {
    owner = (await makeLeader(accounts)).user;
    other = (await makeLeader(accounts)).user;
    const [made] = await makeMeetings(projects, owner);
    project = made!.projectId;
    meeting = made!.id;
  });

  async function invite(part: string, by = owner): Promise<string> {
    const made = await invitations.make(by.id, project, part);
    if (!made?.ok) throw new Error('not invited');
    return made.token;
  }

  async function join(part: string): Promise<User> {
    const { user } = await makeLeader(accounts);
    expect(await invitations.accept(user.id, await invite(part))).toBe('joined');
    return user;
  }

  const parts = async () => (await members.of(project)).map(({ part }) => part);

  describe('an invitation', () => {
    test('brings in somebody with an account, as what it says, once', async () => {
      const token = await invite('co-leader');
      expect(await invitations.find(token)).toMatchObject({ part: 'co-leader', by: owner.name });
      expect(await invitations.accept(other.id, token)).toBe('joined');
      expect(await projects.partIn(other.id, meeting)).toBe('co-leader');
      const { user: third } = await makeLeader(accounts);
      expect(await invitations.accept(third.id, token)).toBe('gone');
      expect(await projects.partIn(third.id, meeting)).toBeUndefined();
    });

    test('makes an account for somebody without one, signed in', async () => {
      const token = await invite('leader');
      const form = { name: 'Anna', email: 'anna-ny@exempel.se', password: PASSWORD };
      const made = await invitations.register(token, form);
      const user = made.ok ? await accounts.validate(made.cookie) : undefined;
      expect(user).toMatchObject({ email: form.email });
      expect(await projects.partIn(user!.id, meeting)).toBe('leader');
      const again = await invitations.register(token, { ...form, email: 'bo-ny@exempel.se' });
      expect(again).toEqual({ ok: false, fault: 'link-used' });
      const late = { email: 'bo-ny@exempel.se', password: PASSWORD };
      expect(await accounts.signIn(late, '192.0.2.1')).toEqual({ ok: false, fault: 'sign-in-wrong' });
    });

    test('is not used up by a wrong form or an address that is taken', async () => {
      const token = await invite('leader');
      const form = { name: 'Anna', email: owner.email, password: PASSWORD };
      expect(await invitations.register(token, form)).toEqual({ ok: false, fault: 'email-taken' });
      const short = { ...form, email: 'x@exempel.se', password: 'kort' };
      expect(await invitations.register(token, short)).toEqual({ ok: false, fault: 'password-short' });
      expect(await invitations.accept(other.id, token)).toBe('joined');
    });

    test('lets one in of several who use it in the same instant', async () => {
      const token = await invite('reviewer');
      // One by one: a new link for a first leader ends the one before.
      const crowd = [await makeLeader(accounts), await makeLeader(accounts), await makeLeader(accounts)];
      const got = await Promise.all([
        ...crowd.map(({ user }) => invitations.accept(user.id, token)),
        invitations.register(token, {
          name: 'Bo',
          email: `snabb-${token.slice(0, 5)}@exempel.se`,
          password: PASSWORD
        })
      ]);
      const inside = got.filter((one) => one === 'joined' || (typeof one === 'object' && one.ok));
      expect(inside).toHaveLength(1);
      expect(await parts()).toEqual(['owner', 'reviewer']);
    });

    test('changes nothing for who is in already, and stays good', async () => {
      const token = await invite('reviewer');
      expect(await invitations.accept(owner.id, token)).toBe('member');
      expect(await projects.partIn(owner.id, meeting)).toBe('owner');
      expect(await invitations.accept(other.id, token)).toBe('joined');
    });

    test('ends when it is taken back, and after its week', async () => {
      const token = await invite('leader');
      const [one] = await invitations.of(project);
      expect(await invitations.revoke(owner.id, project, one!.id)).toEqual({ ok: true });
      expect(await invitations.find(token)).toBeUndefined();
      expect(await invitations.accept(other.id, token)).toBe('gone');
      const old = await invite('leader');
      await node.database.sql`update invitations set expires_at = now() - interval '1 second'`;
      expect(await invitations.accept(other.id, old)).toBe('gone');
      expect(await invitations.of(project)).toEqual([]);
    });

    test('is made and taken back by owners and leaders of that project alone', async () => {
      await invite('leader');
      const [one] = await invitations.of(project);
      const [coLeader, reviewer, leader] = [
        await join('co-leader'),
        await join('reviewer'),
        await join('leader')
      ];
      for (const { id } of [coLeader, reviewer, other]) {
        expect(await invitations.make(id, project, 'leader')).toBeUndefined();
        expect(await invitations.revoke(id, project, one!.id)).toBeUndefined();
      }
      // Of another project, one's own is no key.
      const [theirs] = await makeMeetings(projects, other);
      await invitations.revoke(other.id, theirs!.projectId, one!.id);
      expect(await invitations.of(project)).toHaveLength(1);
      expect(await invitations.make(leader.id, project, 'co-leader')).toMatchObject({ ok: true });
      expect(await invitations.make(owner.id, project, 'owner')).toBeUndefined();
      expect(await invitations.find('no-such-token')).toBeUndefined();
    });

    test('has an end to how many wait', async () => {
      for (let at = 0; at < 30; at++) await invite('reviewer');
      const full = { ok: false, fault: { field: 'part', code: 'too-many', limit: 30 } };
      expect(await invitations.make(owner.id, project, 'reviewer')).toEqual(full);
    });
  });

  describe('parts', () => {
    const lastOwner = { ok: false, fault: { field: 'part', code: 'last-owner' } };

    test('are changed and people taken out by owners alone', async () => {
      const leader = await join('leader');
      expect(await members.changePart(leader.id, project, owner.id, 'reviewer')).toBeUndefined();
      expect(await members.remove(leader.id, project, owner.id)).toBeUndefined();
      expect(await members.changePart(owner.id, project, leader.id, 'co-leader')).toEqual({ ok: true });
      expect(await projects.partIn(leader.id, meeting)).toBe('co-leader');
      expect(await members.changePart(owner.id, project, leader.id, 'emperor')).toBeUndefined();
      expect(await members.remove(owner.id, project, leader.id)).toEqual({ ok: true });
      expect(await projects.partIn(leader.id, meeting)).toBeUndefined();
      expect(await members.remove(owner.id, project, leader.id)).toBeUndefined();
    });

    test('that do not let one invite end the links that one has made, and no others', async () => {
      const [taken, changed] = [await join('leader'), await join('leader')];
      const kept = [await invite('leader'), await invite('reviewer', changed)];
      await members.changePart(owner.id, project, changed.id, 'owner');
      expect(await invitations.find(kept[1]!)).toBeDefined();
      const gone = [await invite('leader', taken), await invite('co-leader', changed)];
      await members.remove(owner.id, project, taken.id);
      await members.changePart(owner.id, project, changed.id, 'co-leader');
      for (const token of [...gone, kept[1]!]) {
        expect(await invitations.find(token)).toBeUndefined();
        expect(await invitations.accept(other.id, token)).toBe('gone');
      }
      // The way back in is not one's own old link.
      expect(await projects.partIn(taken.id, meeting)).toBeUndefined();
      expect(await invitations.accept(other.id, kept[0]!)).toBe('joined');
    });

    test('taken away while one invites leave no link', async () => {
      for (let at = 0; at < 5; at++) {
        const leader = await join('leader');
        await Promise.all([
          invitations.make(leader.id, project, 'leader'),
          members.remove(owner.id, project, leader.id)
        ]);
        expect(await invitations.of(project)).toEqual([]);
      }
    });

    test('leave the project an owner', async () => {
      expect(await members.remove(owner.id, project, owner.id)).toEqual(lastOwner);
      expect(await members.changePart(owner.id, project, owner.id, 'leader')).toEqual(lastOwner);
      const second = await join('leader');
      await members.changePart(owner.id, project, second.id, 'owner');
      // Each takes out the other, in the same instant.
      const got = await Promise.all([
        members.remove(owner.id, project, second.id),
        members.remove(second.id, project, owner.id)
      ]);
      expect(got.filter((one) => one?.ok)).toHaveLength(1);
      expect(await parts()).toEqual(['owner']);
    });

    test('let a reviewer read, and change nothing', async () => {
      const reviewer = await join('reviewer');
      const form = { name: 'Annat', question: 'Annat?', host: '' };
      const packs = new RolePacks(node.database, projects, node.meetings, ROOT);
      expect(await projects.read(reviewer.id, project)).toMatchObject({ part: 'reviewer' });
      expect(await projects.led(reviewer.id, project)).toBeUndefined();
      expect(await projects.update(reviewer.id, project, form)).toBeUndefined();
      expect(await projects.addMeeting(reviewer.id, project, 'Femte')).toBeUndefined();
      expect(await projects.removeMeeting(reviewer.id, meeting)).toBeUndefined();
      expect(await projects.newWallKey(reviewer.id, meeting)).toBeUndefined();
      expect(await packs.update(reviewer.id, project, { common: true, own: '', add: [] })).toBeUndefined();
      expect((await projects.leadersOf(project)).map(({ id }) => id)).toEqual([owner.id]);
      const coLeader = await join('co-leader');
      expect(await projects.addMeeting(coLeader.id, project, 'Femte')).toEqual({ ok: true });
    });
  });
});
