/** What a phone asks about homework besides the meeting that it is in. */
import * as v from 'valibot';
import { ID_PATTERN } from '../domain/meeting/ids.ts';
import { CONSENTS } from '../domain/partner/consent.ts';

/** `GET /api/meetings/<id>/me/homework` answers `{ ahead }`: what is open at home in other meetings of the project. */
export interface HomeworkAhead {
  /** The meeting's place in the project, and its join code. */
  number: number;
  code: string;
  tasks: readonly {
    prompt: string;
    title: string;
    /** Milliseconds since 1970: the end of the last day. */
    until: number;
    /** How much of it is one's own: answers, or 1 for a ballot. */
    count: number;
  }[];
}

/** A link for a partner, as whoever passed it on sees it; leaders see those of everybody. */
export interface PassedLink {
  id: string;
  /** To be copied or shared. */
  url: string;
  organisation: string;
  answers: number;
  /** It takes no answers any more. */
  revoked: boolean;
}

const PASSING_MAX = 400;
/** `POST /api/meetings/<id>/me/partner-links/<prompt>`: `organisation` is an id of the project's or a name, of that kind where it is new. */
export const passOnSchema = v.strictObject({
  organisation: v.pipe(v.string(), v.maxLength(PASSING_MAX)),
  kind: v.pipe(v.string(), v.maxLength(40))
});
export type PassOnAnswer = { ok: true; link: PassedLink } | { ok: false; message: string };

/** `POST /partner/<token>`: one answer. `note` is made by the page, once an answer: a retry carries the same one. */
export const partnerAnswerSchema = v.strictObject({
  note: v.pipe(v.string(), v.regex(ID_PATTERN)),
  fields: v.pipe(
    v.record(v.pipe(v.string(), v.maxLength(40)), v.pipe(v.string(), v.maxLength(20_000))),
    v.check((record) => Object.keys(record).length <= 20)
  ),
  consent: v.picklist(CONSENTS)
});
/** `shut`: the link takes no more answers. */
export type PartnerReply = { ok: true } | { ok: false; message: string; shut?: boolean };
