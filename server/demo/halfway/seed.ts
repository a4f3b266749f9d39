/** Lays in the project that stands between its third and its fourth meeting, with its homework half in. */
import { eq } from 'drizzle-orm';
import type { Brought } from '../../../src/lib/domain/meeting/brought.ts';
import type { Actor } from '../../../src/lib/domain/meeting/ids.ts';
import { viewOf } from '../../../src/lib/domain/meeting/visibility.ts';
import { itemsOf } from '../../../src/lib/domain/outputs/items.ts';
import { promptsOf } from '../../../src/lib/domain/outputs/outputs.ts';
import type { App } from '../../app.ts';
import { attendances, meetings, organisations, participants, partnerLinks } from '../../db/schema.ts';
import { newId, newToken } from '../../secrets.ts';
import { layPeople } from '../people.ts';
import { Script } from '../script.ts';
import { PARTNERS } from './answers.ts';
import { HALFWAY, MEETINGS } from './meetings.ts';
import type { HalfwayMeeting, HalfwayStep } from './meetings.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

interface Place {
  user: string;
  project: string;
  /** Everybody's id; and the outsiders', one a partner. */
  people: readonly string[];
  outsiders: readonly string[];
  /** What the second meeting has left for a later one to build on. */
  cloud?: Brought;
}

/** Answers the project's id. */
export async function seedHalfway(app: App, user: string): Promise<string> {
  const made = await app.projects.create(
    user,
    HALFWAY,
    MEETINGS.map(({ title }) => title)
  );
  if (!made.ok) throw new Error('the demo project was refused');
  const people = await layPeople(app, made.id, newToken());
  const place: Place = { user, project: made.id, people, outsiders: await layPartners(app, made.id) };
  const { meetings: planned } = (await app.projects.read(user, made.id))!;
  let cloud: Brought | undefined;
  for (const [index, { id, number }] of planned.entries()) {
    const script = await layMeeting(app, place, MEETINGS[index]!, id, cloud);
    cloud ??= broughtFrom(script, { id, number });
  }
  return made.id;
}

/** Its role cloud, where it has one. */
function broughtFrom({ state }: Script, { id, number }: { id: string; number: number }): Brought | undefined {
  const prompts = promptsOf(viewOf(state, { view: 'review' }, () => undefined));
  const cloud = prompts.find(({ outcome }) => outcome === 'wall');
  if (!cloud) return undefined;
  const { id: prompt, title } = cloud;
  return { meeting: id, number, prompt, title, items: itemsOf(cloud).slice(0, 12) };
}

async function layPartners(app: App, projectId: string): Promise<string[]> {
  const { db } = app.database;
  const rows = PARTNERS.map(({ name, kind }, at) => ({
    organisation: { id: newId(), projectId, name, kind, position: 100 + at, added: true },
    author: newId()
  }));
  await db.insert(organisations).values(rows.map(({ organisation }) => organisation));
  await db.insert(participants).values(
    rows.map(({ organisation, author }) => ({
      id: author,
      projectId,
      organisationId: organisation.id,
      name: '',
      outsider: true
    }))
  );
  return rows.map(({ author }) => author);
}

async function layMeeting(
  app: App,
  place: Place,
  plan: HalfwayMeeting,
  id: string,
  cloud: Brought | undefined
): Promise<Script> {
  const { db } = app.database;
  const day = new Date(Date.now() + plan.day * DAY).toISOString().slice(0, 10);
  await db
    .update(meetings)
    .set({ place: plan.place, day, startsAt: '09:30', endsAt: '15:00' })
    .where(eq(meetings.id, id));
  const came = place.people.filter((_, number) => (number + plan.title.length) % 13 !== 5);
  const steps = plan.steps.map((step) => ({ ...step, id: newId() }));
  const script = writeMeeting(plan, steps, { ...place, cloud }, came);
  await app.meetings.log.append(id, script.events);
  if (plan.day < 0)
    await db.insert(attendances).values(came.map((participantId) => ({ meetingId: id, participantId })));
  const links = steps.flatMap((step) =>
    place.outsiders.flatMap((authorId, partner) => {
      const answers = step.answers.filter((answer) => answer.partner === partner).length;
      if (answers === 0) return [];
      const passedOnBy = place.people[partner * 5]!;
      return [
        { id: newId(), token: newToken(), meetingId: id, promptId: step.id, authorId, passedOnBy, answers }
      ];
    })
  );
  if (links.length > 0) await db.insert(partnerLinks).values(links);
  return script;
}

type Step = HalfwayStep & { id: string };

/** Meetings that have been are written to the end; of the one to come, its plan and what has been done at home. */
function writeMeeting(
  plan: HalfwayMeeting,
  steps: readonly Step[],
  place: Place,
  came: readonly string[]
): Script {
  const script = new Script();
  const leader: Actor = { role: 'leader', id: place.user };
  const day = new Date().setUTCHours(8, 30, 0, 0) + plan.day * DAY;
  const midnight = new Date(day).setUTCHours(0, 0, 0, 0);
  for (const { id, prompt, home, builds } of steps) {
    const { cloud } = place;
    const brought = builds && cloud ? { ...cloud, items: [...cloud.items] } : undefined;
    const homework = home && { from: midnight + home.from * DAY, until: midnight + home.until * DAY };
    script.do(
      { name: 'AddPrompt', data: { prompt: id, ...prompt, homework, brought } },
      leader,
      midnight - 60 * DAY
    );
  }
  const writer = new Writer(script, place, came);
  for (const step of steps)
    if (step.home) writer.answer(step, midnight + step.home.from * DAY, 12 * 60 * MINUTE);
  if (plan.day > 0) return script;
  script.do({ name: 'OpenMeeting', data: {} }, leader, day);
  let at = day;
  for (const step of steps) {
    if (step.home) continue;
    script.do({ name: 'OpenPrompt', data: { prompt: step.id } }, leader, (at += 10 * MINUTE));
    at = writer.answer(step, at, MINUTE / 4);
    if (step.prompt.hidden) script.do({ name: 'RevealNotes', data: { prompt: step.id } }, leader, at);
    script.do({ name: 'ClosePrompt', data: { prompt: step.id } }, leader, (at += 2 * MINUTE));
  }
  script.do({ name: 'FinishMeeting', data: {} }, leader, at + 10 * MINUTE);
  writer.mark(steps, at + 7 * DAY);
  for (const { id, summaries } of steps)
    for (const [about, text] of Object.entries(summaries ?? {}))
      script.do({ name: 'WriteSummary', data: { prompt: id, about, text } }, leader, at + 8 * DAY);
  return script;
}

/** Writes in everybody's name, one after the other. */
class Writer {
  readonly #script: Script;
  readonly #place: Place;
  readonly #came: readonly string[];
  readonly #marked: { note: string; by: Actor; step: string; at: number }[] = [];
  #next = 3;

  constructor(script: Script, place: Place, came: readonly string[]) {
    this.#script = script;
    this.#place = place;
    this.#came = came;
  }

  /** All answers of a step from that time on, one each `pace` milliseconds. Answers when the last one came. */
  answer({ id, prompt, answers, voters = 0 }: Step, from: number, pace: number): number {
    let at = from;
    for (const [index, { fields, partner, unquoted }] of answers.entries()) {
      const person = partner === undefined ? this.#somebody() : this.#place.outsiders[partner]!;
      const by: Actor = { role: 'participant', id: person };
      const note = newId();
      at = Math.min(at + pace, Date.now() - MINUTE);
      const data = {
        note,
        prompt: id,
        fields: dated(fields, at),
        ...(partner === undefined ? {} : { pledge: 'organisation' as const }),
        ...(unquoted ? { unquoted } : {})
      };
      this.#script.do({ name: 'SubmitNote', data }, by, at);
      this.#marked.push({ note, by, step: id, at: index });
    }
    const choices = prompt.vote?.choices ?? [];
    for (let voter = 0; voter < voters; voter++) {
      const places = [voter % choices.length, (voter * 3 + 1) % 5, (voter * 2) % 3];
      const ballot = Object.fromEntries(places.map((place) => [choices[place]!.id, 1]));
      const by: Actor = { role: 'participant', id: this.#somebody() };
      this.#script.do({ name: 'CastBallot', data: { prompt: id, ballot } }, by, (at += pace));
    }
    return at;
  }

  /** What has become of what people took on. */
  mark(steps: readonly Step[], at: number): void {
    for (const { note, by, step, at: index } of this.#marked) {
      const mark = steps.find(({ id }) => id === step)?.answers[index]?.mark;
      if (mark) this.#script.do({ name: 'MarkOwnNote', data: { note, mark } }, by, at);
    }
  }

  #somebody(): string {
    return this.#came[this.#next++ % this.#came.length]!;
  }
}

/** A day that is written as "+30" is so many days after the answer. */
function dated(fields: Readonly<Record<string, string>>, at: number): Record<string, string> {
  const days = /^\+(\d+)$/.exec(fields.by ?? '')?.[1];
  if (days === undefined) return fields;
  return { ...fields, by: new Date(at + Number(days) * DAY).toISOString().slice(0, 10) };
}
