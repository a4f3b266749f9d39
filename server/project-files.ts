/**
 * Projects out as a file, and in again as new projects. What leaves says no more than reviewers may read and leaders have planned
 * (`domain/project-file/redact.ts`); what comes in was written by anybody, and is taken whole or not at all.
 */
import { eq } from 'drizzle-orm';
import * as Y from 'yjs';
import { cleaned } from '../src/lib/domain/documentation/clean.ts';
import type { ContentNode } from '../src/lib/domain/documentation/content.ts';
import type { FileEvent, FileMeeting, ProjectFile } from '../src/lib/domain/project-file/file.ts';
import { WITHHELD } from '../src/lib/domain/project-file/file.ts';
import type { Stored, StoredMeeting } from '../src/lib/domain/project-file/make.ts';
import type { ProjectFault, ReadProject } from '../src/lib/domain/project-file/read.ts';
import { withMeetings } from '../src/lib/domain/project-file/sources.ts';
import type { Recorded } from '../src/lib/domain/meeting/events.ts';
import { stands } from '../src/lib/domain/meeting/state.ts';
import type { MeetingState } from '../src/lib/domain/meeting/state.ts';
import { votersIn } from '../src/lib/domain/meeting/vote.ts';
import { LARGEST_DOCUMENTATION } from '../src/lib/protocol/documentation.ts';
import type { App } from './app.ts';
import type { DataAnswer, DataTask } from './data-files/task.ts';
import {
  attendances,
  documentationUpdates,
  meetingEvents,
  meetings as meetingRows,
  organisations as organisationRows,
  participants as participantRows,
  projectMembers,
  projects as projectRows
} from './db/schema.ts';
import { lay } from './documentation/fragment.ts';
import type { Transaction } from './phones.ts';
import { newMeeting } from './projects.ts';
import type { ProjectView } from './projects.ts';
import { newId } from './secrets.ts';
import type { Thread } from './thread/thread.ts';

export type Taken = { ok: true; id: string } | { ok: false; fault: ProjectFault };

/** Ballots are answers too. */
export interface CameIn {
  meetings: number;
  answers: number;
  organisations: number;
  people: number;
}

/** Rows a statement: PostgreSQL takes 65,535 values. */
const ROWS = 1_000;

export class ProjectFiles {
  readonly #app: App;
  readonly #worker: Thread<DataTask, DataAnswer>;

  constructor(app: App, worker: Thread<DataTask, DataAnswer>) {
    this.#app = app;
    this.#worker = worker;
  }

  /** The project as a file. For its leaders: it holds what is planned, too. Rejects with a `ThreadError`. */
  async write(view: Pick<ProjectView, 'project' | 'organisations' | 'meetings'>): Promise<Uint8Array> {
    const stored = await this.#stored(view);
    return (await this.#worker.ask(() => ({ task: 'project', stored }))) as Uint8Array;
  }

  /** What a file holds; or the first thing that is wrong with it. Rejects with a `ThreadError`. */
  async read(text: string): Promise<ReadProject> {
    return (await this.#worker.ask(() => ({ task: 'read', text }))) as ReadProject;
  }

  /** Makes a new project of the user's own out of a file's text. `unnamed`: what somebody is called who has no name there. */
  async take(userId: string, text: string, unnamed: (number: number) => string): Promise<Taken> {
    const read = await this.read(text);
    if (!read.ok) return read;
    const { file } = read;
    const ids = newIds(file);
    const documentation = file.documentation && firstUpdate(file.documentation, ids);
    if (documentation && documentation.byteLength > LARGEST_DOCUMENTATION)
      return { ok: false, fault: { code: 'documentation-large', limit: LARGEST_DOCUMENTATION / 2 ** 20 } };
    return this.#app.database.db.transaction(async (tx) => {
      const id = newId();
      await tx.insert(projectRows).values({ id, ...file.project });
      await tx.insert(projectMembers).values({ projectId: id, userId, part: 'owner' });
      await layPeople(tx, id, file, ids, unnamed);
      for (const meeting of file.meetings) await layMeeting(tx, id, meeting, file, ids);
      if (documentation)
        await tx.insert(documentationUpdates).values({ projectId: id, seq: 1, update: documentation });
      return { ok: true, id };
    });
  }

  /** How much there is of a project that has just been taken in. */
  async cameIn({
    project,
    organisations,
    meetings
  }: Pick<ProjectView, 'project' | 'organisations' | 'meetings'>): Promise<CameIn> {
    const everybody = await this.#app.participants.everybody(project.id);
    const rooms = await Promise.all(meetings.map(({ id }) => this.#app.meetings.room(id)));
    return {
      meetings: meetings.length,
      answers: rooms.reduce((sum, room) => sum + (room ? answersIn(room.state) : 0), 0),
      organisations: organisations.length,
      people: everybody.size
    };
  }

  /** None where nobody has begun to write: what is laid in first is made anew elsewhere. */
  async #documentation(projectId: string): Promise<ContentNode | null> {
    const [begun] = await this.#app.database.db
      .select({ seq: documentationUpdates.seq })
      .from(documentationUpdates)
      .where(eq(documentationUpdates.projectId, projectId))
      .limit(1);
    return begun ? this.#app.documentation.content(projectId) : null;
  }

  async #stored({
    project,
    organisations,
    meetings
  }: Pick<ProjectView, 'project' | 'organisations' | 'meetings'>): Promise<Stored> {
    const { name, question, host, about, language } = project;
    const everybody = await this.#app.participants.everybody(project.id);
    const logs: StoredMeeting[] = [];
    for (const { id, number, title, place, day, startsAt, endsAt } of meetings) {
      const events: Recorded[] = [];
      for await (const page of this.#app.meetings.log.allAfter(id, 0)) events.push(...page);
      const attending = await this.#app.participants.attending(id);
      logs.push({ id, number, title, place, day, startsAt, endsAt, attending, events });
    }
    return {
      project: { name, question, host, about, language },
      organisations: organisations.map((one) => ({
        ...{ id: one.id, name: one.name, kind: one.kind, added: one.added, removed: one.removed }
      })),
      people: [...everybody].map(([id, { name, organisation, organisationId, former }]) => [
        id,
        { name, organisation, organisationId, former }
      ]),
      meetings: logs,
      documentation: await this.#documentation(project.id)
    };
  }
}

function answersIn({ notes, prompts }: MeetingState): number {
  const ballots = Object.values(prompts).map((prompt) => votersIn(prompt));
  return Object.values(notes).filter(stands).length + ballots.reduce((sum, cast) => sum + cast, 0);
}

/** Everything whose id must be the database's own: people, organisations, meetings. Steps, notes and words keep theirs within a meeting. */
function newIds({ organisations, people, meetings }: ProjectFile): ReadonlyMap<string, string> {
  return new Map([...organisations, ...people, ...meetings].map(({ id }) => [id, newId()]));
}

async function layPeople(
  tx: Transaction,
  projectId: string,
  { organisations, people }: ProjectFile,
  ids: ReadonlyMap<string, string>,
  unnamed: (number: number) => string
): Promise<void> {
  const places = organisations.map(({ id, ...one }, position) => ({
    ...one,
    id: ids.get(id)!,
    projectId,
    position
  }));
  let number = 0;
  const persons = people.map(({ id, name, organisation }) => ({
    id: ids.get(id)!,
    projectId,
    organisationId: organisation === null ? null : ids.get(organisation)!,
    name: name ?? unnamed(++number)
  }));
  for (const some of inRows(places)) await tx.insert(organisationRows).values(some);
  for (const some of inRows(persons)) await tx.insert(participantRows).values(some);
}

async function layMeeting(
  tx: Transaction,
  projectId: string,
  { id: fileId, number, title, place, day, startsAt, endsAt, attendance, log }: FileMeeting,
  { people }: ProjectFile,
  ids: ReadonlyMap<string, string>
): Promise<void> {
  const id = ids.get(fileId)!;
  const row = { ...newMeeting(projectId, number, title), id, place, day, startsAt, endsAt };
  await tx.insert(meetingRows).values(row);
  const came = attendance.flatMap(({ organisation, people: count }) =>
    people.filter((one) => !one.name && one.organisation === organisation).slice(0, count)
  );
  const rows = came.map((one) => ({ meetingId: id, participantId: ids.get(one.id)! }));
  for (const some of inRows(rows)) await tx.insert(attendances).values(some);
  const parts = new Map<string, number>();
  const events = log.map((event) => {
    const { seq, at, by, command, name } = event;
    const part = parts.get(command) ?? 0;
    parts.set(command, part + 1);
    return {
      ...{ meetingId: id, seq, at, commandId: command, part, name },
      // The table names two kinds of actors; the machine is kept as it is all the same.
      actorRole: by.role as 'leader' | 'participant',
      actorId: ids.get(by.id) ?? by.id,
      data: name === WITHHELD ? {} : withIds(event, ids)
    };
  });
  for (const some of inRows(events)) await tx.insert(meetingEvents).values(some);
}

/**
 * Authors, the organisations of notes that were brought in, and the meeting from which a step brought something: nothing else in a
 * log names what is outside of it.
 */
function withIds({ name, data }: FileEvent, ids: ReadonlyMap<string, string>): object {
  const { author, brought } = data as { author?: string; brought?: { meeting: string } | null };
  const notes =
    name === 'NotesImported' &&
    data.notes.map((one) => (one.organisation ? { ...one, organisation: ids.get(one.organisation)! } : one));
  return {
    ...data,
    ...(notes ? { notes } : {}),
    ...(author === undefined ? {} : { author: ids.get(author) ?? author }),
    ...(brought ? { brought: { ...brought, meeting: ids.get(brought.meeting) ?? '' } } : {})
  };
}

function inRows<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / ROWS) }, (_, at) =>
    all.slice(at * ROWS, (at + 1) * ROWS)
  );
}

/** Of the documentation; who has written it is nobody of this server. */
function firstUpdate(content: ContentNode, ids: ReadonlyMap<string, string>): Buffer {
  const doc = new Y.Doc();
  lay(doc, cleaned(withMeetings(content, (one) => ids.get(one) ?? '')));
  return Buffer.from(Y.encodeStateAsUpdate(doc));
}
