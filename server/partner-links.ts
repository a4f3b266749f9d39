/**
 * Links that a participant passes on to a partner, who answers one homework through them. Whoever has the link may answer, in the name of an
 * organisation and of nobody in it; nothing else of the meeting opens to it.
 */
import { and, asc, count, eq, isNull, lt, sql as text } from 'drizzle-orm';
import { kindOf } from '../src/lib/domain/kinds/registry.ts';
import type { Brought } from '../src/lib/domain/meeting/brought.ts';
import { atHome } from '../src/lib/domain/meeting/homework.ts';
import { ID_PATTERN } from '../src/lib/domain/meeting/ids.ts';
import type { Refusal } from '../src/lib/domain/meeting/refusal.ts';
import type { Prompt } from '../src/lib/domain/meeting/state.ts';
import { isOrganisationKind } from '../src/lib/domain/organisation-kinds.ts';
import { cleanLine, lengthOf } from '../src/lib/domain/text.ts';
import { partnerNote } from '../src/lib/domain/partner/consent.ts';
import type { Consent } from '../src/lib/domain/partner/consent.ts';
import type { Drizzle } from './db/connect.ts';
import { meetings as meetingRows, organisations, participants, partnerLinks, projects } from './db/schema.ts';
import { Brake } from './limits.ts';
import type { Meetings } from './meetings.ts';
import { findOrAdd, ORGANISATION_MAX, REMOVED } from './participants.ts';
import type { Participants } from './participants.ts';
import { lockPeople } from './phones.ts';
import type { Meeting } from './projects.ts';
import { newId, newToken } from './secrets.ts';

/** As whoever passed it on, and the meeting's leaders, are told of it. */
export interface PartnerLink {
  id: string;
  token: string;
  organisation: string;
  answers: number;
  revoked: boolean;
}

/** What the link's page shows; nothing of who passed it on, of other answers, or of other steps. */
export interface PartnerTask {
  link: string;
  project: { name: string; question: string; host: string };
  organisation: { name: string; kind: string };
  prompt: Pick<Prompt, 'kind' | 'title' | 'instruction' | 'pledge'> & {
    brought: Pick<Brought, 'number' | 'title' | 'items'> | null;
    /** Milliseconds since 1970: the end of the last day. */
    until: number;
  };
}

/** Why a link takes no answer. 'gone': there is none such, or it has been taken back, or its homework is no more. */
export type Shut = 'gone' | 'soon' | 'over' | 'used-up';

export type Made =
  | { ok: true; link: PartnerLink }
  | {
      ok: false;
      reason:
        'organisation-empty' | 'organisation-too-long' | 'organisation-removed' | 'too-many' | 'not-open';
    };

export type Answered =
  { ok: true } | { ok: false; reason: Shut | 'too-fast' } | { ok: false; refusal: Refusal };

/** Links a person and homework, and answers a link. */
const MOST_LINKS = 20;
export const MOST_ANSWERS = 20;
/** Answers a minute of one link from one address. */
const PACE = 10;

export class PartnerLinks {
  readonly #db: Drizzle;
  readonly #meetings: Meetings;
  readonly #participants: Participants;
  readonly #pace = new Brake(PACE, 60);

  constructor(db: Drizzle, meetings: Meetings, people: Participants) {
    this.#db = db;
    this.#meetings = meetings;
    this.#participants = people;
  }

  /** A link for a partner: `organisation` is an id from the project's list or the name of another, which then is of that `kind`. */
  async make(
    { id: meetingId, projectId }: Pick<Meeting, 'id' | 'projectId'>,
    promptId: string,
    passedOnBy: string,
    form: { organisation: string; kind: string }
  ): Promise<Made> {
    const wish = cleanLine(form.organisation);
    if (!wish) return { ok: false, reason: 'organisation-empty' };
    if (lengthOf(wish) > ORGANISATION_MAX) return { ok: false, reason: 'organisation-too-long' };
    const prompt = await this.#prompt(meetingId, promptId);
    if (!prompt || atHome(prompt, Date.now()) !== 'open' || kindOf(prompt.kind)?.takes !== 'notes')
      return { ok: false, reason: 'not-open' };
    const [id, token, author] = [newId(), newToken(), newId()];
    const made = await this.#db.transaction(async (tx) => {
      await lockPeople(tx, projectId);
      const own = and(
        eq(partnerLinks.meetingId, meetingId),
        eq(partnerLinks.promptId, promptId),
        eq(partnerLinks.passedOnBy, passedOnBy)
      );
      const [before] = await tx.select({ links: count() }).from(partnerLinks).where(own);
      if ((before?.links ?? 0) >= MOST_LINKS) return 'too-many';
      const known = await tx
        .select({ id: organisations.id, name: organisations.name })
        .from(organisations)
        .where(eq(organisations.projectId, projectId));
      const organisationId = await findOrAdd(tx, projectId, wish);
      if (organisationId === REMOVED) return 'organisation-removed';
      const isNew = !known.some((one) => one.id === organisationId);
      if (organisationId && isNew && isOrganisationKind(form.kind))
        await tx.update(organisations).set({ kind: form.kind }).where(eq(organisations.id, organisationId));
      await tx
        .insert(participants)
        .values({ id: author, projectId, organisationId, name: '', outsider: true });
      await tx.insert(partnerLinks).values({ id, token, meetingId, promptId, authorId: author, passedOnBy });
      return { name: known.find((one) => one.id === organisationId)?.name ?? wish };
    });
    if (typeof made === 'string') return { ok: false, reason: made };
    await this.#participants.changed(projectId);
    return { ok: true, link: { id, token, organisation: made.name, answers: 0, revoked: false } };
  }

  /** Those of a homework, the oldest first: one person's, or everybody's. */
  async of(meetingId: string, promptId: string, passedOnBy?: string): Promise<PartnerLink[]> {
    const rows = await this.#db
      .select({ link: partnerLinks, organisation: organisations.name })
      .from(partnerLinks)
      .innerJoin(participants, eq(participants.id, partnerLinks.authorId))
      .leftJoin(organisations, eq(organisations.id, participants.organisationId))
      .where(
        and(
          eq(partnerLinks.meetingId, meetingId),
          eq(partnerLinks.promptId, promptId),
          passedOnBy === undefined ? undefined : eq(partnerLinks.passedOnBy, passedOnBy)
        )
      )
      .orderBy(asc(partnerLinks.createdAt));
    return rows.map(({ link: { id, token, answers, revokedAt }, organisation }) => ({
      id,
      token,
      organisation: organisation ?? '',
      answers,
      revoked: revokedAt !== null
    }));
  }

  /** Takes a link back: what came through it stays. False where there is none such; `passedOnBy`: whose it must be. */
  async revoke(meetingId: string, id: string, passedOnBy?: string): Promise<boolean> {
    const rows = await this.#db
      .update(partnerLinks)
      .set({ revokedAt: text`coalesce(${partnerLinks.revokedAt}, now())` })
      .where(
        and(
          eq(partnerLinks.id, id),
          eq(partnerLinks.meetingId, meetingId),
          passedOnBy === undefined ? undefined : eq(partnerLinks.passedOnBy, passedOnBy)
        )
      )
      .returning({ id: partnerLinks.id });
    return rows.length > 0;
  }

  /** What is asked through that link now; or why nothing is. */
  async task(token: string): Promise<PartnerTask | Shut> {
    const found = await this.#find(token);
    if (!found) return 'gone';
    const { link, project, organisation, prompt, shut } = found;
    if (shut) return shut;
    const { kind, title, instruction, pledge, brought, homework } = prompt;
    return {
      link: link.id,
      project,
      organisation,
      prompt: {
        ...{ kind, title, instruction, pledge },
        brought: brought && { number: brought.number, title: brought.title, items: brought.items },
        until: homework?.until ?? 0
      }
    };
  }

  /** One answer. `note` is made by the page: sent twice, it is stored once. `address` is whose pace is looked at. */
  async answer(
    token: string,
    answer: { note: string; fields: Record<string, string>; consent: Consent },
    address: string
  ): Promise<Answered> {
    const found = await this.#find(token);
    if (!found) return { ok: false, reason: 'gone' };
    const { link, organisation, prompt, author } = found;
    const room = await this.#meetings.room(link.meetingId);
    const isKnown = room?.state.notes[answer.note]?.author === author;
    if (isKnown) return { ok: true };
    if (!room || found.shut) return { ok: false, reason: found.shut ?? 'gone' };
    const pace = `${link.id} ${address}`;
    if (await this.#pace.isShut(pace)) return { ok: false, reason: 'too-fast' };
    await this.#pace.failed(pace);
    // Counted before it is stored: two at once never make one too many.
    if (!(await this.#count(link.id))) return { ok: false, reason: 'used-up' };
    const { fields, consent } = answer;
    const data = partnerNote(prompt, { fields, consent, organisation });
    try {
      const outcome = await room.submit(
        { name: 'SubmitNote', id: newId(), data: { note: answer.note, prompt: prompt.id, ...data } },
        { role: 'participant', id: author }
      );
      if (outcome.ok) return { ok: true };
      await this.#uncount(link.id);
      return { ok: false, refusal: outcome.refusal };
    } catch (error) {
      await this.#uncount(link.id).catch(() => {});
      throw error;
    }
  }

  async #find(token: string) {
    if (!/^[\w-]{20,80}$/.test(token)) return undefined;
    const [row] = await this.#db
      .select({
        link: partnerLinks,
        author: participants.id,
        name: organisations.name,
        kind: organisations.kind,
        project: { name: projects.name, question: projects.question, host: projects.host }
      })
      .from(partnerLinks)
      .innerJoin(participants, eq(participants.id, partnerLinks.authorId))
      .innerJoin(meetingRows, eq(meetingRows.id, partnerLinks.meetingId))
      .innerJoin(projects, eq(projects.id, meetingRows.projectId))
      .leftJoin(organisations, eq(organisations.id, participants.organisationId))
      .where(and(eq(partnerLinks.token, token), isNull(partnerLinks.revokedAt)));
    const prompt = row && (await this.#prompt(row.link.meetingId, row.link.promptId));
    const at = prompt && atHome(prompt, Date.now());
    if (!row || !prompt || !at) return undefined;
    const shut: Shut | undefined =
      at !== 'open' ? at : row.link.answers >= MOST_ANSWERS ? 'used-up' : undefined;
    const { link, author, project, name, kind } = row;
    return { link, author, project, organisation: { name: name ?? '', kind: kind ?? 'other' }, prompt, shut };
  }

  async #prompt(meetingId: string, promptId: string): Promise<Prompt | undefined> {
    if (!ID_PATTERN.test(promptId)) return undefined;
    const prompt = (await this.#meetings.room(meetingId))?.state.prompts[promptId];
    return prompt?.removed ? undefined : prompt;
  }

  async #count(id: string): Promise<boolean> {
    const rows = await this.#db
      .update(partnerLinks)
      .set({ answers: text`${partnerLinks.answers} + 1` })
      .where(
        and(eq(partnerLinks.id, id), lt(partnerLinks.answers, MOST_ANSWERS), isNull(partnerLinks.revokedAt))
      )
      .returning({ id: partnerLinks.id });
    return rows.length > 0;
  }

  async #uncount(id: string): Promise<void> {
    await this.#db
      .update(partnerLinks)
      .set({ answers: text`greatest(${partnerLinks.answers} - 1, 0)` })
      .where(eq(partnerLinks.id, id));
  }
}
