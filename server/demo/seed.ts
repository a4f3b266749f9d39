/** Lays the demo's learning project in: four meetings, two of them finished, one that starts now, one planned. */
import { eq } from 'drizzle-orm';
import type { Actor } from '../../src/lib/domain/meeting/ids.ts';
import type { App } from '../app.ts';
import {
  attendances,
  meetings,
  organisations,
  participantPhones,
  participants,
  projects
} from '../db/schema.ts';
import type { Meeting } from '../projects.ts';
import { hashToken, newId, newToken } from '../secrets.ts';
import { MEETINGS, PROJECT } from './agenda.ts';
import type { DemoMeeting } from './agenda.ts';
import { answersTo } from './notes.ts';
import { ORGANISATIONS, PEOPLE } from './people.ts';
import { Script } from './script.ts';

/** Where the demo's leader, wall and crowd get in. */
export interface Demo {
  user: string;
  project: string;
  /** The live meeting. */
  meeting: Meeting;
}

const DAY = 86_400_000;
const MINUTE = 60_000;
const LIVE = 2;

/** The token with which the crowd's person of that number is known again. */
export function demoToken(key: string, index: number): string {
  return hashToken(`${key} ${index}`);
}

/** Lays it in once; later calls find it. */
export async function seedDemo(app: App, key: string): Promise<Demo> {
  const { db } = app.database;
  const [known] = await app.accounts.leaders();
  const user = known?.id ?? (await makeLeader(app));
  const [found] = await app.projects.list(user);
  if (found) return { user, project: found.project.id, meeting: found.meetings[LIVE]! };

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
  const view = (await app.projects.read(user, project))!;
  return { user, project, meeting: view.meetings[LIVE]! };
}

async function makeLeader(app: App): Promise<string> {
  const form = { name: 'Maria', email: 'demo@ordvagg.example', password: newToken() };
  const made = await app.accounts.setUp(await app.accounts.setupToken(), form);
  if (!made.ok) throw new Error('the demo leader was refused');
  return (await app.accounts.validate(made.cookie))!.id;
}

async function layPeople(app: App, projectId: string, key: string): Promise<string[]> {
  const { db } = app.database;
  const places = ORGANISATIONS.map(([name, kind], position) => ({
    id: newId(),
    projectId,
    name,
    kind,
    position
  }));
  await db.insert(organisations).values(places);
  const seen = new Map<string, number>();
  const rows = PEOPLE.map(([name, organisation]) => {
    const ordinal = (seen.get(`${name} ${organisation}`) ?? 0) + 1;
    seen.set(`${name} ${organisation}`, ordinal);
    const organisationId = places[organisation]!.id;
    return { id: newId(), projectId, organisationId, name, ordinal };
  });
  await db.insert(participants).values(rows);
  const phones = rows.map(({ id }, index) => ({
    tokenHash: hashToken(demoToken(key, index)),
    participantId: id
  }));
  await db.insert(participantPhones).values(phones);
  return rows.map(({ id }) => id);
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
