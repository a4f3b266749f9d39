/** Rehearsals: a copy with simulated participants on the real protocol; the meeting itself is only read, and the copy goes. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Request } from '../../src/lib/domain/meeting/commands.ts';
import type { Meeting } from '../../server/projects.ts';
import { createApp } from '../../server/app.ts';
import { parseConfig } from '../../server/config.ts';
import { freshDatabase, ROOT } from '../fixtures/database.ts';
import type { FreshDatabase } from '../fixtures/database.ts';
import { ask, until } from '../fixtures/nodes.ts';
import { signedIn, startLiveServer } from '../fixtures/live-server.ts';
import type { Leader, LiveServer } from '../fixtures/live-server.ts';

const STEPS = [
  { prompt: 'prompt-cards', kind: 'role-card', title: 'Vem är du?', minutes: 10, hidden: true },
  {
    prompt: 'prompt-vote',
    kind: 'dots',
    title: 'Vilka roller tar vi vidare?',
    vote: {
      about: { prompt: 'prompt-cards', of: 'notes' as const },
      choices: [],
      votes: 2,
      stack: false,
      low: '',
      high: ''
    }
  },
  { prompt: 'prompt-groups', kind: 'sticky-note', title: 'Vad gör vi nu?', perGroup: true }
];

describe('a rehearsal', () => {
  let fresh: FreshDatabase;
  let server: LiveServer;
  let meeting: Meeting;
  let leader: Leader;

  beforeAll(async () => {
    fresh = await freshDatabase();
    server = await startLiveServer({ DATABASE_URL: fresh.url });
    // People think for seconds: nobody waits for that here.
    vi.spyOn(Math, 'random').mockReturnValue(0.01);
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await server.close();
    await fresh.drop();
  });
  beforeEach(async () => {
    leader = server.leader;
    meeting = await server.makeMeeting();
    const { app } = server;
    const view = await app.projects.meeting(leader.user.id, meeting.id);
    await app.projects.addOrganisations(leader.user.id, view!.project.id, 'Region Älvmark\nHällby', 'region');
    await lead(meeting.id, { name: 'AddPrompts', data: { steps: STEPS } });
  });

  async function roomOf(id: string) {
    return (await server.app.meetings.room(id))!;
  }
  async function lead(id: string, request: Request) {
    const outcome = await ask(await roomOf(id), { role: 'leader', id: leader.user.id }, request);
    expect(outcome).toMatchObject({ ok: true });
  }
  const count = async (table: 'meeting_events' | 'attendances', id: string) => {
    const { sql } = server.app.database;
    const [row] = await sql<{ n: number }[]>`
      select count(*)::int as n from ${sql(table)} where meeting_id = ${id}`;
    return row!.n;
  };
  const projectsLeft = async () => {
    const rows = await server.app.database.sql<{ id: string }[]>`
      select id from projects where rehearsal_of is not null`;
    return rows.length;
  };

  test('is the meeting in a project of its own, with another code, and in no list', async () => {
    const { app } = server;
    const before = await app.projects.list(leader.user.id);
    const copy = (await app.rehearsals.start(leader.user.id, meeting.id))!;
    expect(copy.code).not.toBe(meeting.code);
    const { project, organisations, part } = (await app.projects.meeting(leader.user.id, copy.id))!;
    expect(project).toMatchObject({ question: 'Vem gör vad?', rehearsalOf: meeting.id });
    expect(part).toBe('owner');
    expect(organisations.map(({ name }) => name)).toEqual(['Region Älvmark', 'Hällby']);
    const { state } = await roomOf(copy.id);
    const steps = state.agenda.map((id) => state.prompts[id]!);
    expect(steps.map(({ title }) => title)).toEqual(STEPS.map(({ title }) => title));
    expect(steps[0]).toMatchObject({ minutes: 10, hidden: true });
    expect(steps[2]).toMatchObject({ perGroup: true });
    // The vote is about the copy's own cards.
    expect(steps[1]!.vote?.about).toEqual({ prompt: steps[0]!.id, of: 'notes' });
    expect(await app.projects.list(leader.user.id)).toEqual(before);
    expect((await app.projects.all()).map(({ id }) => id)).not.toContain(project.id);
    await app.rehearsals.end(leader.user.id, copy.id);
  });

  test('has twenty people who answer, vote and work in groups; nothing of it reaches the meeting', async () => {
    const { app } = server;
    const events = await count('meeting_events', meeting.id);
    const copy = (await app.rehearsals.start(leader.user.id, meeting.id))!;
    const room = await roomOf(copy.id);
    const [cards, vote, groups] = room.state.agenda;
    expect(await count('attendances', copy.id)).toBe(0);
    await lead(copy.id, { name: 'OpenPrompt', data: { prompt: cards! } });
    await until(async () => (await count('attendances', copy.id)) === 20, 'everybody has joined');
    await until(() => Object.keys(room.state.notes).length >= 35, 'everybody has written');
    // Nobody votes on what is concealed.
    await lead(copy.id, { name: 'RevealNotes', data: { prompt: cards! } });
    await lead(copy.id, { name: 'OpenPrompt', data: { prompt: vote! } });
    await until(() => Object.keys(room.state.prompts[vote!]!.ballots).length === 20, 'everybody has voted');
    const two = [
      { id: 'group-red', name: 'Röd' },
      { id: 'group-blue', name: 'Blå' }
    ];
    await lead(copy.id, { name: 'SplitRoom', data: { groups: two, members: {} } });
    await lead(copy.id, { name: 'OpenPrompt', data: { prompt: groups! } });
    const answered = () => Object.values(room.state.notes).filter((note) => note.group).length;
    await until(() => answered() > 0, 'a group has answered');

    expect(await count('meeting_events', meeting.id)).toBe(events);
    expect(await count('attendances', meeting.id)).toBe(0);
    expect((await roomOf(meeting.id)).state.phase).toBe('planned');

    expect(await app.rehearsals.end(leader.user.id, copy.id)).toBe(meeting.id);
    expect(await projectsLeft()).toBe(0);
    expect(await count('meeting_events', copy.id)).toBe(0);
    expect(await app.meetings.room(copy.id)).toBeUndefined();
    await until(() => app.connections!() === 0, 'the crowd has gone home');
  }, 60_000);

  test('is one an account: a new one ends the one before, another leader has one too', async () => {
    const { app } = server;
    const first = (await app.rehearsals.start(leader.user.id, meeting.id))!;
    const second = (await app.rehearsals.start(leader.user.id, meeting.id))!;
    expect(await projectsLeft()).toBe(1);
    expect(await app.meetings.room(first.id)).toBeUndefined();
    const both = await Promise.all([1, 2, 3].map(() => app.rehearsals.start(leader.user.id, meeting.id)));
    expect(both.filter(Boolean)).toHaveLength(3);
    expect(await projectsLeft()).toBe(1);
    expect(await app.rehearsals.end(leader.user.id, second.id)).toBeUndefined();
  });

  test('is begun and ended by who leads the meeting alone', async () => {
    const { app } = server;
    const stranger = await signedIn(app);
    expect(await app.rehearsals.start(stranger.user.id, meeting.id)).toBeUndefined();
    const link = await app.invitations.make(leader.user.id, meeting.projectId, 'reviewer');
    await app.invitations.accept(stranger.user.id, (link as { token: string }).token);
    expect(await app.rehearsals.start(stranger.user.id, meeting.id)).toBeUndefined();
    const copy = (await app.rehearsals.start(leader.user.id, meeting.id))!;
    expect(await app.rehearsals.end(stranger.user.id, copy.id)).toBeUndefined();
    // Neither a rehearsal of a rehearsal, nor an end of the meeting itself.
    expect(await app.rehearsals.start(leader.user.id, copy.id)).toBeUndefined();
    expect(await app.rehearsals.end(leader.user.id, meeting.id)).toBeUndefined();
    expect(await app.projects.find({ id: meeting.id })).toBeDefined();
    await app.rehearsals.end(leader.user.id, copy.id);
  });

  test('is forgotten for a day, then thrown away; and when its server closes', async () => {
    const { app } = server;
    const copy = (await app.rehearsals.start(leader.user.id, meeting.id))!;
    await app.rehearsals.sweep();
    expect(await projectsLeft()).toBe(1);
    await app.database
      .sql`update projects set created_at = now() - interval '25 hours' where id = ${copy.projectId}`;
    await app.rehearsals.sweep();
    expect(await projectsLeft()).toBe(0);
    await app.rehearsals.start(leader.user.id, meeting.id);
    expect(await projectsLeft()).toBe(1);
    await server.close();
    server = await startLiveServer({ DATABASE_URL: fresh.url });
    expect(await projectsLeft()).toBe(0);
    expect(await server.app.projects.find({ id: meeting.id })).toBeDefined();
  });

  test('goes on while another process starts and closes: a second node, or a command of the terminal', async () => {
    const copy = (await server.app.rehearsals.start(leader.user.id, meeting.id))!;
    const second = await startLiveServer({ DATABASE_URL: fresh.url });
    expect(await projectsLeft()).toBe(1);
    const theirs = (await second.app.rehearsals.start(
      second.leader.user.id,
      (await second.makeMeeting()).id
    ))!;
    expect(theirs).toBeDefined();
    expect(await projectsLeft()).toBe(2);
    await second.close();
    expect(await projectsLeft()).toBe(1);
    const command = await createApp(
      parseConfig({ DATABASE_URL: fresh.url, LOG_LEVEL: 'silent' }, ROOT),
      ROOT
    );
    await command.close();
    expect(await server.app.projects.find({ id: copy.id })).toBeDefined();
    await server.app.rehearsals.end(leader.user.id, copy.id);
  });
});
