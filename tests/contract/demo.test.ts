/** The demo's projects: what a newcomer finds in them, of every kind. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import type { App } from '../../server/app.ts';
import { parseConfig } from '../../server/config.ts';
import { HALFWAY } from '../../server/demo/halfway/meetings.ts';
import { atHome } from '../../src/lib/domain/meeting/homework.ts';
import { promptsOf } from '../../src/lib/domain/outputs/outputs.ts';
import { freshDatabase, ROOT } from '../fixtures/database.ts';
import type { FreshDatabase } from '../fixtures/database.ts';

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

async function halfway() {
  const all = await app.projects.list(app.demo!.user);
  return all.find(({ project }) => project.name === HALFWAY.name)!.meetings;
}

test('one project is live, the other stands between its third and its fourth meeting, with homework half in', async () => {
  expect(await app.projects.list(app.demo!.user)).toHaveLength(2);
  const meetings = await halfway();
  const states = await Promise.all(meetings.map(async ({ id }) => (await app.meetings.room(id))!.state));
  expect(states.map(({ phase }) => phase)).toEqual(['finished', 'finished', 'finished', 'planned']);
  const now = Date.now();
  const { agenda, prompts } = states[3]!;
  const homework = agenda.map((id) => prompts[id]!).filter((prompt) => atHome(prompt, now) === 'open');
  expect(homework.length).toBeGreaterThan(1);
  for (const prompt of homework) expect(prompt.notes.length).toBeGreaterThan(1);
});

test('what the printed documentation is made of is there, each with its answers', async () => {
  const views = await Promise.all((await halfway()).map((one) => app.firstView(one, { view: 'review' })));
  const left = views.flatMap((view) => promptsOf(view!.state));
  const of = (outcome: string) => left.filter((prompt) => prompt.outcome === outcome);
  for (const outcome of ['timeline', 'quotes', 'wall', 'definitions', 'perspectives', 'actors', 'cases'])
    expect(of(outcome)[0]?.notes.length, outcome).toBeGreaterThan(2);
  expect(of('result')[0]?.vote?.options[0]?.score).toBeGreaterThan(10);
  const [commitments] = of('commitments');
  expect(new Set(commitments?.notes.map(({ mark }) => mark))).toEqual(
    new Set([undefined, 'begun', 'done', 'dropped'])
  );
  expect(of('perspectives')[0]?.uncited).toHaveLength(1);
  expect(Object.keys(of('perspectives')[0]?.summaries ?? {})).toHaveLength(3);
  expect(left.filter(({ kind }) => kind === 'choice')).toHaveLength(2);
  expect(left.find(({ brought }) => brought)?.brought?.items).toHaveLength(12);
});
