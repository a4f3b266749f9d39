/**
 * A project copied into another one: what it is, and its meetings with what is planned for them. Nobody's name and nobody's answer
 * comes along. Rehearsals copy in the same way, see `rehearsal/`.
 */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { laySteps, liftSteps } from '../src/lib/domain/agenda/carry.ts';
import { MOST_STEPS } from '../src/lib/domain/agenda/step.ts';
import type { AgendaStep } from '../src/lib/domain/agenda/step.ts';
import type { Actor } from '../src/lib/domain/meeting/ids.ts';
import type { Database } from './db/connect.ts';
import { meetings as meetingRows, organisations, projectMembers, projects, rolePacks } from './db/schema.ts';
import type { Meetings } from './meetings.ts';
import type { Transaction } from './phones.ts';
import { cleanProject, newMeeting } from './projects.ts';
import type { FormFault, Organisation, Project, ProjectForm, Projects, ProjectView } from './projects.ts';
import type { Room } from './room.ts';
import { newId } from './secrets.ts';

export type Copied = { ok: true; id: string } | { ok: false; fault: FormFault };

export class Copies {
  readonly #database: Database;
  readonly #projects: Projects;
  readonly #meetings: Meetings;

  constructor(database: Database, projects: Projects, meetings: Meetings) {
    this.#database = database;
    this.#projects = projects;
    this.#meetings = meetings;
  }

  /**
   * A new project of the user's own: as the form says, with the meetings and their agendas, without days, places and people.
   * Undefined for whoever does not lead the one that is copied.
   */
  async make(
    userId: string,
    projectId: string,
    form: Pick<ProjectForm, 'name' | 'question' | 'about'> & { organisations: boolean }
  ): Promise<Copied | undefined> {
    const view = await this.#projects.led(userId, projectId);
    if (!view || view.project.rehearsalOf) return undefined;
    const { host, language } = view.project;
    const cleaned = cleanProject({ ...form, host });
    if (!cleaned.ok) return cleaned;
    const planned = await Promise.all(
      view.meetings.map(async ({ id }) => {
        const room = await this.#meetings.room(id);
        return room ? plannedIn(room) : [];
      })
    );
    const { id, made } = await this.#database.db.transaction(async (tx) => {
      const { id } = await copyProject(tx, view, {
        userId,
        changes: { ...cleaned.values, language },
        organisations: form.organisations
      });
      const rows = view.meetings.map(({ number, title, startsAt, endsAt }) => ({
        ...newMeeting(id, number, title),
        startsAt,
        endsAt
      }));
      if (rows.length > 0) await tx.insert(meetingRows).values(rows);
      return { id, made: rows.map((row) => row.id) };
    });
    for (const [at, meeting] of made.entries()) {
      const room = await this.#meetings.room(meeting);
      if (room) await layPlan(room, planned[at]!);
    }
    return { ok: true, id };
  }
}

/** The agenda of a meeting as it is planned now. */
export function plannedIn({ state: { agenda, prompts } }: Room): AgendaStep[] {
  return liftSteps(agenda.flatMap((id) => prompts[id] ?? []));
}

/** Lays it into another meeting, asked of nobody yet; not by a leader, who has nothing of it to undo. */
export async function layPlan(room: Room, planned: readonly AgendaStep[]): Promise<void> {
  const steps = laySteps(planned, newId);
  const by: Actor = { role: 'leader', id: newId() };
  for (let at = 0; at < steps.length; at += MOST_STEPS) {
    const data = { steps: steps.slice(at, at + MOST_STEPS) };
    await room.submit({ name: 'AddPrompts', data, id: randomUUID() }, by);
  }
}

/** What it is, who takes part, what it holds to be one role; of the user's own, without meetings. */
export async function copyProject(
  tx: Transaction,
  view: Pick<ProjectView, 'project' | 'organisations'>,
  {
    userId,
    changes = {},
    organisations: taken = true
  }: { userId: string; changes?: Partial<Project>; organisations?: boolean }
): Promise<{ id: string; organisations: Organisation[] }> {
  const id = newId();
  const { name, question, host, about, language } = view.project;
  await tx.insert(projects).values({ name, question, host, about, language, ...changes, id });
  await tx.insert(projectMembers).values({ projectId: id, userId, part: 'owner' });
  const places = view.organisations
    .filter((one) => taken && !one.removed)
    .map((one) => ({ ...one, id: newId(), projectId: id, added: false }));
  if (places.length > 0) await tx.insert(organisations).values(places);
  const [pack] = await tx.select().from(rolePacks).where(eq(rolePacks.projectId, view.project.id));
  if (pack) await tx.insert(rolePacks).values({ ...pack, projectId: id });
  return { id, organisations: places };
}
