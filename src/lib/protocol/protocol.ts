/**
 * The wire between a client and the server, whole. docs/protocol.md says the same at length.
 *
 * A client connects to Socket.IO with a `Handshake` and gets one of three answers first: `events` (you were current, or
 * here is the contiguous tail), `state` (start from this), or `reload` (your page is too old, or you may not be here).
 * From then on it gets `events` in order. Every batch names the numbers it covers: a client that sees a gap asks again
 * with a new connection and its own number; it never guesses.
 *
 * A client sends `command` and must wait for the ack; until it has one it sends the same command again, with the same
 * id, on any later connection. An ack with `ok: true` means: stored. A batch may arrive before or after the ack of the
 * command that caused it; batches may repeat after a reconnect, and laying the same patch twice changes nothing.
 */
import * as v from 'valibot';
import type { Suggestion } from '../domain/clustering/placer.ts';
import type { Dispute } from '../domain/finding/disputes.ts';
import type { QuestionView } from '../domain/finding/question-view.ts';
import { COMMANDS } from '../domain/meeting/commands.ts';
import type { CommandName, Request } from '../domain/meeting/commands.ts';
import type { EventName, Sorting } from '../domain/meeting/events.ts';
import { ID_PATTERN } from '../domain/meeting/ids.ts';
import type { CommandId, NoteId, PromptId } from '../domain/meeting/ids.ts';
import type { RefusalCode } from '../domain/meeting/refusal.ts';
import type { Person } from '../domain/meeting/sight.ts';
import type { By, MeetingView, Patch } from '../domain/meeting/view.ts';
import type { WallPicture } from '../domain/wall/picture.ts';

/** Raised with every change that an older page would misread: it is then told to reload. */
export const PROTOCOL_VERSION = 9;

/** The largest command that is read, in bytes; larger ones end the connection. */
export const MAX_MESSAGE_BYTES = 64 * 1024;

/** The same over HTTPS for leaders: what they bring in from paper or from another tool comes that way. */
export const MAX_IMPORT_BYTES = 512 * 1024;

/**
 * Long polling begins with a plain GET, to which browsers give no Origin. A page then names its own in this header,
 * which a page of another site cannot send: it would have to ask first, and gets no answer.
 */
export const ORIGIN_HEADER = 'x-ordvagg-origin';

export const VIEWS = ['leader', 'participant', 'wall', 'review'] as const;
export type View = (typeof VIEWS)[number];

const id = v.pipe(v.string(), v.regex(ID_PATTERN));

/** `auth` of the Socket.IO handshake. `key` opens a wall; the other views are opened by their cookies. */
export const handshakeSchema = v.strictObject({
  meeting: id,
  view: v.picklist(VIEWS),
  protocol: v.number(),
  since: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  key: v.optional(v.pipe(v.string(), v.maxLength(100))),
  /** The participant that the page was made for: another one's cookie means that the page is somebody else's. */
  as: v.optional(id)
});
export type Handshake = v.InferOutput<typeof handshakeSchema>;

const envelope = v.strictObject({ id, name: v.string(), data: v.unknown() });

/** A command as it came over the wire, or undefined where it is none: unknown name, unknown field, wrong type. */
export function parseCommand(input: unknown): (Request & { id: CommandId }) | undefined {
  const outer = v.safeParse(envelope, input);
  if (!outer.success || !Object.hasOwn(COMMANDS, outer.output.name)) return undefined;
  const name = outer.output.name as CommandName;
  const inner = v.safeParse(COMMANDS[name], outer.output.data);
  if (!inner.success) return undefined;
  return { id: outer.output.id, name, data: inner.output } as Request & { id: CommandId };
}

/** Refusals of the edge, besides those of the meeting itself. The last two are for now: send the same again later. */
export const EDGE_REFUSALS = [
  ...(['malformed', 'signed-out', 'somebody-else', 'organisation-unknown'] as const),
  ...(['too-fast', 'unavailable'] as const)
] as const;
export type EdgeRefusalCode = (typeof EDGE_REFUSALS)[number];

/** Codes after which a client keeps the command and sends it again. */
export const RETRY_CODES: ReadonlySet<string> = new Set<EdgeRefusalCode>(['too-fast', 'unavailable']);

export type Ack =
  | { ok: true; seq: number }
  | { ok: false; code: RefusalCode | EdgeRefusalCode; message: string; field?: string; limit?: number };

export interface WireEvent {
  seq: number;
  /** Server's clock, milliseconds since 1970; orders nothing. */
  at: number;
  name: EventName;
  data: Patch;
}

export interface EventsMessage {
  events: readonly WireEvent[];
  /** The meeting's latest number. */
  head: number;
  /** Server's clock, milliseconds since 1970: what a timer's end is measured by. */
  now: number;
}

export interface StateMessage {
  seq: number;
  state: MeetingView;
  /** Server's clock, milliseconds since 1970. */
  now: number;
}

export interface ReloadMessage {
  reason: 'protocol' | 'not-allowed' | 'signed-out' | 'unknown-meeting' | 'somebody-else';
}

/** Who is here now. Never stored. Names go to leaders only; participants get the bare count. */
export interface PresenceMessage {
  here: number;
  /** Everybody who ever joined this meeting. */
  joined: number;
  organisations?: readonly { name: string; kind: string; here: number; joined: number }[];
  people?: readonly { id: string; name: string; organisation: string; here: boolean }[];
  /** Who leads, to leaders only. */
  leaders?: readonly { id: string; name: string; here: boolean }[];
}

/**
 * Somebody is called otherwise than before, which no event tells: people are not in the log. `notes`: who wrote those notes, to
 * leaders, walls and reviewers, each of the notes under which they read a name. `me`: to the person's own phones. At the
 * connection of all who have ever changed it, and after each change.
 */
export interface NamesMessage {
  notes?: Readonly<Record<NoteId, By>>;
  me?: Pick<Person, 'name' | 'organisation' | 'former'>;
}

/**
 * What the machine would do otherwise with one wall. Leaders only, never stored: at the connection and after changes, at
 * most every half second. Replaces the list that was told before.
 */
export interface SuggestionsMessage {
  prompt: PromptId;
  list: readonly Suggestion[];
}

/**
 * What the room is of two minds about while it finds together, and afterwards until a leader decides: counts, nobody's name.
 * Told as suggestions are, by itself: it does not wait for the machine.
 */
export interface DisputesMessage {
  prompt: PromptId;
  list: readonly Dispute[];
}

/**
 * The wall of a question as the server has laid it, the same for everybody; null: there is none to be seen (any more). Walls,
 * leaders and reviewers, each as far as they may see its notes; at the connection and after changes. Never in the log.
 */
export interface WallMessage {
  prompt: PromptId;
  picture: WallPicture | null;
}

/**
 * What a phone asks its owner while the room finds together; null: nothing more, or not now. `asked` of `of` is how far
 * the person has come. At the connection, at the start, after each answer, and when what was asked no longer stands.
 */
export interface QuestionMessage {
  prompt: PromptId;
  question: QuestionView | null;
  asked: number;
  of: number;
}

/**
 * Words of the room for whoever has sent a card of the own, where the leader has allowed it: the most common ones that the person
 * has not written. Never before, never of a concealed wall, and nobody's name.
 */
export interface HintsMessage {
  prompt: PromptId;
  words: readonly string[];
}

/** The answer to `sort`: a theme for each note that no person has laid, as `SortNotes` takes it. Nothing has been moved. */
export type SortAnswer =
  | { ok: true; placements: readonly Sorting[] }
  | { ok: false; code: RefusalCode | EdgeRefusalCode; message: string };

export interface ServerToClient {
  events(message: EventsMessage): void;
  state(message: StateMessage): void;
  reload(message: ReloadMessage): void;
  presence(message: PresenceMessage): void;
  names(message: NamesMessage): void;
  suggestions(message: SuggestionsMessage): void;
  disputes(message: DisputesMessage): void;
  question(message: QuestionMessage): void;
  hints(message: HintsMessage): void;
  wall(message: WallMessage): void;
}

export interface ClientToServer {
  command(command: unknown, ack: (answer: Ack) => void): void;
  /** Answers at once: is this connection alive? */
  ping(ack: () => void): void;
  /** A leader asks where the rest of a prompt's notes would go, by the examples that lie in its themes. */
  sort(prompt: unknown, ack: (answer: SortAnswer) => void): void;
}

/** POST /api/join: what a phone or another program sends, and gets with its cookie. */
export const joinSchema = v.strictObject({
  code: v.pipe(v.string(), v.maxLength(40)),
  name: v.optional(v.pipe(v.string(), v.maxLength(400))),
  /** The id of one of the project's organisations, or the name of another. */
  organisation: v.optional(v.pipe(v.string(), v.maxLength(400))),
  /** The personal code of somebody who has been here before, in the place of a name. */
  personal: v.optional(v.pipe(v.string(), v.maxLength(40)))
});
/** PUT /api/meetings/<id>/me: another name or organisation for the same person; both count, an empty organisation is none. */
export const renameSchema = v.strictObject({
  name: v.pipe(v.string(), v.maxLength(400)),
  /** As in joining. */
  organisation: v.pipe(v.string(), v.maxLength(400))
});
export type RenameRefusal =
  | 'malformed'
  | 'name-empty'
  | 'name-too-long'
  | 'organisation-too-long'
  | 'organisation-removed'
  | 'too-many-tries'
  | 'signed-out'
  | 'somebody-else';
export type RenameAnswer =
  { ok: true; me: NonNullable<NamesMessage['me']> } | { ok: false; code: RenameRefusal };

export interface JoinAnswer {
  meeting: string;
  participant: string;
}
