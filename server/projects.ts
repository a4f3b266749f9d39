/**
 * Learning projects with their organisations and meetings. Leaders see only their own: every method of theirs takes the
 * user's id and answers undefined for what is not theirs, as if it were not there.
 */
import { and, asc, count, desc, eq, inArray, isNull, or, sql as text, ne } from 'drizzle-orm';
import { cardLanguage } from '../src/lib/domain/clustering/card-language.ts';
import type { OrganisationKind } from '../src/lib/domain/organisation-kinds.ts';
import { cleanLine, cleanLines, foldKey, lengthOf } from '../src/lib/domain/text.ts';
import type { Drizzle } from './db/connect.ts';
import {
  meetingEvents,
  meetings,
  organisations,
  participants,
  projectMembers,
  projects,
  users
} from './db/schema.ts';
import { erases, leads } from './parts.ts';
import type { Part } from './parts.ts';
import { lockPeople } from './phones.ts';
import { newCode, newId, newToken } from './secrets.ts';

export type Project = typeof projects.$inferSelect;
export type Organisation = typeof organisations.$inferSelect;
export type Meeting = typeof meetings.$inferSelect;

export interface ProjectView {
  project: Project;
  part: Part;
  organisations: Organisation[];
  meetings: Meeting[];
}

/** What is wrong with a form, and where. Limits are code points. */
export interface FormFault {
  field: string;
  code:
    | 'empty'
    | 'too-long'
    | 'too-many-lines'
    | 'entry-too-long'
    | 'not-a-date'
    | 'not-a-time'
    | 'ends-before-start'
    | 'has-notes'
    | 'too-many'
    | 'last-owner';
  limit?: number;
  /** Of a text of several lines, from 1. */
  line?: number;
}
export type Changed = { ok: true } | { ok: false; fault: FormFault };

/** What a form says of a project. `language` is that of its cards; left out or unknown, it stays as it is, and so does `about`. */
export interface ProjectForm {
  name: string;
  question: string;
  host: string;
  /** Paragraphs. */
  about?: string;
  language?: string;
}

/** Whoever reads cards listens here: another language, or role pack, holds in the project that it names. */
export const READING_CHANNEL = 'ordvagg_reading';

const LIMITS = {
  name: 120,
  question: 300,
  host: 120,
  about: 4_000,
  title: 120,
  place: 120,
  organisation: 120
} as const;
export const MAX_ORGANISATIONS = 300;
const MAX_MEETINGS = 20;

export class Projects {
  readonly #db: Drizzle;

  constructor(db: Drizzle) {
    this.#db = db;
  }

  /** The user's projects, newest first, with their meetings. */
  async list(userId: string): Promise<{ project: Project; meetings: Meeting[] }[]> {
    const rows = await this.#db
      .select({ project: projects })
      .from(projects)
      .innerJoin(projectMembers, eq(projectMembers.projectId, projects.id))
      .where(and(eq(projectMembers.userId, userId), isNull(projects.rehearsalOf)))
      .orderBy(desc(projects.createdAt));
    const ids = rows.map(({ project }) => project.id);
    const all = ids.length === 0 ? [] : await this.#meetings(ids);
    return rows.map(({ project }) => ({
      project,
      meetings: all.filter((one) => one.projectId === project.id)
    }));
  }

  /** Every project, whoever leads it: for the terminal of the server. */
  async all(): Promise<Project[]> {
    return this.#db
      .select()
      .from(projects)
      .where(isNull(projects.rehearsalOf))
      .orderBy(asc(projects.createdAt));
  }

  /** Makes a project with one meeting per title. */
  async create(
    userId: string,
    form: ProjectForm,
    titles: readonly string[]
  ): Promise<{ ok: true; id: string } | { ok: false; fault: FormFault }> {
    const cleaned = cleanProject(form);
    if (!cleaned.ok) return cleaned;
    const id = newId();
    await this.#db.transaction(async (tx) => {
      await tx.insert(projects).values({ id, ...cleaned.values });
      await tx.insert(projectMembers).values({ projectId: id, userId, part: 'owner' });
      if (titles.length > 0) {
        await tx.insert(meetings).values(titles.map((title, index) => newMeeting(id, index + 1, title)));
      }
    });
    return { ok: true, id };
  }

  async read(userId: string, id: string): Promise<ProjectView | undefined> {
    const [row] = await this.#db
      .select({ project: projects, part: projectMembers.part })
      .from(projects)
      .innerJoin(projectMembers, eq(projectMembers.projectId, projects.id))
      .where(and(eq(projects.id, id), eq(projectMembers.userId, userId)));
    if (!row) return undefined;
    return { ...row, organisations: await this.organisationsOf(id), meetings: await this.#meetings([id]) };
  }

  /** The same for those who may change it: not for reviewers. */
  async led(userId: string, id: string): Promise<ProjectView | undefined> {
    const view = await this.read(userId, id);
    return view && leads(view.part) ? view : undefined;
  }

  async update(userId: string, id: string, form: ProjectForm): Promise<Changed | undefined> {
    const before = await this.led(userId, id);
    if (!before) return undefined;
    const cleaned = cleanProject(form);
    if (!cleaned.ok) return cleaned;
    const [after] = await this.#db
      .update(projects)
      .set(cleaned.values)
      .where(eq(projects.id, id))
      .returning();
    if (after && after.language !== before.project.language)
      await this.#db.execute(text`select pg_notify(${READING_CHANNEL}, ${id})`);
    return { ok: true };
  }

  /** Adds one organisation a line; lines whose name is there already are passed over, and one that had been taken out is back. */
  async addOrganisations(
    userId: string,
    id: string,
    text: string,
    kind: OrganisationKind
  ): Promise<Changed | undefined> {
    const view = await this.led(userId, id);
    if (!view) return undefined;
    const known = new Set(view.organisations.map((one) => foldKey(one.name)));
    const names = cleanLines(text)
      .split('\n')
      .map(cleanLine)
      .filter((name) => name && !known.has(foldKey(name)) && known.add(foldKey(name)));
    if (!cleanLine(text)) return { ok: false, fault: { field: 'organisations', code: 'empty' } };
    if (names.some((name) => lengthOf(name) > LIMITS.organisation)) {
      return { ok: false, fault: { field: 'organisations', code: 'too-long', limit: LIMITS.organisation } };
    }
    if (view.organisations.length + names.length > MAX_ORGANISATIONS) {
      return { ok: false, fault: { field: 'organisations', code: 'too-many', limit: MAX_ORGANISATIONS } };
    }
    const named = new Set(cleanLines(text).split('\n').map(foldKey));
    const back = view.organisations.filter((one) => one.removed && named.has(foldKey(one.name)));
    for (const one of back) await this.takeBackOrganisation(userId, id, one.id);
    if (names.length === 0) return { ok: true };
    const next = Math.max(0, ...view.organisations.map((one) => one.position + 1));
    await this.#db
      .insert(organisations)
      .values(
        names.map((name, index) => ({ id: newId(), projectId: id, name, kind, position: next + index }))
      );
    return { ok: true };
  }

  async updateOrganisation(
    userId: string,
    id: string,
    organisation: string,
    form: { name: string; kind: OrganisationKind }
  ): Promise<Changed | undefined> {
    if (!(await this.led(userId, id))) return undefined;
    const name = cleanLine(form.name);
    const fault = textFault('organisation', name, LIMITS.organisation);
    if (fault) return { ok: false, fault };
    await this.#db
      .update(organisations)
      .set({ name, kind: form.kind })
      .where(and(eq(organisations.id, organisation), eq(organisations.projectId, id)));
    return { ok: true };
  }

  /** One step up (-1) or down (1) in the list. */
  async moveOrganisation(
    userId: string,
    id: string,
    organisation: string,
    by: -1 | 1
  ): Promise<Changed | undefined> {
    const view = await this.led(userId, id);
    if (!view) return undefined;
    const order = view.organisations.filter((one) => !one.removed).map((one) => one.id);
    const from = order.indexOf(organisation);
    const to = from + by;
    if (from < 0 || to < 0 || to >= order.length) return { ok: true };
    order.splice(to, 0, ...order.splice(from, 1));
    await this.#db.transaction(async (tx) => {
      for (const [position, one] of order.entries()) {
        await tx.update(organisations).set({ position }).where(eq(organisations.id, one));
      }
    });
    return { ok: true };
  }

  /**
   * Nobody can choose it any more. Where anybody belongs to it, or has, or answers were brought in from it, it stays, marked: what they
   * wrote keeps its name. One that nothing is left of is gone.
   */
  async removeOrganisation(userId: string, id: string, organisation: string): Promise<Changed | undefined> {
    if (!(await this.led(userId, id))) return undefined;
    const it = and(eq(organisations.id, organisation), eq(organisations.projectId, id));
    await this.#db.transaction(async (tx) => {
      // Nobody joins it meanwhile.
      await lockPeople(tx, id);
      const formerly = text`${participants.former} @> ${JSON.stringify([{ organisation }])}::text::jsonb`;
      const [row] = await tx
        .select({ people: count() })
        .from(participants)
        .where(
          and(eq(participants.projectId, id), or(eq(participants.organisationId, organisation), formerly))
        );
      const broughtIn = text`${meetingEvents.data} -> 'notes' @> ${JSON.stringify([{ organisation }])}::text::jsonb`;
      const [event] = await tx
        .select({ notes: count() })
        .from(meetingEvents)
        .innerJoin(meetings, eq(meetings.id, meetingEvents.meetingId))
        .where(and(eq(meetings.projectId, id), eq(meetingEvents.name, 'NotesImported'), broughtIn));
      if ((row?.people ?? 0) + (event?.notes ?? 0) > 0)
        await tx.update(organisations).set({ removed: true }).where(it);
      else await tx.delete(organisations).where(it);
    });
    return { ok: true };
  }

  async takeBackOrganisation(userId: string, id: string, organisation: string): Promise<Changed | undefined> {
    if (!(await this.led(userId, id))) return undefined;
    await this.#db
      .update(organisations)
      .set({ removed: false })
      .where(and(eq(organisations.id, organisation), eq(organisations.projectId, id)));
    return { ok: true };
  }

  /** In their order, also those that have been taken out. */
  async organisationsOf(projectId: string): Promise<Organisation[]> {
    return this.#db
      .select()
      .from(organisations)
      .where(eq(organisations.projectId, projectId))
      .orderBy(asc(organisations.position), asc(organisations.name));
  }

  /** A meeting with its project, for its leaders and reviewers. */
  async meeting(userId: string, id: string): Promise<(ProjectView & { meeting: Meeting }) | undefined> {
    const [row] = await this.#db
      .select({ projectId: meetings.projectId })
      .from(meetings)
      .where(eq(meetings.id, id));
    const view = row && (await this.read(userId, row.projectId));
    const meeting = view?.meetings.find((one) => one.id === id);
    return view && meeting && { ...view, meeting };
  }

  /** All meetings of a project, without asking who looks. */
  async meetingsOf(projectId: string): Promise<Meeting[]> {
    return this.#meetings([projectId]);
  }

  /** A meeting and its project without asking who looks: the caller says what of it may be shown. */
  async find(
    by: { id: string } | { code: string }
  ): Promise<{ meeting: Meeting; project: Project } | undefined> {
    const [row] = await this.#db
      .select({ meeting: meetings, project: projects })
      .from(meetings)
      .innerJoin(projects, eq(projects.id, meetings.projectId))
      .where('id' in by ? eq(meetings.id, by.id) : eq(meetings.code, by.code));
    return row;
  }

  /** As what somebody is in a meeting's project. */
  async partIn(userId: string, meetingId: string): Promise<Part | undefined> {
    const [row] = await this.#db
      .select({ part: projectMembers.part })
      .from(meetings)
      .innerJoin(projectMembers, eq(projectMembers.projectId, meetings.projectId))
      .where(and(eq(meetings.id, meetingId), eq(projectMembers.userId, userId)));
    return row?.part;
  }

  /** What cannot be undone is not for everybody who leads. */
  async mayErase(userId: string, meetingId: string): Promise<boolean> {
    const part = await this.partIn(userId, meetingId);
    return part !== undefined && erases(part);
  }

  /** Who leads a project's meetings, by name. */
  async leadersOf(projectId: string): Promise<{ id: string; name: string }[]> {
    return this.#db
      .select({ id: users.id, name: users.name })
      .from(projectMembers)
      .innerJoin(users, eq(users.id, projectMembers.userId))
      .where(and(eq(projectMembers.projectId, projectId), ne(projectMembers.part, 'reviewer')))
      .orderBy(asc(users.name));
  }

  /** Ends every wall that is open with the old key. */
  async newWallKey(userId: string, meetingId: string): Promise<string | undefined> {
    if (!(await this.#ledMeeting(userId, meetingId))) return undefined;
    const wallKey = newToken();
    await this.#db.update(meetings).set({ wallKey }).where(eq(meetings.id, meetingId));
    return wallKey;
  }

  async updateMeeting(
    userId: string,
    id: string,
    form: { title: string; place: string; day: string; startsAt: string; endsAt: string }
  ): Promise<Changed | undefined> {
    if (!(await this.#ledMeeting(userId, id))) return undefined;
    const cleaned = cleanMeeting(form);
    if (!cleaned.ok) return cleaned;
    await this.#db.update(meetings).set(cleaned.values).where(eq(meetings.id, id));
    return { ok: true };
  }

  /** When the day begins and ends, and nothing else: somebody may be changing the rest. */
  async setTimes(
    userId: string,
    id: string,
    form: { startsAt: string; endsAt: string }
  ): Promise<Changed | undefined> {
    if (!(await this.#ledMeeting(userId, id))) return undefined;
    const cleaned = cleanTimes(form);
    if (!cleaned.ok) return cleaned;
    await this.#db.update(meetings).set(cleaned.values).where(eq(meetings.id, id));
    return { ok: true };
  }

  async addMeeting(userId: string, id: string, title: string): Promise<Changed | undefined> {
    const view = await this.led(userId, id);
    if (!view) return undefined;
    const cleaned = cleanLine(title);
    const fault = textFault('title', cleaned, LIMITS.title);
    if (fault) return { ok: false, fault };
    if (view.meetings.length >= MAX_MEETINGS) {
      return { ok: false, fault: { field: 'title', code: 'too-many', limit: MAX_MEETINGS } };
    }
    const number = Math.max(0, ...view.meetings.map((one) => one.number)) + 1;
    await this.#db.insert(meetings).values(newMeeting(id, number, cleaned));
    return { ok: true };
  }

  /** Only a meeting in which nothing has happened can go. */
  async removeMeeting(userId: string, id: string): Promise<Changed | undefined> {
    if (!(await this.#ledMeeting(userId, id))) return undefined;
    const [row] = await this.#db
      .select({ events: count() })
      .from(meetingEvents)
      .where(eq(meetingEvents.meetingId, id));
    if ((row?.events ?? 0) > 0) return { ok: false, fault: { field: 'meeting', code: 'has-notes' } };
    await this.#db.delete(meetings).where(eq(meetings.id, id));
    return { ok: true };
  }

  async #ledMeeting(userId: string, id: string): Promise<boolean> {
    const view = await this.meeting(userId, id);
    return view !== undefined && leads(view.part);
  }

  #meetings(projectIds: string[]): Promise<Meeting[]> {
    return this.#db
      .select()
      .from(meetings)
      .where(inArray(meetings.projectId, projectIds))
      .orderBy(asc(meetings.number));
  }
}

/** A row for a meeting with a code and a wall's key of its own. */
export function newMeeting(projectId: string, number: number, title: string) {
  return { id: newId(), projectId, number, title, code: newCode(), wallKey: newToken() };
}

function textFault(field: string, text: string, limit: number, mayBeEmpty = false): FormFault | undefined {
  if (!text && !mayBeEmpty) return { field, code: 'empty' };
  return lengthOf(text) > limit ? { field, code: 'too-long', limit } : undefined;
}

/** What a form says of a project, as it is kept; else what is wrong with it. */
export function cleanProject(form: ProjectForm) {
  const values = {
    name: cleanLine(form.name),
    question: cleanLine(form.question),
    host: cleanLine(form.host),
    about: form.about === undefined ? undefined : cleanLines(form.about),
    language: cardLanguage(form.language ?? '')
  };
  const fault =
    textFault('question', values.question, LIMITS.question) ??
    textFault('name', values.name, LIMITS.name) ??
    textFault('host', values.host, LIMITS.host, true) ??
    textFault('about', values.about ?? '', LIMITS.about, true);
  return fault ? { ok: false as const, fault } : { ok: true as const, values };
}

function cleanMeeting(form: { title: string; place: string; day: string; startsAt: string; endsAt: string }) {
  const title = cleanLine(form.title);
  const place = cleanLine(form.place);
  const day = cleanLine(form.day) || null;
  const fault =
    textFault('title', title, LIMITS.title) ??
    textFault('place', place, LIMITS.place, true) ??
    (day && !isDay(day) ? ({ field: 'day', code: 'not-a-date' } as const) : undefined);
  if (fault) return { ok: false as const, fault };
  const times = cleanTimes(form);
  return times.ok ? { ok: true as const, values: { title, place, day, ...times.values } } : times;
}

function cleanTimes(form: { startsAt: string; endsAt: string }) {
  const startsAt = cleanLine(form.startsAt) || null;
  const endsAt = cleanLine(form.endsAt) || null;
  const fault =
    (startsAt && !isTime(startsAt) ? ({ field: 'startsAt', code: 'not-a-time' } as const) : undefined) ??
    (endsAt && !isTime(endsAt) ? ({ field: 'endsAt', code: 'not-a-time' } as const) : undefined) ??
    (startsAt && endsAt && endsAt <= startsAt
      ? ({ field: 'endsAt', code: 'ends-before-start' } as const)
      : undefined);
  return fault ? { ok: false as const, fault } : { ok: true as const, values: { startsAt, endsAt } };
}

function isDay(text: string): boolean {
  const year = Number(text.slice(0, 4));
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    year >= 1900 &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(text)
  );
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}
