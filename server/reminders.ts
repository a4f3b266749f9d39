/** To whom a reminder of homework goes. */
import { and, eq, ne } from 'drizzle-orm';
import { kindOf } from '../src/lib/domain/kinds/registry.ts';
import { lyingIn } from '../src/lib/domain/meeting/lying.ts';
import { stands } from '../src/lib/domain/meeting/state.ts';
import type { MeetingState, Prompt } from '../src/lib/domain/meeting/state.ts';
import type { Drizzle } from './db/connect.ts';
import { participants } from './db/schema.ts';
import { showCode } from '../src/lib/domain/join-code.ts';
import type { Meetings } from './meetings.ts';
import type { Meeting } from './projects.ts';

export interface Reminded {
  name: string;
  email: string;
  /** The personal code, by which the letter's link brings in just that person. */
  code: string;
}

export class Reminders {
  readonly #db: Drizzle;
  readonly #meetings: Meetings;

  constructor(db: Drizzle, meetings: Meetings) {
    this.#db = db;
    this.#meetings = meetings;
  }

  /**
   * Everybody with an address who has not answered. Where it must not be known who has, everybody: that somebody gets no letter would
   * tell. What came of it is asked of those alone who have said yes to that.
   */
  async to({ id, projectId }: Pick<Meeting, 'id' | 'projectId'>, promptId: string): Promise<Reminded[]> {
    const state = (await this.#meetings.room(id))?.state;
    const prompt = state?.prompts[promptId];
    if (!state || !prompt) return [];
    const rows = await this.#db
      .select()
      .from(participants)
      .where(
        and(
          eq(participants.projectId, projectId),
          eq(participants.outsider, false),
          ne(participants.email, ''),
          ...(prompt.kind === 'follow-up' ? [eq(participants.followUp, true)] : [])
        )
      );
    const done = answeredBy(state, prompt);
    return rows.flatMap(({ id: person, name, email, code }) =>
      code && !done.has(person) ? [{ name, email, code: showCode(code) }] : []
    );
  }
}

/** Whoever may be known to have answered. */
function answeredBy(state: MeetingState, prompt: Prompt): ReadonlySet<string> {
  const isOpen = prompt.pledge === 'named' && kindOf(prompt.kind)?.takes === 'notes';
  if (!isOpen) return new Set();
  const notes = lyingIn(state, prompt.id).notes.filter(stands);
  if (notes.some((note) => note.pledge !== 'named')) return new Set();
  return new Set(notes.map(({ author }) => author));
}
