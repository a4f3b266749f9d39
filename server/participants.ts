/** People who take part: joining with a code, being known again over all meetings of a project, and the directory. */
import { randomInt } from 'node:crypto';
import type { Cookies, RequestEvent } from '@sveltejs/kit';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type postgres from 'postgres';
import { directoryOf } from '../src/lib/domain/meeting/sight.ts';
import type { Directory, Person } from '../src/lib/domain/meeting/sight.ts';
import { hasHomework } from '../src/lib/domain/meeting/homework.ts';
import type { MeetingState } from '../src/lib/domain/meeting/state.ts';
import { readCode, showCode } from '../src/lib/domain/join-code.ts';
import { cleanLine, foldKey, lengthOf } from '../src/lib/domain/text.ts';
import type { Database, Drizzle } from './db/connect.ts';
import { participantCookie, participantCookieOptions } from './cookies.ts';
import {
  attendances,
  foundMeetings,
  foundTexts,
  meetings,
  organisations,
  participantPhones,
  participants
} from './db/schema.ts';
import { Brake, noSoonerThan } from './limits.ts';
import type { Meetings } from './meetings.ts';
import { addPhone, codeOf, freeCode, idByCode, lockPeople } from './phones.ts';
import type { Transaction } from './phones.ts';
import { MAX_ORGANISATIONS } from './projects.ts';
import type { Meeting, Organisation, Project, Projects } from './projects.ts';
import { hashToken, newId, newToken } from './secrets.ts';

export interface Participant {
  id: string;
  projectId: string;
  /** As it is shown: the second Anna of an organisation is "Anna 2". */
  name: string;
  organisation: string;
  organisationId: string | null;
  /** What was written while one was of another organisation keeps it where no name stands. */
  former: NonNullable<Person['former']>;
  /** The name or the organisation is another than at first. */
  renamed: boolean;
  /** On the list, and not here yet. */
  expected: boolean;
  /** Answers through a link, and is nobody of the project: in no list and no count. */
  outsider: boolean;
}

/** The people of a project in memory: dropped when somebody changes here or on another node, and read anew all the same. */
interface Crowd {
  people: ReadonlyMap<string, Participant>;
  /** What the project's organisations are called, by their ids. */
  organisations: ReadonlyMap<string, string>;
  /** By the hash of the token of each of their phones. */
  byToken: ReadonlyMap<string, Participant>;
  /** Who has joined which meeting. */
  attendances: ReadonlySet<string>;
}

export type Joined =
  | { ok: true; meeting: Meeting; participant: string; token: string }
  | {
      ok: false;
      reason:
        | 'code'
        | 'personal'
        | 'too-many-tries'
        | 'name-too-long'
        | 'organisation-too-long'
        | 'organisation-removed';
    };

export type Renamed =
  | { ok: true; participant: Participant }
  | {
      ok: false;
      reason:
        | 'name-empty'
        | 'name-too-long'
        | 'organisation-too-long'
        | 'organisation-removed'
        | 'too-many-tries'
        | 'gone';
    };

export interface JoinForm {
  code: string;
  /** Empty = one is made up. */
  name: string;
  /** An id from the list, the name of another, or empty. */
  organisation: string;
  /** The personal code of somebody who has been here before: then it alone says who that is. */
  personal?: string;
}

/** What joining needs of a request. */
type Visit = Pick<RequestEvent, 'cookies' | 'url' | 'getClientAddress'>;

/** Unknown, closed and mistyped codes, of meetings and of people, all take this long to answer, in milliseconds. */
const ANSWER_MS = 150;
/** A notice of a change may get lost: what is in memory is believed no longer than this, in milliseconds. */
const FRESH_MS = 5_000;
const NAME_MAX = 60;
export const ORGANISATION_MAX = 120;
const CHANNEL = 'ordvagg_people';
/** 60 wrong codes a minute from one address: a room of 45 mistypes less, and guessing 729 million takes for ever. */
const WRONG_CODES = 60;

/** A person changes the own name so often a minute: every console is told each time. */
const CHANGES = 10;
/** Nobody has been of so many organisations. */
const MAX_FORMER = 50;

export class Participants {
  readonly #db: Drizzle;
  readonly #sql: postgres.Sql;
  readonly #projects: Projects;
  readonly #meetings: Meetings;
  readonly #brake = new Brake(WRONG_CODES, 60);
  readonly #changes = new Brake(CHANGES, 60);
  readonly #crowds = new Map<string, { crowd: Promise<Crowd>; readAt: number }>();
  readonly #watchers = new Set<(projectId: string) => void>();
  #unlisten: (() => Promise<void>) | undefined;

  constructor({ db, sql }: Database, projects: Projects, meetings: Meetings) {
    this.#db = db;
    this.#sql = sql;
    this.#projects = projects;
    this.#meetings = meetings;
  }

  /** Starts to follow what other nodes change. */
  async follow(): Promise<void> {
    const forget = (projectId: string) => {
      this.#crowds.delete(projectId);
      for (const watcher of this.#watchers) watcher(projectId);
    };
    // After a lost connection nobody knows what was missed.
    const { unlisten } = await this.#sql.listen(CHANNEL, forget, () => this.#crowds.clear());
    this.#unlisten = unlisten;
  }

  /** Calls when somebody joined or changed in a project. */
  watch(watcher: (projectId: string) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  async close(): Promise<void> {
    await this.#unlisten?.().catch(() => {});
  }

  /** The open meeting with that code, or one that has homework to do now. Unknown, mistyped and closed codes answer alike, in the same time. */
  async meetingByCode(
    typed: string,
    address: string
  ): Promise<
    | {
        ok: true;
        meeting: Meeting;
        project: Project;
        /** Those that can be chosen. */
        organisations: Organisation[];
      }
    | { ok: false; reason: 'code' | 'too-many-tries' }
  > {
    const started = performance.now();
    if (await this.#brake.isShut(address)) return { ok: false, reason: 'too-many-tries' };
    const code = readCode(typed);
    const found = code ? await this.#projects.find({ code }) : undefined;
    const room = found && (await this.#meetings.room(found.meeting.id));
    if (!found || !room || !isOpen(room.state)) return this.#wrong('code', address, started);
    const organisations = await this.#projects.organisationsOf(found.project.id);
    return { ok: true, ...found, organisations: organisations.filter((one) => !one.removed) };
  }

  /**
   * Joins from a browser, which keeps the cookie that knows the person again in all meetings of the project. `anew`: as somebody
   * new, whoever it knew.
   */
  async enter(event: Visit, form: JoinForm, { anew = false } = {}): Promise<Joined> {
    const { cookies, url } = event;
    const joined = await this.join(form, event.getClientAddress(), (project) =>
      anew ? undefined : cookies.get(participantCookie(project))
    );
    if (joined.ok) {
      const name = participantCookie(joined.meeting.projectId);
      cookies.set(name, joined.token, participantCookieOptions(url));
    }
    return joined;
  }

  /** Joins a meeting, as the same person where `tokenFor` has the token of an earlier time. */
  async join(
    form: JoinForm,
    address: string,
    tokenFor: (projectId: string) => string | undefined = () => undefined
  ): Promise<Joined> {
    const found = await this.meetingByCode(form.code, address);
    if (!found.ok) return found;
    const { meeting, project } = found;
    const token = tokenFor(project.id);
    const known = token ? await this.byToken(project.id, token) : undefined;
    if (form.personal !== undefined) return this.#comeBackBy(form.personal, meeting, address, token);
    const name = cleanLine(form.name) || known?.name || madeUpName();
    const organisation = cleanLine(form.organisation);
    if (lengthOf(name) > NAME_MAX) return { ok: false, reason: 'name-too-long' };
    if (lengthOf(organisation) > ORGANISATION_MAX) return { ok: false, reason: 'organisation-too-long' };
    if (known && token && isSame(known, name, organisation)) {
      await this.#attend(meeting.id, known);
      return { ok: true, meeting, participant: known.id, token };
    }
    const fresh = newToken();
    const participant = await this.#add(project.id, organisation, name, fresh);
    if (participant === undefined) return { ok: false, reason: 'organisation-removed' };
    await this.#attend(meeting.id, { id: participant, projectId: project.id });
    return { ok: true, meeting, participant, token: fresh };
  }

  /** Another name or organisation for the same person, who keeps notes and code. `organisation` as in joining. */
  async rename(
    { id, projectId }: Pick<Participant, 'id' | 'projectId'>,
    form: Pick<JoinForm, 'name' | 'organisation'>
  ): Promise<Renamed> {
    const [name, organisation] = [cleanLine(form.name), cleanLine(form.organisation)];
    if (!name) return { ok: false, reason: 'name-empty' };
    if (lengthOf(name) > NAME_MAX) return { ok: false, reason: 'name-too-long' };
    if (lengthOf(organisation) > ORGANISATION_MAX) return { ok: false, reason: 'organisation-too-long' };
    if (await this.#changes.isShut(id)) return { ok: false, reason: 'too-many-tries' };
    await this.#changes.failed(id);
    const changed = await this.#db.transaction(async (tx) => {
      await lockPeople(tx, projectId);
      return renameIn(tx, { id, projectId }, name, organisation);
    });
    if (changed === 'too-often') return { ok: false, reason: 'too-many-tries' };
    if (changed === 'removed') return { ok: false, reason: 'organisation-removed' };
    if (changed) await this.changed(projectId);
    const participant = (await this.#load(projectId)).people.get(id);
    return participant ? { ok: true, participant } : { ok: false, reason: 'gone' };
  }

  /** The short code that brings a person to another phone, as it is shown. Made when it is first asked for. */
  async personalCode({ id, projectId }: Participant): Promise<string | undefined> {
    const code = await codeOf(this.#db, projectId, id);
    return code && showCode(code);
  }

  /** The cookie that knows a person of that project. */
  cookieName(projectId: string): string {
    return participantCookie(projectId);
  }

  /** Who this browser was in an earlier meeting of the project. */
  async known(cookies: Cookies, projectId: string): Promise<Participant | undefined> {
    const token = cookies.get(participantCookie(projectId));
    return token ? this.byToken(projectId, token) : undefined;
  }

  /** Comes back to a meeting with the cookie alone, having joined it once. Asked before every command: from memory. */
  async comeBack(meeting: Meeting, token: string): Promise<Participant | undefined> {
    const { byToken, attendances: came } = await this.#load(meeting.projectId);
    const known = byToken.get(hashToken(token));
    return known && came.has(attendanceKey(meeting.id, known.id)) ? known : undefined;
  }

  async byToken(projectId: string, token: string): Promise<Participant | undefined> {
    return (await this.#load(projectId)).byToken.get(hashToken(token));
  }

  /** Everybody of a project by id, and its organisations, in memory. */
  async directory(projectId: string): Promise<Directory> {
    const { people, organisations } = await this.#load(projectId);
    return directoryOf(people, organisations);
  }

  async everybody(projectId: string): Promise<ReadonlyMap<string, Participant>> {
    return (await this.#load(projectId)).people;
  }

  /** The ids of all who ever joined that meeting. */
  async attending(meetingId: string): Promise<string[]> {
    const rows = await this.#db
      .select({ id: attendances.participantId })
      .from(attendances)
      .where(eq(attendances.meetingId, meetingId));
    return rows.map((row) => row.id);
  }

  /** Takes a person out: no token of theirs opens anything any more, nor does the personal code. What was written stays, without a name. */
  async remove(projectId: string, participant: string): Promise<void> {
    await this.#db.transaction(async (tx) => {
      await tx
        .delete(participants)
        .where(and(eq(participants.id, participant), eq(participants.projectId, projectId)));
      // Names under quotes can be found: all of it is laid in anew by whoever searches next.
      const own = tx.select({ id: meetings.id }).from(meetings).where(eq(meetings.projectId, projectId));
      await tx.update(foundMeetings).set({ version: 0 }).where(inArray(foundMeetings.meetingId, own));
      await tx.delete(foundTexts).where(eq(foundTexts.projectId, projectId));
    });
    await this.changed(projectId);
  }

  /** As the same person on one more phone. A wrong code tells nothing: not whether it was ever anybody's, nor where. */
  async #comeBackBy(
    personal: string,
    meeting: Meeting,
    address: string,
    token: string | undefined
  ): Promise<Joined> {
    const started = performance.now();
    const { id: meetingId, projectId } = meeting;
    const id = await idByCode(this.#db, projectId, personal);
    if (id === undefined) return this.#wrong('personal', address, started);
    const same = token !== undefined && (await this.byToken(projectId, token))?.id === id;
    const own = same ? token : newToken();
    if (!same) {
      await this.#db.transaction((tx) => addPhone(tx, id, own));
      await this.changed(projectId);
    }
    await this.#attend(meetingId, { id, projectId });
    return { ok: true, meeting, participant: id, token: own };
  }

  /** Who is invited by a personal link to that open meeting. A wrong one counts as a wrong code does. */
  async invited(personal: string, projectId: string, address: string): Promise<Participant | undefined> {
    const started = performance.now();
    if (await this.#brake.isShut(address)) return undefined;
    const id = await idByCode(this.#db, projectId, personal);
    const person = id === undefined ? undefined : (await this.#load(projectId)).people.get(id);
    if (!person) await this.#wrong('personal', address, started);
    return person;
  }

  async #wrong<Reason extends 'code' | 'personal'>(reason: Reason, address: string, started: number) {
    await this.#brake.failed(address);
    await noSoonerThan(ANSWER_MS, started);
    return { ok: false, reason } as const;
  }

  async #attend(meetingId: string, who: { id: string; projectId: string }): Promise<void> {
    const came = await this.#db
      .insert(attendances)
      .values({ meetingId, participantId: who.id })
      .onConflictDoNothing()
      .returning();
    if (came.length === 0) return;
    await this.#db.update(participants).set({ expected: false }).where(eq(participants.id, who.id));
    await this.changed(who.projectId);
  }

  /** Undefined where the organisation has been taken out of the project. */
  async #add(projectId: string, wish: string, name: string, token: string): Promise<string | undefined> {
    const id = newId();
    return this.#db.transaction(async (tx) => {
      // One at a time per project: two who name a new organisation in the same instant name one, and two Annas of it
      // are told apart.
      await lockPeople(tx, projectId);
      const organisationId = await findOrAdd(tx, projectId, wish);
      if (organisationId === REMOVED) return undefined;
      const awaited = await awaitedBy(tx, { projectId, organisationId, name });
      if (awaited) {
        await addPhone(tx, awaited, token);
        return awaited;
      }
      const others = await tx
        .select({
          name: participants.name,
          ordinal: participants.ordinal,
          organisationId: participants.organisationId
        })
        .from(participants)
        .where(eq(participants.projectId, projectId));
      const ordinal = nextOrdinal(
        name,
        others.filter((one) => one.organisationId === organisationId)
      );
      const code = await freeCode(tx, projectId);
      await tx.insert(participants).values({ id, projectId, organisationId, name, ordinal, code });
      await addPhone(tx, id, token);
      return id;
    });
  }

  #load(projectId: string): Promise<Crowd> {
    const known = this.#crowds.get(projectId);
    if (known && performance.now() - known.readAt < FRESH_MS) return known.crowd;
    const crowd = this.#read(projectId);
    const entry = { crowd, readAt: performance.now() };
    this.#crowds.set(projectId, entry);
    crowd.catch(() => {
      if (this.#crowds.get(projectId) === entry) this.#crowds.delete(projectId);
    });
    return crowd;
  }

  async #read(projectId: string): Promise<Crowd> {
    const [rows, named, phones, came] = await Promise.all([
      this.#db
        .select({
          id: participants.id,
          name: participants.name,
          ordinal: participants.ordinal,
          organisationId: participants.organisationId,
          former: participants.former,
          renamed: participants.renamed,
          expected: participants.expected,
          outsider: participants.outsider
        })
        .from(participants)
        .where(eq(participants.projectId, projectId)),
      this.#db
        .select({ id: organisations.id, name: organisations.name })
        .from(organisations)
        .where(eq(organisations.projectId, projectId)),
      this.#db
        .select({ tokenHash: participantPhones.tokenHash, participant: participantPhones.participantId })
        .from(participantPhones)
        .innerJoin(participants, eq(participants.id, participantPhones.participantId))
        .where(eq(participants.projectId, projectId)),
      this.#db
        .select({ meeting: attendances.meetingId, participant: attendances.participantId })
        .from(attendances)
        .innerJoin(participants, eq(participants.id, attendances.participantId))
        .where(eq(participants.projectId, projectId))
    ]);
    const people = new Map<string, Participant>();
    const byToken = new Map<string, Participant>();
    const names = new Map(named.map(({ id, name }) => [id, name]));
    const nameOf = (organisation: string | null) => names.get(organisation ?? '') ?? '';
    for (const { id, name, ordinal, organisationId, former, ...rest } of rows) {
      people.set(id, {
        id,
        projectId,
        name: shownName({ name, ordinal }),
        organisationId,
        organisation: nameOf(organisationId),
        former: former.map(({ organisation, until }) => ({ organisation: nameOf(organisation), until })),
        ...rest
      });
    }
    for (const { tokenHash, participant } of phones) {
      const one = people.get(participant);
      if (one) byToken.set(tokenHash, one);
    }
    const keys = came.map(({ meeting, participant }) => attendanceKey(meeting, participant));
    return { people, organisations: names, byToken, attendances: new Set(keys) };
  }

  /** Every node reads a project's people anew, and looks who may still be here. */
  async changed(projectId: string): Promise<void> {
    this.#crowds.delete(projectId);
    await this.#sql.notify(CHANNEL, projectId);
  }
}

function attendanceKey(meeting: string, participant: string): string {
  return `${meeting} ${participant}`;
}

/**
 * Somebody on the list who is called just that, and whom nobody has been yet: whoever joins by that name is the one. Of two who are
 * called alike neither is taken for the other. The people must be locked.
 */
async function awaitedBy(
  tx: Transaction,
  { projectId, organisationId, name }: { projectId: string; organisationId: string | null; name: string }
): Promise<string | undefined> {
  const rows = await tx
    .select({ id: participants.id, name: participants.name, phone: participantPhones.tokenHash })
    .from(participants)
    .leftJoin(participantPhones, eq(participantPhones.participantId, participants.id))
    .where(
      and(
        eq(participants.projectId, projectId),
        eq(participants.expected, true),
        organisationId === null
          ? isNull(participants.organisationId)
          : eq(participants.organisationId, organisationId)
      )
    );
  const called = rows.filter((one) => foldKey(one.name) === foldKey(name));
  return called.length === 1 && !called[0]!.phone ? called[0]!.id : undefined;
}

export const REMOVED = Symbol('an organisation that has been taken out');

/** `wish` is an id from the list, a name, or empty. Whoever is of an organisation that has been taken out, `own`, may stay there. */
export async function findOrAdd(
  tx: Transaction,
  projectId: string,
  wish: string,
  own?: string | null
): Promise<string | null | typeof REMOVED> {
  if (!wish) return null;
  const known = await tx
    .select({ id: organisations.id, name: organisations.name, removed: organisations.removed })
    .from(organisations)
    .where(eq(organisations.projectId, projectId));
  const found =
    known.find((one) => one.id === wish) ?? known.find((one) => foldKey(one.name) === foldKey(wish));
  if (found) return found.removed && found.id !== own ? REMOVED : found.id;
  // A list that nobody can choose from helps nobody: then the person stands without one.
  if (known.length >= MAX_ORGANISATIONS) return null;
  const id = newId();
  await tx
    .insert(organisations)
    .values({ id, projectId, name: wish, kind: 'other', position: 1_000 + known.length, added: true });
  return id;
}

/** Whether anything is another now. The people must be locked. */
async function renameIn(
  tx: Transaction,
  { id, projectId }: Pick<Participant, 'id' | 'projectId'>,
  wish: string,
  organisation: string
): Promise<boolean | 'too-often' | 'removed'> {
  const { name, ordinal, organisationId, former } = participants;
  const everybody = await tx
    .select({ id: participants.id, name, ordinal, organisationId, former })
    .from(participants)
    .where(eq(participants.projectId, projectId));
  const was = everybody.find((one) => one.id === id);
  if (!was) return false;
  const to = await findOrAdd(tx, projectId, organisation, was.organisationId);
  if (to === REMOVED) return 'removed';
  const moved = to !== was.organisationId;
  if (moved && was.former.length >= MAX_FORMER) return 'too-often';
  // The field shows "Anna 2": the number is no part of the name.
  const number = ` ${was.ordinal}`;
  const kept = was.ordinal > 1 && foldKey(wish) === foldKey(shownName(was));
  const next = kept && wish.endsWith(number) ? wish.slice(0, -number.length) : wish;
  const others = everybody.filter((one) => one.id !== id && one.organisationId === to);
  const stays = !moved && foldKey(next) === foldKey(was.name);
  const nth = stays ? was.ordinal : nextOrdinal(next, others);
  if (!moved && next === was.name && nth === was.ordinal) return false;
  await tx
    .update(participants)
    .set({
      name: next,
      ordinal: nth,
      organisationId: to,
      renamed: true,
      ...(moved ? { former: [...was.former, { organisation: was.organisationId, until: Date.now() }] } : {})
    })
    .where(eq(participants.id, id));
  return true;
}

interface Namesake {
  name: string;
  ordinal: number;
}

export function shownName({ name, ordinal }: Namesake): string {
  return ordinal > 1 ? `${name} ${ordinal}` : name;
}

/** Does the form say what it said before? It may leave the number out, and the organisation. */
function isSame(known: Participant, name: string, organisation: string): boolean {
  const [was, is] = [foldKey(known.name), foldKey(name)];
  const sameName = was === is || (was.startsWith(`${is} `) && /^\d+$/.test(was.slice(is.length + 1)));
  const sameOrganisation =
    !organisation ||
    organisation === known.organisationId ||
    foldKey(organisation) === foldKey(known.organisation);
  return sameName && sameOrganisation;
}

/** Counted on from the latest of that name; also past somebody who is called "Anna 2" without a number of ours. */
export function nextOrdinal(name: string, others: readonly Namesake[]): number {
  const same = others.filter((one) => foldKey(one.name) === foldKey(name));
  const shown = new Set(others.map((one) => foldKey(shownName(one))));
  let ordinal = Math.max(0, ...same.map((one) => one.ordinal)) + 1;
  while (shown.has(foldKey(shownName({ name, ordinal })))) ordinal++;
  return ordinal;
}

const FIRST = [
  'Glad',
  'Klok',
  'Snabb',
  'Lugn',
  'Modig',
  'Pigg',
  'Rak',
  'Varm',
  'Vaken',
  'Stadig',
  'Nyfiken',
  'Envis'
];
const SECOND = ['gran', 'hare', 'korp', 'lax', 'lom', 'mård', 'räv', 'tall', 'uggla', 'utter', 'varg', 'älg'];

/** A name for who gives none. */
function madeUpName(): string {
  return `${FIRST[randomInt(FIRST.length)]} ${SECOND[randomInt(SECOND.length)]}`;
}

/** Does the code let people in? */
function isOpen(state: MeetingState): boolean {
  return state.phase === 'open' || hasHomework(state, Date.now());
}
