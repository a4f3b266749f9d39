/**
 * The list of a project's people without an account, for those who lead it: who is expected, who has come, and where they are reached.
 * Whoever asks is named first; undefined answers somebody who does not lead the project, as if it were not there.
 */
import { and, eq } from 'drizzle-orm';
import { showCode } from '../src/lib/domain/join-code.ts';
import { isEmail, isPersonPart, PEOPLE_LIMITS, readPeople } from '../src/lib/domain/people/pasted.ts';
import type { Pasted, PersonPart } from '../src/lib/domain/people/pasted.ts';
import { comingOf } from '../src/lib/domain/people/roster.ts';
import type { ComingLine } from '../src/lib/domain/people/roster.ts';
import { cleanLine, foldKey, lengthOf } from '../src/lib/domain/text.ts';
import type { Drizzle } from './db/connect.ts';
import { attendances, organisations, participants } from './db/schema.ts';
import type { Participants, Renamed } from './participants.ts';
import { nextOrdinal, shownName } from './participants.ts';
import { leads } from './parts.ts';
import { freeCodes, lockPeople } from './phones.ts';
import type { Transaction } from './phones.ts';
import type { Projects } from './projects.ts';
import { MAX_ORGANISATIONS } from './projects.ts';
import { newId } from './secrets.ts';

export interface ListedPerson {
  id: string;
  name: string;
  /** As everybody sees it: the second Anna of an organisation is "Anna 2". */
  shown: string;
  organisation: string | null;
  part: PersonPart;
  /** For leaders alone: empty for whoever else looks, and where none was given. */
  email: string;
  /** The personal code of somebody who has not come yet, for leaders alone: whoever has come has it on the phone. */
  code?: string;
  expected: boolean;
  /** Ids of the meetings that this person has been in. */
  meetings: readonly string[];
}

/** No project has more people. */
export const MAX_PEOPLE = 3_000;

export type Preview =
  | { ok: true; lines: ComingLine[]; newPlaces: string[]; titles?: string }
  | {
      ok: false;
      fault:
        | Extract<Pasted, { ok: false }>['fault']
        | { code: 'too-many-people' | 'too-many-organisations'; limit: number };
    };

export type PersonChanged =
  { ok: true } | { ok: false; reason: Extract<Renamed, { ok: false }>['reason'] | 'email-wrong' };

export class People {
  readonly #db: Drizzle;
  readonly #projects: Projects;
  readonly #participants: Participants;

  constructor(db: Drizzle, projects: Projects, participants: Participants) {
    this.#db = db;
    this.#projects = projects;
    this.#participants = participants;
  }

  /** By name. A reviewer sees who they are, but neither where they are reached nor what brings them in. */
  async of(userId: string, projectId: string): Promise<ListedPerson[] | undefined> {
    const view = await this.#projects.read(userId, projectId);
    if (!view) return undefined;
    const [rows, came] = await Promise.all([
      this.#db
        .select()
        .from(participants)
        .where(and(eq(participants.projectId, projectId), eq(participants.outsider, false))),
      this.#db
        .select({ meeting: attendances.meetingId, participant: attendances.participantId })
        .from(attendances)
        .innerJoin(participants, eq(participants.id, attendances.participantId))
        .where(eq(participants.projectId, projectId))
    ]);
    const meetings = new Map<string, string[]>();
    for (const { participant, meeting } of came)
      meetings.set(participant, [...(meetings.get(participant) ?? []), meeting]);
    const tells = leads(view.part);
    return rows
      .map(({ id, name, ordinal, organisationId, part, email, code, expected }) => ({
        id,
        name,
        shown: shownName({ name, ordinal }),
        organisation: organisationId,
        part,
        email: tells ? email : '',
        ...(tells && expected && code ? { code: showCode(code) } : {}),
        expected,
        meetings: meetings.get(id) ?? []
      }))
      .sort((a, b) => a.shown.localeCompare(b.shown, 'sv'));
  }

  /** What would become of a pasted list, line by line; nothing is kept. */
  async preview(userId: string, projectId: string, text: string): Promise<Preview | undefined> {
    if (!(await this.#projects.led(userId, projectId))) return undefined;
    return this.#db.transaction((tx) => this.#preview(tx, projectId, text));
  }

  /** Puts on the list whoever can be; answers what became of each line. Twice the same adds nobody twice. */
  async add(userId: string, projectId: string, text: string): Promise<Preview | undefined> {
    if (!(await this.#projects.led(userId, projectId))) return undefined;
    const done = await this.#db.transaction(async (tx) => {
      await lockPeople(tx, projectId);
      const preview = await this.#preview(tx, projectId, text);
      if (preview.ok) await write(tx, projectId, preview);
      return preview;
    });
    if (done.ok) await this.#participants.changed(projectId);
    return done;
  }

  /** Another name, organisation (an id, or empty), e-mail or part. */
  async update(
    userId: string,
    projectId: string,
    id: string,
    form: { name: string; organisation: string; email: string; part: string }
  ): Promise<PersonChanged | undefined> {
    if (!(await this.#projects.led(userId, projectId))) return undefined;
    const email = cleanLine(form.email).toLowerCase();
    if (email && (!isEmail(email) || lengthOf(email) > PEOPLE_LIMITS.email))
      return { ok: false, reason: 'email-wrong' };
    const part = isPersonPart(form.part) ? form.part : 'participant';
    const renamed = await this.#participants.rename({ id, projectId }, form);
    if (!renamed.ok) return renamed;
    await this.#db
      .update(participants)
      .set({ email, part })
      .where(and(eq(participants.id, id), eq(participants.projectId, projectId)));
    return { ok: true };
  }

  /** What the person wrote stays, without a name. */
  async remove(userId: string, projectId: string, id: string): Promise<{ ok: true } | undefined> {
    if (!(await this.#projects.led(userId, projectId))) return undefined;
    await this.#participants.remove(projectId, id);
    return { ok: true };
  }

  async #preview(tx: Transaction, projectId: string, text: string): Promise<Preview> {
    const pasted = readPeople(text);
    if (!pasted.ok) return pasted;
    const [people, places] = await Promise.all([
      tx
        .select({
          id: participants.id,
          name: participants.name,
          organisation: participants.organisationId,
          email: participants.email,
          part: participants.part
        })
        .from(participants)
        .where(and(eq(participants.projectId, projectId), eq(participants.outsider, false)))
        .orderBy(participants.ordinal),
      tx
        .select({ id: organisations.id, name: organisations.name, removed: organisations.removed })
        .from(organisations)
        .where(eq(organisations.projectId, projectId))
    ]);
    const lines = comingOf(pasted.lines, people, places);
    const fresh = new Map<string, string>();
    let more = 0;
    for (const line of lines) {
      if (line.becomes !== 'new') continue;
      more++;
      const { newPlace } = line;
      if (newPlace && !fresh.has(foldKey(newPlace))) fresh.set(foldKey(newPlace), newPlace);
    }
    if (people.length + more > MAX_PEOPLE)
      return { ok: false, fault: { code: 'too-many-people', limit: MAX_PEOPLE } };
    if (places.length + fresh.size > MAX_ORGANISATIONS)
      return { ok: false, fault: { code: 'too-many-organisations', limit: MAX_ORGANISATIONS } };
    return { ...pasted, lines, newPlaces: [...fresh.values()] };
  }
}

/** The people must be locked. */
async function write(
  tx: Transaction,
  projectId: string,
  { lines, newPlaces }: Extract<Preview, { ok: true }>
): Promise<void> {
  const places = newPlaces.map((name, at) => ({
    id: newId(),
    projectId,
    name,
    kind: 'other',
    position: 1_000 + at
  }));
  if (places.length > 0) await tx.insert(organisations).values(places);
  const placeBy = new Map(places.map(({ id, name }) => [foldKey(name), id]));
  for (const line of lines) {
    if (line.becomes !== 'changed') continue;
    await tx
      .update(participants)
      .set({ email: line.email, part: line.part })
      .where(eq(participants.id, line.id));
  }
  const coming = lines.filter((line) => line.becomes === 'new');
  if (coming.length === 0) return;
  const everybody = await tx
    .select({
      name: participants.name,
      ordinal: participants.ordinal,
      organisationId: participants.organisationId
    })
    .from(participants)
    .where(eq(participants.projectId, projectId));
  const codes = await freeCodes(tx, projectId, coming.length);
  const rows = coming.map(({ person: { name, email, part }, place, newPlace }, at) => {
    const organisationId = newPlace ? placeBy.get(foldKey(newPlace))! : place;
    const ordinal = nextOrdinal(
      name,
      everybody.filter((one) => one.organisationId === organisationId)
    );
    everybody.push({ name, ordinal, organisationId });
    return {
      id: newId(),
      projectId,
      organisationId,
      name,
      ordinal,
      email,
      part,
      code: codes[at]!,
      expected: true
    };
  });
  await tx.insert(participants).values(rows);
}
