/**
 * Facts of a meeting, in past tense. The log is a list of them, numbered 1, 2, 3 ... without a gap.
 * An event never changes meaning once it has been written: a new meaning is a new name (see upcast.ts).
 */
import type { Fields } from '../kinds/kind.ts';
import type { Actor, CommandId, NoteId, PersonId, PromptId } from './ids.ts';
import type { Pledge } from './pledge.ts';

/** What the leader decides about a prompt before anybody answers. */
export interface PromptText {
  title: string;
  instruction: string;
  /** Planned length in minutes, 0 = not planned. */
  minutes: number;
  /** Others' notes stay hidden on the wall until the leader reveals them. */
  hidden: boolean;
  pledge: Pledge;
  /** At most so many notes a person, 0 = no limit. */
  perPerson: number;
}

/** What the projector shows. `prompt` is the question with its notes, hidden or as a wall. */
export type Screen =
  { view: 'lobby' } | { view: 'prompt'; prompt: PromptId } | { view: 'note'; note: NoteId };

export type Stage = 'draft' | 'open' | 'closed';

export type MeetingEvent =
  | { name: 'MeetingOpened'; data: Record<never, never> }
  | { name: 'MeetingFinished'; data: Record<never, never> }
  | { name: 'MeetingPutBack'; data: { phase: Phase; openedAt?: number; finishedAt?: number } }
  | { name: 'PromptAdded'; data: { prompt: PromptId; kind: string; index: number } & PromptText }
  | { name: 'PromptEdited'; data: { prompt: PromptId } & Partial<PromptText> }
  | { name: 'PromptMoved'; data: { prompt: PromptId; index: number } }
  | { name: 'PromptRemoved'; data: { prompt: PromptId } }
  | { name: 'PromptBroughtBack'; data: { prompt: PromptId; index: number } }
  | { name: 'PromptOpened'; data: { prompt: PromptId } }
  | { name: 'PromptClosed'; data: { prompt: PromptId } }
  | { name: 'PromptPutBack'; data: { prompt: PromptId; stage: Stage; openedAt?: number; closedAt?: number } }
  | { name: 'NotesRevealed'; data: { prompt: PromptId } }
  | { name: 'NotesConcealed'; data: { prompt: PromptId } }
  | { name: 'ProjectorTurned'; data: { screen: Screen; from: Screen } }
  | {
      name: 'NoteSubmitted';
      data: { note: NoteId; prompt: PromptId; author: PersonId; fields: Fields; pledge: Pledge };
    }
  | { name: 'NoteChanged'; data: { note: NoteId; fields: Fields; pledge: Pledge } }
  | { name: 'NoteWithdrawn'; data: { note: NoteId } }
  | { name: 'NoteHidden'; data: { note: NoteId } }
  | { name: 'NoteRestored'; data: { note: NoteId } }
  | { name: 'ActionUndone'; data: { action: CommandId } }
  | { name: 'ActionRedone'; data: { action: CommandId } };

/** Before anybody may join, while the code works, and after the day. */
export type Phase = 'planned' | 'open' | 'finished';

export type EventName = MeetingEvent['name'];

/** An event in its place in the log. `at` is milliseconds since 1970, as the server's clock had it; it orders nothing. */
export type Recorded = MeetingEvent & { seq: number; at: number; by: Actor; command: CommandId };
