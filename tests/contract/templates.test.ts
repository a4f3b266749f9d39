/** Agendas that leaders have kept: whose they are, and what is kept of them. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Accounts } from '../../server/accounts.ts';
import { MOST_TEMPLATES, Templates } from '../../server/templates.ts';
import { connect } from '../../server/db/connect.ts';
import type { Database } from '../../server/db/connect.ts';
import { users } from '../../server/db/schema.ts';
import { eq } from 'drizzle-orm';
import { freshDatabase, ROOT } from '../fixtures/database.ts';
import type { FreshDatabase } from '../fixtures/database.ts';
import { makeLeader } from '../fixtures/project.ts';

let fresh: FreshDatabase;
let database: Database;
let templates: Templates;
let karin: string;
let mats: string;

const STEPS = [
  { kind: 'sticky-note', title: 'Vad minns du?', minutes: 20 },
  { kind: 'dots', title: 'Vad betydde mest?', vote: { about: { step: 0, of: 'notes' as const } } }
];

beforeAll(async () => {
  fresh = await freshDatabase();
  database = await connect(fresh.url, ROOT);
  templates = new Templates(database.db);
});
beforeEach(async () => {
  const accounts = new Accounts(database.db);
  karin = (await makeLeader(accounts)).user.id;
  mats = (await makeLeader(accounts)).user.id;
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

/** Keeps one and answers its id. */
async function keep(name: string, user = karin): Promise<string> {
  const kept = await templates.keep(user, { name, steps: STEPS });
  if (!kept.ok) throw new Error(kept.fault.code);
  return kept.template.id;
}

describe('a template', () => {
  test('is there for its owner, the newest first, as it was kept', async () => {
    await keep('Halvdag');
    await keep('  Heldag \n');
    expect(await templates.list(karin)).toMatchObject([
      { name: 'Heldag', steps: STEPS },
      { name: 'Halvdag', steps: STEPS }
    ]);
  });

  test('is not there for anybody else’s eyes or hands', async () => {
    const id = await keep('Halvdag');
    expect(await templates.list(mats)).toEqual([]);
    expect(await templates.remove(mats, id)).toBe(false);
    expect(await templates.list(karin)).toHaveLength(1);
  });

  test('goes when its owner removes it, once', async () => {
    const id = await keep('Halvdag');
    expect(await templates.remove(karin, id)).toBe(true);
    expect(await templates.remove(karin, id)).toBe(false);
    expect(await templates.list(karin)).toEqual([]);
  });

  test('goes with the account', async () => {
    await keep('Halvdag', mats);
    await database.db.delete(users).where(eq(users.id, mats));
    expect(await templates.list(mats)).toEqual([]);
  });
});

describe('what is wrong is told, and nothing kept', () => {
  test.each([
    ['no name', { name: ' \u200B', steps: STEPS }, { code: 'name-empty' }],
    ['a long name', { name: 'å'.repeat(121), steps: STEPS }, { code: 'name-too-long', limit: 120 }],
    ['no steps', { name: 'Tom', steps: [] }, { code: 'no-steps' }],
    [
      'foreign fields',
      { name: 'X', steps: [{ ...STEPS[0], notes: ['hemligt'] }] },
      { code: 'step-wrong', step: 1 }
    ],
    ['too many', { name: 'X', steps: Array(61).fill(STEPS[0]) }, { code: 'too-many-steps', limit: 60 }]
  ])('%s', async (_, form, fault) => {
    expect(await templates.keep(karin, form)).toEqual({ ok: false, fault });
    expect(await templates.list(karin)).toEqual([]);
  });

  test('more of them than anybody looks through', async () => {
    for (let at = 0; at < MOST_TEMPLATES; at++) await keep(`Mall ${at}`);
    expect(await templates.keep(karin, { name: 'En till', steps: STEPS })).toEqual({
      ok: false,
      fault: { code: 'too-many-templates', limit: MOST_TEMPLATES }
    });
    await keep('Mats första', mats);
  });
});
