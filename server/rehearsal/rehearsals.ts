/**
 * Rehearsals: a meeting's whole project copied into a hidden one, with simulated participants on the real protocol, and thrown
 * away afterwards. The meeting itself is only read. One an account: a new one ends the one before.
 */
import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNotNull, lt, sql as text } from 'drizzle-orm';
import type { CommandData } from '../../src/lib/domain/meeting/commands.ts';
import { isVote, voteOf } from '../../src/lib/domain/meeting/vote.ts';
import type { Actor } from '../../src/lib/domain/meeting/ids.ts';
import type { MeetingState } from '../../src/lib/domain/meeting/state.ts';
import type { Transaction } from '../accounts.ts';
import type { App } from '../app.ts';
import { meetings, organisations, projectMembers, projects, rolePacks } from '../db/schema.ts';
import { errorCode } from '../log.ts';
import { leads } from '../parts.ts';
import { newMeeting } from '../projects.ts';
import type { Meeting, Organisation, ProjectView } from '../projects.ts';
import { newId } from '../secrets.ts';
import { RehearsalCrowd } from './crowd.ts';

/** A forgotten rehearsal is thrown away after so long, and looked for so often. Milliseconds. */
const KEPT_MS = 86_400_000;
const SWEEP_MS = 30 * 60_000;
/** As many as one command takes. */
const MOST_STEPS = 60;

type Step = CommandData<'AddPrompts'>['steps'][number];

export class Rehearsals {
  readonly #app: App;
  readonly #crowds = new Map<string, RehearsalCrowd>();
  readonly #starting = new Map<string, Promise<unknown>>();
  #sweep: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(app: App) {
    this.#app = app;
  }

  /** Throws away what an earlier process left, and from now on what is forgotten. */
  async follow(): Promise<void> {
    await this.#remove((tx) => rehearsalsWhere(tx));
    this.#sweep = setInterval(() => {
      this.sweep().catch((error: unknown) =>
        this.#app.log.warn({ code: errorCode(error) }, 'rehearsals not removed')
      );
    }, SWEEP_MS);
    this.#sweep.unref();
  }

  /**
   * The copy's meeting; undefined for whoever does not lead that one. One after the other for each account: what is laid in must
   * not be thrown away meanwhile.
   */
  async start(userId: string, meetingId: string): Promise<Meeting | undefined> {
    const before = this.#starting.get(userId) ?? Promise.resolve();
    const started = before.then(() => this.#start(userId, meetingId));
    const settled = started.catch(() => undefined);
    this.#starting.set(userId, settled);
    try {
      return await started;
    } finally {
      if (this.#starting.get(userId) === settled) this.#starting.delete(userId);
    }
  }

  async #start(userId: string, meetingId: string): Promise<Meeting | undefined> {
    const view = await this.#app.projects.meeting(userId, meetingId);
    if (!view || !leads(view.part) || view.project.rehearsalOf) return undefined;
    const room = await this.#app.meetings.room(meetingId);
    if (!room) return undefined;
    let copied: { meeting: Meeting; organisations: Organisation[] } | undefined;
    await this.#remove(
      async (tx) => {
        // Also on other nodes.
        await tx.execute(text`select pg_advisory_xact_lock(hashtext(${`rehearsal ${userId}`}))`);
        return rehearsalsWhere(tx, eq(projects.rehearsalBy, userId));
      },
      async (tx) => {
        copied = await copy(tx, userId, view);
      }
    );
    const { meeting, organisations: places } = copied!;
    await this.#lay(meeting, stepsOf(room.state));
    await this.#bring(meeting, view.project.language, places);
    return meeting;
  }

  /** Throws away the rehearsal that this user is in; answers the meeting that was rehearsed. */
  async end(userId: string, meetingId: string): Promise<string | undefined> {
    const view = await this.#app.projects.meeting(userId, meetingId);
    const { rehearsalOf, rehearsalBy, id } = view?.project ?? {};
    if (!id || !rehearsalOf || rehearsalBy !== userId) return undefined;
    await this.#remove((tx) => rehearsalsWhere(tx, eq(projects.id, id)));
    return rehearsalOf;
  }

  /** Throws away what has been forgotten for a day. */
  async sweep(): Promise<void> {
    await this.#remove((tx) => rehearsalsWhere(tx, lt(projects.createdAt, new Date(Date.now() - KEPT_MS))));
  }

  /** Sends all crowds home; the server closes. */
  stop(): void {
    this.#stopped = true;
    clearInterval(this.#sweep);
    for (const crowd of this.#crowds.values()) crowd.leave();
    this.#crowds.clear();
  }

  /** First the crowd goes, then the copy: nobody writes into what is no more. */
  async #remove(
    find: (tx: Transaction) => Promise<{ project: string; meeting: string }[]>,
    then?: (tx: Transaction) => Promise<void>
  ): Promise<void> {
    const gone = await this.#app.database.db.transaction(async (tx) => {
      const found = await find(tx);
      for (const { meeting } of found) this.#sendHome(meeting);
      if (found.length > 0) {
        const ids = found.map(({ project }) => project);
        await tx.delete(projects).where(inArray(projects.id, ids));
      }
      await then?.(tx);
      return found;
    });
    for (const { project, meeting } of gone) {
      this.#app.meetings.drop(meeting);
      await this.#app.participants.changed(project);
    }
  }

  #sendHome(meeting: string): void {
    this.#crowds.get(meeting)?.leave();
    this.#crowds.delete(meeting);
  }

  /** The agenda as it is planned now, asked of nobody yet; not by the leader, who has nothing of it to undo. */
  async #lay({ id }: Meeting, steps: readonly Step[]): Promise<void> {
    const room = await this.#app.meetings.room(id);
    const by: Actor = { role: 'leader', id: newId() };
    for (let at = 0; at < steps.length; at += MOST_STEPS) {
      const data = { steps: steps.slice(at, at + MOST_STEPS) };
      await room?.submit({ name: 'AddPrompts', data, id: randomUUID() }, by);
    }
  }

  async #bring(
    meeting: Meeting,
    language: ProjectView['project']['language'],
    places: readonly Organisation[]
  ): Promise<void> {
    const room = await this.#app.meetings.room(meeting.id);
    if (!room || this.#stopped) return;
    const crowd = new RehearsalCrowd(this.#app, room, { meeting, language, organisations: places });
    this.#crowds.set(meeting.id, crowd);
  }
}

async function rehearsalsWhere(tx: Transaction, which?: Parameters<typeof and>[0]) {
  return tx
    .select({ project: projects.id, meeting: meetings.id })
    .from(projects)
    .innerJoin(meetings, eq(meetings.projectId, projects.id))
    .where(and(isNotNull(projects.rehearsalOf), which));
}

/** The project as far as a meeting of it needs it: what it is, who takes part, what it holds to be one role. */
async function copy(tx: Transaction, userId: string, view: ProjectView & { meeting: Meeting }) {
  const { project, meeting } = view;
  const id = newId();
  const { name, question, host, language } = project;
  const hidden = { rehearsalOf: meeting.id, rehearsalBy: userId };
  await tx.insert(projects).values({ id, name, question, host, language, ...hidden });
  await tx.insert(projectMembers).values({ projectId: id, userId, part: 'owner' });
  const places = view.organisations.map((one) => ({ ...one, id: newId(), projectId: id }));
  if (places.length > 0) await tx.insert(organisations).values(places);
  const [pack] = await tx.select().from(rolePacks).where(eq(rolePacks.projectId, project.id));
  if (pack) await tx.insert(rolePacks).values({ ...pack, projectId: id });
  const { place, day, startsAt, endsAt, number, title } = meeting;
  const [made] = await tx
    .insert(meetings)
    .values({ ...newMeeting(id, number, title), place, day, startsAt, endsAt })
    .returning();
  return { meeting: made!, organisations: places };
}

/** Every step with its settings, under an id of its own. */
function stepsOf(state: MeetingState): Step[] {
  const ids = new Map(state.agenda.map((id) => [id, newId()]));
  return state.agenda.flatMap((id): Step[] => {
    const prompt = state.prompts[id];
    if (!prompt) return [];
    const { kind, title, instruction, minutes, hidden, pledge, perPerson, speaker } = prompt;
    const { grace, closes, moderation, suggests, perGroup } = prompt;
    const settings = { instruction, minutes, hidden, pledge, perPerson, speaker, grace, closes };
    const step = { prompt: ids.get(id)!, kind, title, ...settings, moderation, suggests, perGroup };
    if (!isVote(prompt)) return [step];
    const vote = voteOf(prompt);
    const about = vote.about && ids.get(vote.about.prompt);
    const choices = [...vote.choices];
    return [
      { ...step, vote: { ...vote, choices, about: about ? { prompt: about, of: vote.about!.of } : null } }
    ];
  });
}
