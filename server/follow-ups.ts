/** Who may be asked, months after the last meeting, what came of it. */
import { and, count, eq } from 'drizzle-orm';
import type { Drizzle } from './db/connect.ts';
import { participants } from './db/schema.ts';
import type { Meeting, Projects } from './projects.ts';

export interface FollowUp {
  /** Null: has not answered yet. */
  agreed: boolean | null;
  /** Empty: none was given. */
  email: string;
}

export class FollowUps {
  readonly #db: Drizzle;
  readonly #projects: Projects;

  constructor(db: Drizzle, projects: Projects) {
    this.#db = db;
    this.#projects = projects;
  }

  /** Undefined where it is not asked: only the last meeting of a project asks. */
  async of(meeting: Meeting, person: string): Promise<FollowUp | undefined> {
    if (!(await this.#isLast(meeting))) return undefined;
    const [row] = await this.#db
      .select({ agreed: participants.followUp, email: participants.email })
      .from(participants)
      .where(eq(participants.id, person));
    return row;
  }

  /** The last word counts; an address that is left out stays as it is, so that a no takes nothing away that reminders need. */
  async answer(meeting: Meeting, person: string, agreed: boolean, email: string): Promise<boolean> {
    if (!(await this.#isLast(meeting))) return false;
    await this.#db
      .update(participants)
      .set({ followUp: agreed, ...(agreed && email ? { email } : {}) })
      .where(and(eq(participants.id, person), eq(participants.projectId, meeting.projectId)));
    return true;
  }

  /** How many of a project have said yes. */
  async agreed(projectId: string): Promise<number> {
    const [row] = await this.#db
      .select({ people: count() })
      .from(participants)
      .where(and(eq(participants.projectId, projectId), eq(participants.followUp, true)));
    return row?.people ?? 0;
  }

  async #isLast({ projectId, number }: Meeting): Promise<boolean> {
    return (await this.#projects.meetingsOf(projectId)).every((one) => one.number <= number);
  }
}
