/** The folded log: everything that the server knows of a meeting. Immutable; evolve makes a new one per event. */
import type { Fields } from '../kinds/kind.ts';
import type { Answer } from '../finding/answers.ts';
import type { Cluster, Place } from './cluster.ts';
import type { Ballot } from '../voting/ballot.ts';
import type { MeetingEvent, Phase, Stage } from './events.ts';
import type { Group } from './groups.ts';
import type { ClusterId, CommandId, NoteId, PersonId, PromptId } from './ids.ts';
import type { Mark } from './mark.ts';
import type { Pledge } from './pledge.ts';
import type { Screen } from './screen.ts';
import type { PromptText } from './step-settings.ts';
import type { Thought } from './thoughts.ts';
import type { Timer } from './timer.ts';
import type { WallSettings } from './wall-settings.ts';

export interface Prompt extends PromptText {
  id: PromptId;
  kind: string;
  stage: Stage;
  revealed: boolean;
  removed: boolean;
  /** When it was first opened and last closed, milliseconds since 1970. */
  openedAt?: number;
  closedAt?: number;
  /** Its notes in the order of arrival, withdrawn and hidden ones too. */
  notes: readonly NoteId[];
  /** Is the room finding together, or has it been? */
  finding?: 'on' | 'done';
  /** What the room answered, everybody's last word on every pair, in the order in which they came. */
  answers: readonly Answer[];
  /** How often each person has answered, or laid an own note, while the room found together. */
  taps: Readonly<Record<PersonId, number>>;
  /** Pairs of clusters that a leader keeps apart, by the ids that they had then. */
  apart: readonly (readonly [ClusterId, ClusterId])[];
  /** Where leaders have chosen something for its wall. */
  wall?: WallSettings;
  /** How much of its time is left. */
  timer?: Timer;
  /** What is voted on, by the ids that it had when the vote was opened. */
  options: readonly string[];
  /** Everybody's last ballot. No view tells whose. */
  ballots: Readonly<Record<PersonId, Ballot>>;
  /** Who writes for each group. */
  pens: Readonly<Record<string, PersonId>>;
  /** What leaders have written beside the answers, by what it is about. */
  summaries?: Readonly<Record<string, string>>;
}

export interface Note {
  id: NoteId;
  prompt: PromptId;
  author: PersonId;
  fields: Fields;
  pledge: Pledge;
  at: number;
  changedAt?: number;
  /** Taken back by the author. */
  withdrawn: boolean;
  /** Erased by a leader, and withdrawn: nothing of what it said is left. */
  erased?: true;
  /** Taken off the wall by a leader. */
  hidden: boolean;
  /** Its author has changed it since. */
  rewritten?: true;
  /** It waits until a leader lets it through. */
  held?: boolean;
  /** Shown while the others of its prompt are concealed. */
  revealed?: boolean;
  /** The group that answered: whoever of it has the pen may change it. */
  group?: string;
  /** Brought in by a leader: it counts for nobody. */
  imported?: true;
  /** Brought in: the id of the organisation that it came from. */
  organisation?: string;
  /** Counted, and nowhere quoted. */
  unquoted?: true;
  /** What has become of it. */
  mark?: Mark;
  /** Absent until it has been laid somewhere. */
  place?: Place;
  /** The themes of which its author has said that it belongs in none. */
  passed?: readonly ClusterId[];
}

/** A leader's command that can be taken back, and what takes it back. */
export interface Action {
  command: CommandId;
  by: PersonId;
  at: number;
  /** The command's first event names the action in the undo button. */
  events: readonly MeetingEvent[];
  /** Newest first: applied in this order they restore what was. */
  inverse: readonly MeetingEvent[];
  undone: boolean;
}

/** Are its notes kept off the wall until they are revealed? */
export function isConcealed(prompt: Pick<Prompt, 'hidden' | 'revealed'>): boolean {
  return prompt.hidden && !prompt.revealed;
}

/** Is it there for others than its author and the leaders: not taken back, nor off the wall, nor waiting to be let through? */
export function stands({ withdrawn, hidden, held }: Note): boolean {
  return !withdrawn && !hidden && !held;
}

export interface MeetingState {
  seq: number;
  phase: Phase;
  openedAt?: number;
  finishedAt?: number;
  screen: Screen;
  /** The room is dark. */
  dark?: boolean;
  /** Order of the agenda, removed prompts left out. */
  agenda: readonly PromptId[];
  prompts: Readonly<Record<PromptId, Prompt>>;
  notes: Readonly<Record<NoteId, Note>>;
  clusters: Readonly<Record<ClusterId, Cluster>>;
  /** The room as it is split now, and who is in which part. */
  groups: readonly Group[];
  members: Readonly<Record<PersonId, string>>;
  /** Groups that have written and that the room has no more: what they wrote keeps their name. */
  former: readonly Group[];
  /** What came up besides, in that order. */
  thoughts: readonly Thought[];
  /** The latest leader actions, oldest first. */
  history: readonly Action[];
  /** The command whose events are taking back or repeating another: these are not actions themselves. */
  replaying?: CommandId;
}

/** How many leader actions can be taken back. */
export const HISTORY_LENGTH = 100;

export const EMPTY: MeetingState = {
  seq: 0,
  phase: 'planned',
  screen: { view: 'lobby' },
  agenda: [],
  prompts: {},
  notes: {},
  clusters: {},
  groups: [],
  members: {},
  former: [],
  thoughts: [],
  history: []
};
