/**
 * Meetings as those read them who may review them: what the report's page, its files, the search and the documentation are made from.
 * Made once for a state of the log and of the people, so that a page and its files need not make 20,000 notes anew.
 */
import { attendanceOf } from '../src/lib/domain/outputs/attendance.ts';
import { outputsOf } from '../src/lib/domain/outputs/outputs.ts';
import type { Outputs } from '../src/lib/domain/outputs/outputs.ts';
import type { MeetingId, PromptId } from '../src/lib/domain/meeting/ids.ts';
import type { Audience } from '../src/lib/domain/meeting/sight.ts';
import type { WallPicture } from '../src/lib/domain/wall/picture.ts';
import type { App } from './app.ts';
import type { Meeting, ProjectView } from './projects.ts';

export interface Review {
  outputs: Outputs;
  /** The walls that were laid. */
  walls: Readonly<Record<PromptId, WallPicture>>;
  /** The number of the log up to which. */
  seq: number;
}

type Within = Pick<ProjectView, 'project' | 'organisations' | 'meetings'>;

interface Kept {
  /** Whatever of these is another makes it anew. */
  of: readonly [state: unknown, people: string, facts: string];
  outputs: Outputs;
}

/** So many meetings are remembered: those of two projects that are being written up. */
const REMEMBERED = 12;
const REVIEWER: Audience = { view: 'review' };

export class Reviews {
  readonly #app: App;
  readonly #kept = new Map<MeetingId, Kept>();

  constructor(app: App) {
    this.#app = app;
  }

  /** Undefined where the meeting has gone meanwhile. */
  async of(meeting: Meeting, within: Within): Promise<Review | undefined> {
    const { project, organisations, meetings } = within;
    // They may have to be laid first; what is seen after that has their words.
    const walls = await this.#app.wallsOf(meeting, 'review');
    const [room, attending, everybody] = await Promise.all([
      this.#app.meetings.room(meeting.id),
      this.#app.participants.attending(meeting.id),
      this.#app.participants.everybody(project.id)
    ]);
    if (!room) return undefined;
    const { state } = room;
    const people = attending.flatMap((id) => everybody.get(id) ?? []);
    const { id, number, title, place, day, startsAt, endsAt } = meeting;
    const facts = {
      id,
      number,
      of: Math.max(...meetings.map((one) => one.number)),
      title,
      place,
      day,
      startsAt,
      endsAt,
      project: { name: project.name, question: project.question },
      organisations: attendanceOf(organisations, people),
      participants: people.length
    };
    // People are read anew every few seconds, and are mostly the same. Notes that were brought in name organisations by themselves.
    const named = organisations.map((one) => [one.id, one.name]);
    const of = [state, JSON.stringify([...everybody]), JSON.stringify([facts, named])] as const;
    const kept = this.#kept.get(id);
    let outputs = kept && kept.of.every((one, at) => one === of[at]) ? kept.outputs : undefined;
    if (!outputs) {
      const view = await this.#app.firstView(meeting, REVIEWER);
      if (!view) return undefined;
      outputs = outputsOf(view.state, facts);
      // Only what was made from that very state: something may have been stored meanwhile.
      if (view.seq === state.seq) this.#keep(id, { of, outputs });
    }
    return {
      outputs,
      seq: state.seq,
      walls: Object.fromEntries(walls.flatMap(({ prompt, picture }) => (picture ? [[prompt, picture]] : [])))
    };
  }

  /** Of all of a project's meetings, in their order. */
  async ofProject(within: Within): Promise<Review[]> {
    const found: Review[] = [];
    for (const meeting of within.meetings) {
      const review = await this.of(meeting, within);
      if (review) found.push(review);
    }
    return found;
  }

  #keep(id: MeetingId, kept: Kept): void {
    this.#kept.delete(id);
    this.#kept.set(id, kept);
    for (const [oldest] of this.#kept) {
      if (this.#kept.size <= REMEMBERED) return;
      this.#kept.delete(oldest);
    }
  }
}
