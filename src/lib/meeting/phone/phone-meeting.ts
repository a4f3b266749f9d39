/** What the phone needs of the live meeting: LiveMeeting has it, and a fixture can. */
import type { Fields } from '$lib/domain/kinds/kind';
import type { NoteId, PromptId } from '$lib/domain/meeting/ids';
import type { MeetingView } from '$lib/domain/meeting/view';
import type { Tap } from '$lib/client/letter';
import type { LiveMeeting, Pending } from '$lib/client/meeting.svelte';
import type { Kept } from '$lib/client/outbox.svelte';
import type { PresenceMessage, QuestionMessage } from '$lib/protocol/protocol';

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
  submitNote(prompt: PromptId, fields: Fields): unknown;
  changeNote(note: NoteId, fields: Fields): void;
  withdrawNote(note: NoteId): void;
  /** Answers the question. */
  tap(tap: Tap): void;
  /** How far the answer is; undefined: there is none yet. */
  readonly tapped: 'sending' | 'waiting' | undefined;
  /** Why it was refused, as a sentence. */
  readonly tapTrouble: string;
  /** Forgets a refused command. */
  forget(command: string): void;
}

/** Who writes, as the page knows it. */
export interface Me {
  id: string;
  name: string;
  organisation: string;
  /** The short personal code that moves one to another phone. */
  code?: string;
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
