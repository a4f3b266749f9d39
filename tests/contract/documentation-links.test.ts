/** Links to read a documentation by: who makes and takes back which, when they end, and that wrong ones answer alike. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Accounts } from '../../server/accounts.ts';
import type { User } from '../../server/accounts.ts';
import { documentationLinks } from '../../server/db/schema.ts';
import { DocumentationLinks } from '../../server/documentation/links.ts';
import { Invitations } from '../../server/invitations.ts';
import { Members } from '../../server/members.ts';
import { Projects } from '../../server/projects.ts';
import { newToken } from '../../server/secrets.ts';
import { freshDatabase, PLACES } from '../fixtures/database.ts';
import type { FreshDatabase } from '../fixtures/database.ts';
import { startNode } from '../fixtures/nodes.ts';
import type { Node } from '../fixtures/nodes.ts';
import { makeLeader, makeMeetings } from '../fixtures/project.ts';

const DAY = 86_400_000;

describe.each(PLACES)('%s database', (place) => {
  let fresh: FreshDatabase;
  let node: Node;
  let accounts: Accounts;
  let projects: Projects;
  let invitations: Invitations;
  let links: DocumentationLinks;
  let owner: User;
  let project: string;
  let addresses = 0;

  beforeAll(async () => {
    fresh = await freshDatabase(place);
    node = await startNode(fresh.url);
    const { db } = node.database;
    accounts = new Accounts(db);
    projects = new Projects(db);
    invitations = new Invitations(db, projects, accounts);
    links = new DocumentationLinks(db, projects);
  });
  afterAll(async () => {
    await node.close();
    await fresh.drop();
  });
  beforeEach(async () => {
    owner = (await makeLeader(accounts)).user;
    project = (await makeMeetings(projects, owner))[0]!.projectId;
  });

  async function join(part: string): Promise<User> {
    const { user } = await makeLeader(accounts);
    const made = await invitations.make(owner.id, project, part);
    if (!made?.ok) throw new Error('not invited');
    await invitations.accept(user.id, made.token);
    return user;
  }

  async function link(by = owner, lasting = 'week') {
    const made = await links.make(by.id, project, { label: '  Styrgruppen ', lasting });
    if (!made?.ok) throw new Error('no link');
    return made;
  }

  const open = (token: string, from = `10.0.0.${++addresses}`) => links.read(token, from);
  const GONE = { ok: false, reason: 'gone' };

  test('opens its project as a reviewer sees it, and is kept as a hash', async () => {
    const { id, token } = await link();
    expect(await open(token)).toMatchObject({
      ok: true,
      project: { project: { id: project }, part: 'reviewer', meetings: [{ number: 1 }] }
    });
    const [row] = await node.database.db
      .select()
      .from(documentationLinks)
      .where(eq(documentationLinks.id, id));
    expect(row!.label).toBe('Styrgruppen');
    expect(JSON.stringify(row)).not.toContain(token);
    expect(JSON.stringify(await links.of(owner.id, project))).not.toContain(token);
  });

  test.each([
    ['week', 7],
    ['month', 30],
    ['year', 365],
    ['for ever', 7]
  ])('made for a %s it holds %d days', async (lasting, days) => {
    await link(owner, lasting);
    const [listed] = (await links.of(owner.id, project))!;
    expect(listed).toMatchObject({ label: 'Styrgruppen', by: owner.name, state: 'open', mine: true });
    expect(Math.round((listed!.expiresAt.getTime() - Date.now()) / DAY)).toBe(days);
  });

  test('unknown, cut, taken back and too old answer alike', async () => {
    const [revoked, expired, cut] = [await link(), await link(), await link()];
    await links.revoke(owner.id, project, revoked.id);
    await node.database.db
      .update(documentationLinks)
      .set({ expiresAt: new Date(Date.now() - 1) })
      .where(eq(documentationLinks.id, expired.id));
    for (const token of [revoked.token, expired.token, cut.token.slice(0, -1), newToken(), '', '%00\u0000'])
      expect(await open(token)).toEqual(GONE);
    const states = (await links.of(owner.id, project))!.map(({ state }) => state);
    expect(states.sort()).toEqual(['expired', 'open', 'revoked']);
  });

  test('whoever tries many is held up for a while, and nobody else is', async () => {
    const { token } = await link();
    await Promise.all(Array.from({ length: 30 }, () => open(newToken(), '10.9.9.9')));
    expect(await open(token, '10.9.9.9')).toEqual({ ok: false, reason: 'too-many-tries' });
    expect(await open(token, '10.9.9.8')).toMatchObject({ ok: true });
  });

  test('everybody of the project makes links; a reviewer takes back the own ones, who leads all of them', async () => {
    const reviewer = await join('reviewer');
    const [mine, theirs] = [await link(reviewer), await link()];
    const listed = (await links.of(reviewer.id, project))!;
    expect(Object.fromEntries(listed.map((one) => [one.id, one.mine]))).toEqual({
      [mine.id]: true,
      [theirs.id]: false
    });
    expect(await links.revoke(reviewer.id, project, theirs.id)).toBeUndefined();
    expect(await open(theirs.token)).toMatchObject({ ok: true });
    const leader = await join('co-leader');
    expect(await links.revoke(leader.id, project, mine.id)).toEqual({ ok: true });
    expect(await open(mine.token)).toEqual(GONE);
  });

  test('nobody else sees, makes or takes back any', async () => {
    const { id, token } = await link();
    const stranger = (await makeLeader(accounts)).user;
    const other = (await makeMeetings(projects, stranger))[0]!.projectId;
    expect(await links.of(stranger.id, project)).toBeUndefined();
    expect(await links.make(stranger.id, project, { label: 'Jag', lasting: 'year' })).toBeUndefined();
    expect(await links.revoke(stranger.id, project, id)).toBeUndefined();
    expect(await links.revoke(stranger.id, other, id)).toBeUndefined();
    expect(await open(token)).toMatchObject({ ok: true });
  });

  test('the links of somebody who is taken out of the project end', async () => {
    const leader = await join('leader');
    const { token } = await link(leader);
    await new Members(node.database.db).remove(owner.id, project, leader.id);
    expect(await open(token)).toEqual(GONE);
    expect(await links.of(owner.id, project)).toMatchObject([{ state: 'revoked' }]);
  });

  test('wants to know for whom it is, and makes no more than can be looked over', async () => {
    const fault = async (label: string) => {
      const made = await links.make(owner.id, project, { label, lasting: 'week' });
      return made?.ok === false ? made.fault : undefined;
    };
    expect(await fault(' ')).toEqual({ field: 'label', code: 'empty' });
    expect(await fault('x'.repeat(121))).toEqual({ field: 'label', code: 'too-long', limit: 120 });
    for (let made = 0; made < 50; made++) await link();
    expect(await fault('En till')).toEqual({ field: 'label', code: 'too-many', limit: 50 });
  });
});
