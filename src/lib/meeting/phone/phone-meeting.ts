/** What the phone needs of the live meeting: LiveMeeting has it, and a fixture can. */
import type { Fields } from '$lib/domain/kinds/kind';
import type { NoteId, PromptId } from '$lib/domain/meeting/ids';
import type { MeetingView } from '$lib/domain/meeting/view';
import type { Ballot } from '$lib/domain/voting/ballot';
import type { Tap } from '$lib/client/letter';
import type { LiveMeeting, Pending, PendingBallot } from '$lib/client/meeting.svelte';
import type { Named, Naming } from '$lib/client/rename';
import type { Person } from '$lib/domain/meeting/sight';
import type { Kept } from '$lib/client/outbox.svelte';
import type { Request } from '$lib/domain/meeting/commands';
import type { Ack, PresenceMessage, QuestionMessage } from '$lib/protocol/protocol';

export interface PhoneMeeting {
  readonly view: MeetingView;
  readonly presence: PresenceMessage | undefined;
  readonly status: 'connecting' | 'live' | 'offline' | 'reload';
  /** 'portal': offline, since the net wants its own page seen first. */
  readonly reason?: LiveMeeting['reason'];
  /** What other people have left on this phone, unsent. */
  readonly kept?: readonly Kept[];
  readonly pending: readonly Pending[];
  /** What the room asks this phone while it finds together. */
  readonly question: QuestionMessage | undefined;
  /** Words of the room that this phone may take up, by prompt. */
  readonly hints: Readonly<Record<PromptId, readonly string[]>>;
  /** The server's time, by which the ends of timers are given: milliseconds since 1970. */
  now(): number;
  /** Sends until there is an answer: what is no note, and not kept for a later visit. */
  send(request: Request): Promise<Ack>;
  /** Answers the note's id. */
  submitNote(prompt: PromptId, fields: Fields): NoteId;
  changeNote(note: NoteId, fields: Fields): void;
  withdrawNote(note: NoteId): void;
  /** Answers the question. */
  tap(tap: Tap): void;
  /** How far the answer is; undefined: there is none yet. */
  readonly tapped: 'sending' | 'waiting' | undefined;
  /** Why it was refused, as a sentence. */
  readonly tapTrouble: string;
  /** Votes, or votes anew: the whole ballot. */
  castBallot(prompt: PromptId, ballot: Ballot): void;
  /** Ballots on their way out, in the order of voting. */
  readonly ballots: readonly PendingBallot[];
  /** Forgets a refused command. */
  forget(command: string): void;
}

/** Who writes, as the page knows it. */
export interface Me {
  id: string;
  name: string;
  organisation: string;
  former?: Person['former'];
  /** The short personal code that moves one to another phone. */
  code?: string;
}

/** How one comes to another name or organisation. */
export interface NamingWays {
  /** The project's. */
  organisations: readonly { id: string; name: string }[];
  rename(form: Naming): Promise<Named>;
}

/** The meeting's sign: what stands in the header. */
export interface MeetingSign {
  id: string;
  number: number;
  title: string;
  place: string;
  code: string;
  projectName: string;
}
