/**
 * Lays the demo's learning projects in: one whose third of four meetings starts now, and one that stands between its third and its
 * fourth, with its homework half in.
 */
import { eq } from 'drizzle-orm';
import type { Actor } from '../../src/lib/domain/meeting/ids.ts';
import type { App } from '../app.ts';
import { attendances, meetings, projects } from '../db/schema.ts';
import type { Meeting } from '../projects.ts';
import { newId, newToken } from '../secrets.ts';
import { MEETINGS, PROJECT } from './agenda.ts';
import type { DemoMeeting } from './agenda.ts';
import { answersTo } from './notes.ts';
import { HALFWAY } from './halfway/meetings.ts';
import { seedHalfway } from './halfway/seed.ts';
import { layPeople } from './people.ts';
import { Script } from './script.ts';

/** Where the demo's leader, wall and crowd get in. */
export interface Demo {
  user: string;
  project: string;
  /** The live meeting. */
  meeting: Meeting;
  /** The project that stands between two meetings. */
  halfway: string;
}

const DAY = 86_400_000;
const MINUTE = 60_000;
const LIVE = 2;

/** Lays it in once; later calls find it. */
export async function seedDemo(app: App, key: string): Promise<Demo> {
  const { db } = app.database;
  const [leader] = await app.accounts.leaders();
  const user = leader?.id ?? (await makeLeader(app));
  const known = await app.projects.list(user);
  const [live, between] = [PROJECT, HALFWAY].map(({ name }) =>
    known.find(({ project }) => project.name === name)
  );
  if (live && between)
    return {
      ...{ user, project: live.project.id, meeting: live.meetings[LIVE]! },
      halfway: between.project.id
    };

  const made = await app.projects.create(
    user,
    PROJECT,
    MEETINGS.map(({ title }) => title)
  );
  if (!made.ok) throw new Error('the demo project was refused');
  const project = made.id;
  const people = await layPeople(app, project, key);
  const { meetings: planned } = (await app.projects.read(user, project))!;
  for (const [index, meeting] of planned.entries()) {
    await layMeeting(app, user, index, meeting.id, people);
  }
  // Joined in the order of the list, on the first day.
  await db
    .update(projects)
    .set({ createdAt: new Date(Date.now() + MEETINGS[0]!.day * DAY) })
    .where(eq(projects.id, project));
  const halfway = await seedHalfway(app, user);
  const view = (await app.projects.read(user, project))!;
  return { user, project, meeting: view.meetings[LIVE]!, halfway };
}

async function makeLeader(app: App): Promise<string> {
  const form = { name: 'Maria', email: 'demo@ordvagg.example', password: newToken() };
  const made = await app.accounts.setUp(await app.accounts.setupToken(), form);
  if (!made.ok) throw new Error('the demo leader was refused');
  return (await app.accounts.validate(made.cookie))!.id;
}

async function layMeeting(
  app: App,
  user: string,
  index: number,
  id: string,
  people: readonly string[]
): Promise<void> {
  const { db } = app.database;
  const plan = MEETINGS[index]!;
  const day = new Date(Date.now() + plan.day * DAY).toISOString().slice(0, 10);
  await db
    .update(meetings)
    .set({ place: plan.place, day, startsAt: '09:30', endsAt: '15:00' })
    .where(eq(meetings.id, id));
  // A few are away each day.
  const came = people.filter((_, number) => (number + index) % 15 !== 7);
  const script = writeMeeting(plan, index, { role: 'leader', id: user }, came);
  await app.meetings.log.append(id, script.events);
  if (index < LIVE) {
    await db.insert(attendances).values(came.map((participantId) => ({ meetingId: id, participantId })));
  }
}

/** Finished meetings are written to the end, the live one up to its opening, the last one as a plan. */
function writeMeeting(plan: DemoMeeting, index: number, leader: Actor, people: readonly string[]): Script {
  const script = new Script();
  const isLive = index === LIVE;
  let at = isLive ? Date.now() - MINUTE : new Date().setUTCHours(8, 30, 0, 0) + plan.day * DAY;
  const prompts = plan.prompts.map((prompt) => ({ ...prompt, id: newId() }));
  for (const { id, ...prompt } of prompts) {
    script.do({ name: 'AddPrompt', data: { prompt: id, ...prompt } }, leader, at - DAY);
  }
  if (index > LIVE) return script;
  script.do({ name: 'OpenMeeting', data: {} }, leader, at);
  if (isLive) {
    // So that whoever looks in sees answers arrive at once.
    script.do({ name: 'OpenPrompt', data: { prompt: prompts[0]!.id } }, leader, Date.now());
    return script;
  }
  let author = index * 5;
  for (const { id, kind, hidden, minutes } of prompts) {
    script.do({ name: 'OpenPrompt', data: { prompt: id } }, leader, (at += 5 * MINUTE));
    const answers = answersTo(kind, index);
    const pace = Math.round(((minutes ?? 20) * MINUTE) / (answers.length + 1));
    for (const fields of answers) {
      const by: Actor = { role: 'participant', id: people[author++ % people.length]! };
      at += pace;
      script.do({ name: 'SubmitNote', data: { note: newId(), prompt: id, fields } }, by, at);
    }
    if (hidden) script.do({ name: 'RevealNotes', data: { prompt: id } }, leader, at + MINUTE);
    script.do({ name: 'ClosePrompt', data: { prompt: id } }, leader, (at += 2 * MINUTE));
  }
  script.do({ name: 'FinishMeeting', data: {} }, leader, at + 30 * MINUTE);
  return script;
}
