/** A project leaves as a file and comes in as a new one: the same but for the ids of its places, with an equal state. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import type { App } from '../../server/app.ts';
import { parseConfig } from '../../server/config.ts';
import type { ContentNode } from '../../src/lib/domain/documentation/content.ts';
import type { ProjectFile } from '../../src/lib/domain/project-file/file.ts';
import { freshDatabase, ROOT } from '../fixtures/database.ts';
import type { FreshDatabase } from '../fixtures/database.ts';
import { until } from '../fixtures/nodes.ts';
import { glanceAt } from '../../src/routes/projects/import/glance.ts';
import { kindOf } from '../../src/lib/domain/kinds/registry.ts';

let fresh: FreshDatabase;
let app: App;

beforeAll(async () => {
  fresh = await freshDatabase();
  app = await createApp(
    parseConfig({ DATABASE_URL: fresh.url, DEMO_KEY: 'nyckel', LOG_LEVEL: 'silent' }, ROOT),
    ROOT
  );
});
afterAll(async () => {
  await app.close();
  await fresh.drop();
});

async function fileOf(project: string): Promise<string> {
  const view = await app.projects.read(app.demo!.user, project);
  return new TextDecoder().decode(await app.projectFiles.write(view!));
}

/** Until the machine has laid every card of the walls: what it lays later would be another state. */
async function settled(project: string): Promise<void> {
  const view = (await app.projects.read(app.demo!.user, project))!;
  for (const { id } of view.meetings) {
    const room = (await app.meetings.room(id))!;
    await until(() => {
      const { notes, prompts } = room.state;
      return Object.values(notes).every(
        ({ place, prompt }) => place || kindOf(prompts[prompt]?.kind ?? '')?.clusters !== 'words'
      );
    }, 'every card lies');
  }
}

async function taken(text: string): Promise<string> {
  const made = await app.projectFiles.take(app.demo!.user, text, (number) => `Deltagare ${number}`);
  expect(made).toMatchObject({ ok: true });
  return (made as { id: string }).id;
}

/** What reviewers read, without what is a place's own. */
async function readBy(project: string): Promise<unknown> {
  const view = (await app.projects.read(app.demo!.user, project))!;
  const reviews = await app.reviews.ofProject(view);
  const places = new Map(view.meetings.map(({ id, number }) => [id, `meeting ${number}`]));
  const text = JSON.stringify(
    reviews.map(({ outputs }) => outputs),
    (key, value: unknown) => (key === 'variants' ? undefined : value)
  );
  return JSON.parse(
    text.replace(/"[A-Za-z0-9_-]{8,40}"/g, (id) =>
      places.get(id.slice(1, -1)) ? `"${places.get(id.slice(1, -1))}"` : id
    )
  );
}

/** The first meeting and a step of it. */
async function walled(project: string): Promise<[meeting: string, prompt: string]> {
  const [first] = (await app.projects.read(app.demo!.user, project))!.meetings;
  return [first!.id, (await app.meetings.room(first!.id))!.state.agenda[0]!];
}

const DOCUMENTATION = ([meeting, prompt]: [string, string]): ContentNode => ({
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Varifrån kommer vi?' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Det viktiga är ' },
        { type: 'text', text: 'att börja', marks: [{ type: 'bold' }] },
        { type: 'text', text: '.' }
      ]
    },
    {
      type: 'output',
      attrs: {
        ...{ id: 'block-001', meeting, prompt, part: 'all', only: '', caption: 'Tidslinjen' },
        ...{ hash: 'abc', notes: '3' }
      }
    }
  ]
});

test.each(['project', 'halfway'] as const)(
  'the demo %s comes in as the same: an equal file, an equal state, the same for its readers',
  async (which) => {
    const project = app.demo![which];
    await settled(project);
    await app.documentation.replace(project, app.demo!.user, DOCUMENTATION(await walled(project)));
    const first = await fileOf(project);
    const copy = await taken(first);
    const second = await fileOf(copy);
    expect(second).toBe(first);
    const file = JSON.parse(second) as ProjectFile;
    expect(JSON.stringify(file.documentation)).toContain('"meeting":"meeting-1"');
    expect(JSON.stringify(file.documentation)).toContain('"hash":""');
    expect(file.stateHash).toMatch(/^[0-9a-f]{64}$/);
    expect(file.meetings.flatMap(({ log }) => log).length).toBeGreaterThan(200);
    expect(await readBy(copy)).toEqual(await readBy(project));
    const glance = glanceAt(file);
    expect(await app.projectFiles.cameIn((await app.projects.read(app.demo!.user, copy))!)).toEqual({
      meetings: glance.meetings.length,
      // As many as were told of before it was taken in.
      answers: glance.meetings.reduce((sum, { answers }) => sum + answers, 0),
      organisations: glance.organisations,
      people: file.people.length
    });
  },
  // The machine lays a hundred cards first.
  120_000
);

test('a documentation that nobody could write on in is not taken in', async () => {
  const project = app.demo!.project;
  await settled(project);
  const file = JSON.parse(await fileOf(project)) as ProjectFile;
  const long = { type: 'paragraph', content: [{ type: 'text', text: 'Långt. '.repeat(1_500) }] };
  const documentation = { type: 'doc', content: Array.from({ length: 900 }, () => long) };
  const read = await app.projectFiles.take(
    app.demo!.user,
    JSON.stringify({ ...file, documentation }),
    (number) => `Namnlös ${number}`
  );
  expect(read).toEqual({ ok: false, fault: { code: 'documentation-large', limit: 8 } });
}, 120_000);
