/**
 * Rehearsals: a meeting's whole project copied into a hidden one, with simulated participants on the real protocol, and thrown
 * away afterwards. The meeting itself is only read. One an account: a new one ends the one before.
 */
import { and, eq, inArray, isNotNull, lt, sql as text } from 'drizzle-orm';
import type { Transaction } from '../accounts.ts';
import type { App } from '../app.ts';
import { copyProject, layPlan, plannedIn } from '../copies.ts';
import { meetings, projects } from '../db/schema.ts';
import { errorCode } from '../log.ts';
import { leads } from '../parts.ts';
import { newMeeting } from '../projects.ts';
import type { Meeting, Organisation, ProjectView } from '../projects.ts';
import { RehearsalCrowd } from './crowd.ts';

/** A forgotten rehearsal is thrown away after so long, and looked for so often. Milliseconds. */
const KEPT_MS = 86_400_000;
const SWEEP_MS = 30 * 60_000;

export class Rehearsals {
  readonly #app: App;
  readonly #crowds = new Map<string, RehearsalCrowd>();
  readonly #starting = new Map<string, Promise<unknown>>();
  /** Projects that were copied here: their crowds are in this process. */
  readonly #own = new Set<string>();
  #sweep: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(app: App) {
    this.#app = app;
  }

  /** From now on throws away what is forgotten. For a process that serves: another one's rehearsals may be under way. */
  follow(): void {
    const sweep = () => void this.sweep().catch((error: unknown) => this.#warn(error));
    sweep();
    this.#sweep = setInterval(sweep, SWEEP_MS);
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
    this.#own.add(meeting.projectId);
    const rehearsed = await this.#app.meetings.room(meeting.id);
    if (rehearsed) await layPlan(rehearsed, plannedIn(room));
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

  /** The server closes: the crowds go home, and their rehearsals with them. */
  async close(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#sweep);
    for (const crowd of this.#crowds.values()) crowd.leave();
    this.#crowds.clear();
    await Promise.all(this.#starting.values());
    const own = [...this.#own];
    if (own.length === 0) return;
    await this.#remove((tx) => rehearsalsWhere(tx, inArray(projects.id, own))).catch((error: unknown) =>
      this.#warn(error)
    );
  }

  #warn(error: unknown): void {
    this.#app.log.warn({ code: errorCode(error) }, 'rehearsals not removed');
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
      this.#own.delete(project);
      this.#app.meetings.drop(meeting);
      await this.#app.participants.changed(project);
    }
  }

  #sendHome(meeting: string): void {
    this.#crowds.get(meeting)?.leave();
    this.#crowds.delete(meeting);
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

/** The project as far as a meeting of it needs it, in no list. */
async function copy(tx: Transaction, userId: string, view: ProjectView & { meeting: Meeting }) {
  const { place, day, startsAt, endsAt, number, title, id: rehearsalOf } = view.meeting;
  const { id, organisations } = await copyProject(tx, view, {
    userId,
    changes: { rehearsalOf, rehearsalBy: userId }
  });
  const [made] = await tx
    .insert(meetings)
    .values({ ...newMeeting(id, number, title), place, day, startsAt, endsAt })
    .returning();
  return { meeting: made!, organisations };
}
