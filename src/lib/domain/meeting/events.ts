/**
 * Facts of a meeting, in past tense. The log is a list of them, numbered 1, 2, 3 ... without a gap.
 * An event never changes meaning once it has been written: a new meaning is a new name (see upcast.ts).
 */
import type { Why } from '../clustering/why.ts';
import type { Answer } from '../finding/answers.ts';
import type { Fields } from '../kinds/kind.ts';
import type { Ballot } from '../voting/ballot.ts';
import type { Place } from './cluster.ts';
import type { Actor, ClusterId, CommandId, NoteId, PersonId, PromptId } from './ids.ts';
import type { Mark } from './mark.ts';
import type { Pledge } from './pledge.ts';
import type { Group } from './groups.ts';
import type { Screen } from './screen.ts';
import type { PromptText } from './step-settings.ts';
import type { Thought } from './thoughts.ts';
import type { KeptTimer } from './timer.ts';
import type { WallSettings } from './wall-settings.ts';

export type Stage = 'draft' | 'open' | 'closed';

/** A note laid by the machine. */
export interface Placing {
  note: NoteId;
  cluster: ClusterId;
  why: Why;
}

/** What the machine calls a cluster, and the note that the word stands on. */
export interface Labelling {
  cluster: ClusterId;
  text: string;
  from: NoteId;
}

/** A note that goes to a theme; `unsure`: a person should look. */
export interface Sorting {
  note: NoteId;
  cluster: ClusterId;
  unsure?: true;
}

/** Where a note lay before a deed laid it in `from`. `changedAt`: its text as it was then. */
export interface PlaceBefore {
  note: NoteId;
  from: ClusterId;
  place: Place | null;
  changedAt?: number;
}

/** A note that a leader brought in. */
export interface Imported {
  note: NoteId;
  fields: Fields;
  /** The id of the organisation that it came from: only where that may be told at all. Its name is not in the log. */
  organisation?: string;
  /** It has been erased since, and this rewritten: nothing of what it said is left. */
  erased?: true;
}

/** `left` names the clusters that notes were taken from: their views change too. */
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
  | {
      name: 'PromptPutBack';
      data: {
        prompt: PromptId;
        stage: Stage;
        openedAt?: number;
        closedAt?: number;
        timer?: KeptTimer | null;
      };
    }
  | { name: 'TimerSet'; data: { prompt: PromptId; timer: KeptTimer | null } }
  /** What is voted on, from now on. */
  | { name: 'OptionsDrawn'; data: { prompt: PromptId; options: string[] } }
  /** Somebody's whole ballot: it takes the place of the one before. An empty one takes it back. */
  | { name: 'BallotCast'; data: { prompt: PromptId; by: PersonId; ballot: Ballot } }
  /** `named`: nothing else changed but what this group is called. */
  | {
      name: 'RoomSplit';
      data: {
        groups: Group[];
        members: Record<PersonId, string>;
        named?: string;
        from?: Record<PersonId, string>;
      };
    }
  /** Each to the group named; null: to none. `from`: where these people were. */
  | {
      name: 'PeopleGrouped';
      data: { to: Record<PersonId, string | null>; from?: Record<PersonId, string> };
    }
  /** Whose phone writes for the group from now on. */
  | { name: 'PenTaken'; data: { prompt: PromptId; group: string; person: PersonId } }
  | { name: 'ThoughtParked'; data: Thought }
  | { name: 'ThoughtChanged'; data: { thought: string; text?: string; done?: boolean } }
  | { name: 'ThoughtDropped'; data: { thought: string } }
  /** `shown`: those that had been revealed one by one; they are shown with all others now, or alone again. */
  | { name: 'NotesRevealed'; data: { prompt: PromptId; shown?: NoteId[] } }
  | { name: 'NotesConcealed'; data: { prompt: PromptId; shown?: NoteId[] } }
  | { name: 'ProjectorTurned'; data: { screen: Screen; from: Screen } }
  | { name: 'ProjectorDarkened'; data: { dark: boolean } }
  | { name: 'WallSet'; data: { prompt: PromptId } & Partial<WallSettings> }
  | { name: 'WallTidied'; data: { prompt: PromptId } }
  | {
      name: 'NoteSubmitted';
      data: {
        note: NoteId;
        prompt: PromptId;
        author: PersonId;
        fields: Fields;
        pledge: Pledge;
        /** It waits until a leader lets it through. */
        held?: true;
        /** The group that answered. */
        group?: string;
        /** It is counted, and nowhere quoted. */
        unquoted?: true;
        /** It has been erased since, and this rewritten: nothing of what it said is left. */
        erased?: true;
      };
    }
  | {
      name: 'NoteChanged';
      data: {
        note: NoteId;
        fields: Fields;
        pledge: Pledge;
        left?: ClusterId;
        /** It waits (again) until a leader lets it through. */
        held?: true;
      };
    }
  | { name: 'NoteWithdrawn'; data: { note: NoteId } }
  /** For good: with it all earlier events have been rewritten that held its words (erasing.ts). */
  | { name: 'NoteErased'; data: { note: NoteId } }
  /** An answer of another meeting has been erased, and with it what these steps had taken over of its words. */
  | { name: 'TakenOverErased'; data: { prompts: PromptId[] } }
  /** null: it is as it was made. */
  | { name: 'NoteMarked'; data: { note: NoteId; mark: Mark | null } }
  /** An empty text takes it away. */
  | { name: 'SummaryWritten'; data: { prompt: PromptId; about: string; text: string } }
  /** `rewritten`: hidden again by undo, and changed before it was shown. */
  | { name: 'NoteHidden'; data: { note: NoteId; rewritten?: true } }
  | { name: 'NoteRestored'; data: { note: NoteId } }
  | { name: 'NotesApproved'; data: { prompt: PromptId; notes: NoteId[] } }
  | { name: 'NotesHeld'; data: { prompt: PromptId; notes: NoteId[] } }
  /** One by one, while the others stay hidden. */
  | { name: 'NoteRevealed'; data: { note: NoteId } }
  | { name: 'NoteConcealed'; data: { note: NoteId } }
  /** Brought in by a leader, from paper or another tool. */
  | { name: 'NotesImported'; data: { prompt: PromptId; author: PersonId; notes: Imported[] } }
  | { name: 'NotesTakenOut'; data: { prompt: PromptId; notes: NoteId[] } }
  | { name: 'NotesPlaced'; data: { prompt: PromptId; placements: Placing[]; labels: Labelling[] } }
  | {
      name: 'NotesMoved';
      data: {
        prompt: PromptId;
        notes: NoteId[];
        cluster: ClusterId;
        /** Of a cluster that begins with these notes. */
        name?: string;
        by: 'leader' | 'author';
        left: ClusterId[];
        /** Those of `left` from which it is kept apart from now on. */
        apart?: ClusterId[];
      };
    }
  | { name: 'NotesSorted'; data: { prompt: PromptId; placements: Sorting[]; left: ClusterId[] } }
  | {
      name: 'NotesPutBack';
      data: {
        prompt: PromptId;
        places: PlaceBefore[];
        /** A merged cluster that stands again. */
        parted?: ClusterId;
        /** Pairs that are no longer kept apart. */
        together?: [ClusterId, ClusterId][];
      };
    }
  | {
      name: 'ClustersMerged';
      data: {
        prompt: PromptId;
        cluster: ClusterId;
        into: ClusterId;
        notes: NoteId[];
        by: 'leader' | 'room';
        why: Why;
      };
    }
  | { name: 'ClusterNamed'; data: { cluster: ClusterId; name: string } }
  | { name: 'ClusterAdded'; data: { prompt: PromptId; cluster: ClusterId; name: string } }
  | { name: 'ClusterRemoved'; data: { cluster: ClusterId } }
  | { name: 'ClustersKeptApart'; data: { prompt: PromptId; cluster: ClusterId; other: ClusterId } }
  | { name: 'ClustersLetTogether'; data: { prompt: PromptId; cluster: ClusterId; other: ClusterId } }
  | { name: 'ClusterKeptWhole'; data: { cluster: ClusterId } }
  | { name: 'ClusterLetSplit'; data: { cluster: ClusterId } }
  | { name: 'FindingStarted'; data: { prompt: PromptId } }
  | { name: 'FindingEnded'; data: { prompt: PromptId } }
  | { name: 'FindingPutBack'; data: { prompt: PromptId; finding?: 'on' | 'done' } }
  | { name: 'AnswerGiven'; data: { prompt: PromptId } & Answer }
  | { name: 'NotePassed'; data: { prompt: PromptId; note: NoteId; themes: ClusterId[] } }
  | { name: 'ActionUndone'; data: { action: CommandId } }
  | { name: 'ActionRedone'; data: { action: CommandId } };

/** Before anybody may join, while the code works, and after the day. */
export type Phase = 'planned' | 'open' | 'finished';

export type EventName = MeetingEvent['name'];

/** An event in its place in the log. `at` is milliseconds since 1970, as the server's clock had it; it orders nothing. */
export type Recorded = MeetingEvent & { seq: number; at: number; by: Actor; command: CommandId };
