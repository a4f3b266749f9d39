/** Versions of a documentation: kept by name and by themselves, read, and taken back without losing what was written since. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Accounts } from '../../server/accounts.ts';
import type { User } from '../../server/accounts.ts';
import { documentationVersions } from '../../server/db/schema.ts';
import { DocumentationVersions } from '../../server/documentation/versions.ts';
import { createLog } from '../../server/log.ts';
import { Projects } from '../../server/projects.ts';
import type { ContentNode } from '../../src/lib/domain/documentation/content.ts';
import { freshDatabase, PLACES } from '../fixtures/database.ts';
import type { FreshDatabase } from '../fixtures/database.ts';
import { startNode } from '../fixtures/nodes.ts';
import type { Node } from '../fixtures/nodes.ts';
import { makeLeader, makeMeetings } from '../fixtures/project.ts';

const HOUR = 3_600_000;

describe.each(PLACES)('%s database', (place) => {
  let fresh: FreshDatabase;
  let node: Node;
  let accounts: Accounts;
  let projects: Projects;
  let versions: DocumentationVersions;
  let user: User;
  let project: string;
  let written: ContentNode;

  beforeAll(async () => {
    fresh = await freshDatabase(place);
    node = await startNode(fresh.url);
    accounts = new Accounts(node.database.db);
    projects = new Projects(node.database.db);
  });
  afterAll(async () => {
    await node.close();
    await fresh.drop();
  });
  beforeEach(async () => {
    user = (await makeLeader(accounts)).user;
    project = (await makeMeetings(projects, user))[0]!.projectId;
    written = says('Ett');
    versions = process();
  });

  /** Of one server: what it remembers is its own. */
  function process(): DocumentationVersions {
    return new DocumentationVersions(
      node.database.db,
      projects,
      {
        content: async () => written,
        replace: async (_project, _user, content) => {
          written = content;
          return { ok: true };
        }
      },
      createLog('silent')
    );
  }

  function says(text: string): ContentNode {
    return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
  }

  const listed = async () => (await versions.of(user.id, project))!.map(({ name }) => name);
  const age = (hours: number) =>
    node.database.db
      .update(documentationVersions)
      .set({ createdAt: new Date(Date.now() - hours * HOUR) })
      .where(eq(documentationVersions.projectId, project));

  test('a version is kept under a name, as what is written then', async () => {
    const kept = await versions.keep(user.id, project, { name: ' Till styrgruppen ' });
    written = says('Två');
    expect(await versions.of(user.id, project)).toEqual([
      { id: kept?.ok && kept.id, name: 'Till styrgruppen', by: user.name, at: expect.any(Date) as Date }
    ]);
    const id = (await versions.of(user.id, project))![0]!.id;
    expect(await versions.read(user.id, project, id)).toMatchObject({ content: says('Ett') });
  });

  test('it is taken back as an edit, and what was written since is kept first', async () => {
    const kept = await versions.keep(user.id, project, { name: 'Först' });
    written = says('Två');
    expect(await versions.takeBack(user.id, project, kept?.ok ? kept.id : '')).toEqual({ ok: true });
    expect(written).toEqual(says('Ett'));
    const [before] = (await versions.of(user.id, project))!;
    expect(before).toMatchObject({ name: '' });
    await versions.takeBack(user.id, project, before!.id);
    expect(written).toEqual(says('Två'));
  });

  test('what stood before a day of work is kept, once', async () => {
    await versions.beforeWork(user.id, project);
    written = says('Två');
    await versions.beforeWork(user.id, project);
    await process().beforeWork(user.id, project);
    expect(await listed()).toEqual(['']);
    await age(14);
    await process().beforeWork(user.id, project);
    const [newest] = (await versions.of(user.id, project))!;
    expect(await versions.read(user.id, project, newest!.id)).toMatchObject({ content: says('Två') });
    expect(await listed()).toEqual(['', '']);
  });

  test('a second writer waits until what stood before is kept', async () => {
    const slow = process();
    let isKept = false;
    const first = slow.beforeWork(user.id, project).then(() => (isKept = true));
    await slow.beforeWork(user.id, project);
    expect(isKept || (await listed()).length === 1).toBe(true);
    await first;
  });

  test('a version that cannot be kept keeps nobody from writing', async () => {
    written = says('No\u0000ll');
    await expect(process().beforeWork(user.id, project)).resolves.toBeUndefined();
    expect(await listed()).toEqual([]);
  });

  test('nothing is kept by itself where nothing is written, or where the newest version says the same', async () => {
    written = { type: 'doc', content: [{ type: 'paragraph' }] };
    await process().beforeWork(user.id, project);
    expect(await listed()).toEqual([]);
    written = says('Ett');
    await versions.keep(user.id, project, { name: 'Först' });
    await process().beforeWork(user.id, project);
    expect(await listed()).toEqual(['Först']);
  });

  test('of those that were kept by themselves, the newest ninety stay; named ones all do', async () => {
    await versions.keep(user.id, project, { name: 'Först' });
    await age(24 * 200);
    await node.database.db.insert(documentationVersions).values(
      Array.from({ length: 92 }, (_, day) => ({
        id: `${project.slice(0, 10)}-${day}`,
        projectId: project,
        content: says(String(day)),
        createdAt: new Date(Date.now() - (100 - day) * 24 * HOUR)
      }))
    );
    written = says('I dag');
    await process().beforeWork(user.id, project);
    const all = (await versions.of(user.id, project))!;
    expect(all).toHaveLength(91);
    expect(all.at(-1)).toMatchObject({ name: 'Först' });
    expect(await versions.read(user.id, project, all[0]!.id)).toMatchObject({ content: says('I dag') });
  });

  test('others see none, keep none and take none back; another project has no such version', async () => {
    const kept = await versions.keep(user.id, project, { name: 'Först' });
    const id = kept?.ok ? kept.id : '';
    const stranger = (await makeLeader(accounts)).user;
    const other = (await makeMeetings(projects, stranger))[0]!.projectId;
    written = says('Två');
    expect(await versions.of(stranger.id, project)).toBeUndefined();
    expect(await versions.keep(stranger.id, project, { name: 'Min' })).toBeUndefined();
    for (const place of [project, other]) {
      expect(await versions.read(stranger.id, place, id)).toBeUndefined();
      expect(await versions.takeBack(stranger.id, place, id)).toBeUndefined();
    }
    expect(written).toEqual(says('Två'));
  });

  test('a name is wanted, and no endless one', async () => {
    expect(await versions.keep(user.id, project, { name: ' ' })).toMatchObject({ fault: { code: 'empty' } });
    expect(await versions.keep(user.id, project, { name: 'x'.repeat(121) })).toMatchObject({
      fault: { code: 'too-long', limit: 120 }
    });
  });
});
