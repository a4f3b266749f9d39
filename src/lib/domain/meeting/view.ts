/** What a client holds: the meeting as one audience may see it, and the patches that keep it up to date. */
import type { Why } from '../clustering/why.ts';
import type { Fields } from '../kinds/kind.ts';
import type { Brought } from './brought.ts';
import type { Place } from './cluster.ts';
import type { EventName, Phase, Stage } from './events.ts';
import type { ClusterId, NoteId, PersonId, PromptId } from './ids.ts';
import type { Homework } from './homework.ts';
import type { Mark } from './mark.ts';
import type { Pledge } from './pledge.ts';
import type { Screen } from './screen.ts';
import type { Ballot } from '../voting/ballot.ts';
import type { Option, Result } from '../voting/result.ts';
import type { Moderation, VoteSettings } from './step-settings.ts';
import type { Timer } from './timer.ts';
import type { WallSettings } from './wall-settings.ts';

export interface VoteView extends Omit<VoteSettings, 'about' | 'choices'> {
  /** Leaders only. */
  about?: VoteSettings['about'];
  choices?: VoteSettings['choices'];
  /** What is voted on; nothing before it has been opened, nor of a scale. */
  options: readonly Option[];
  /** Participants only: the own ballot, empty where none was cast. */
  mine?: Ballot;
  /** How many people have voted. Not for participants. */
  cast?: number;
  /** Once it is closed. */
  result?: Result;
}

export interface PromptView {
  id: PromptId;
  kind: string;
  title: string;
  instruction: string;
  stage: Stage;
  pledge: Pledge;
  perPerson: number;
  /** Hidden until revealed, and whether it has been. */
  hidden: boolean;
  revealed: boolean;
  speaker: string;
  /** Seconds after `closedAt` in which half-written notes may still be sent. */
  grace: number;
  moderation: Moderation;
  suggests: boolean;
  perGroup: boolean;
  timer?: Timer;
  closedAt?: number;
  homework: Homework | null;
  brought: Brought | null;
  vote?: VoteView;
  /** Of a step that groups answer, participants only: who writes for the own group. */
  pen?: 'free' | 'mine' | 'taken';
  /** Planned minutes, and whether it closes when they are over; not for participants. */
  minutes?: number;
  closes?: boolean;
  openedAt?: number;
  /** How many notes wait to be let through. Leaders only. */
  waiting?: number;
  /** Notes that stand (not withdrawn, hidden or waiting) and how many people wrote them. Not for participants; the latter not where names are withheld. */
  count?: number;
  people?: number;
  /** Of a step that groups answer: how many notes of each group stand. Not for participants. */
  byGroup?: Readonly<Record<string, number>>;
  /** Is the room finding together, or has it been? */
  finding?: 'on' | 'done';
  /** How many answers it has given meanwhile, and how many people gave them. Not for participants. */
  heard?: { count: number; people: number };
  /** What a leader has chosen for its wall. Not for participants. */
  wall?: WallSettings;
  /** What leaders have written beside the answers, by what it is about. Not for participants. */
  summaries?: Readonly<Record<string, string>>;
}

/** Who wrote or said it, as far as this audience may know. */
export interface By {
  id?: PersonId;
  name?: string;
  organisation?: string;
  /** Leaders only: it came through a link that was passed on to a partner. */
  outside?: true;
}

export interface NoteView {
  id: NoteId;
  prompt: PromptId;
  fields: Fields;
  /** Milliseconds since 1970; of a nameless note, when its question was opened. Not for the wall. */
  at?: number;
  changed?: true;
  /** Taken off the wall by a leader: seen by leaders, and by its author. */
  hidden?: true;
  /** Its author only: a leader has erased it, and nothing of it is left. */
  erased?: true;
  /** Leaders only: its author has changed it since it was hidden. */
  rewritten?: true;
  /** It waits until a leader lets it through: seen by leaders, and by its author. */
  held?: true;
  /** Leaders only: shown while the others are concealed. */
  revealed?: true;
  /** Brought in by a leader. */
  imported?: true;
  /** Its author wants it counted, not quoted: walls and reviewers get no text of it. */
  unquoted?: true;
  /** What has become of it. */
  mark?: Mark;
  /** The group that answered. */
  group?: string;
  by?: By;
  /** The cluster that it lies in. Not for participants, nor for a concealed wall. */
  cluster?: ClusterId;
  /**
   * Who laid it there, and why; `from`: the cluster out of which the room brought it. Leaders only. `why` is left out where it
   * speaks of a note that has been withdrawn.
   */
  placed?: { by: Place['by']; why?: Why; unsure?: true; from?: ClusterId };
}

/** Notes that lie together, as far as this audience sees one of them; leaders see empty themes too. */
export interface ClusterView {
  id: ClusterId;
  prompt: PromptId;
  label: string;
  /** The label is a name that a leader gave. */
  named?: true;
  /** Made by a leader to be filled. */
  theme?: true;
}

/** What the undo button says: what was done, to what, and where it brought it. */
export interface Deed {
  name: EventName;
  subject: string;
  /** Where it was moved, or what it was merged into or kept apart from. */
  to?: string;
  /** How many notes were moved or sorted, or steps added. */
  count?: number;
}

/** What a leader did, in the list that all leaders see. */
export interface DoneDeed extends Deed {
  command: string;
  by: PersonId;
  at: number;
  undone: boolean;
}

export interface GroupView {
  id: string;
  name: string;
  count: number;
  /** Leaders only. */
  members?: readonly PersonId[];
  /** The room is split otherwise now; its notes keep its name. Not for participants. */
  former?: true;
}

export interface ThoughtView {
  thought: string;
  text: string;
  at: number;
  done: boolean;
}

export interface MeetingView {
  phase: Phase;
  openedAt?: number;
  finishedAt?: number;
  /** Null for participants: phones do not follow the projector. */
  screen: Screen | null;
  /** The room is dark. Not for participants. */
  dark?: boolean;
  agenda: readonly PromptId[];
  prompts: Readonly<Record<PromptId, PromptView>>;
  notes: Readonly<Record<NoteId, NoteView>>;
  clusters: Readonly<Record<ClusterId, ClusterView>>;
  groups: readonly GroupView[];
  /** Participants only: the group that one is in. */
  group?: string | null;
  /** The parking lot. Leaders and reviewers; walls while it is shown. */
  thoughts: readonly ThoughtView[];
  undo: Deed | null;
  redo: Deed | null;
  /** What leaders did last, the latest first. Leaders only. */
  deeds?: readonly DoneDeed[];
}

/** The present view of what an event touched; null in a record = not for you (any more). */
export interface Patch {
  phase?: { phase: Phase; openedAt?: number; finishedAt?: number };
  screen?: Screen | null;
  dark?: boolean;
  agenda?: readonly PromptId[];
  prompts?: Record<PromptId, PromptView | null>;
  notes?: Record<NoteId, NoteView | null>;
  clusters?: Record<ClusterId, ClusterView | null>;
  groups?: readonly GroupView[];
  group?: string | null;
  thoughts?: readonly ThoughtView[];
  undo?: Deed | null;
  redo?: Deed | null;
  deeds?: readonly DoneDeed[];
}

export const EMPTY_VIEW: MeetingView = {
  phase: 'planned',
  screen: null,
  agenda: [],
  prompts: {},
  notes: {},
  clusters: {},
  groups: [],
  thoughts: [],
  undo: null,
  redo: null
};

/** The view after some patches, in order. Copies its records once a call; later patches win. */
export function patched(view: MeetingView, patches: readonly Patch[]): MeetingView {
  const next = { ...view };
  let prompts: Record<PromptId, PromptView> | undefined;
  let notes: Record<NoteId, NoteView> | undefined;
  let clusters: Record<ClusterId, ClusterView> | undefined;
  for (const { prompts: promptPatch, notes: notePatch, clusters: clusterPatch, phase, ...rest } of patches) {
    Object.assign(next, rest, phase && { openedAt: undefined, finishedAt: undefined, ...phase });
    if (promptPatch) next.prompts = lay((prompts ??= { ...view.prompts }), promptPatch);
    if (notePatch) next.notes = lay((notes ??= { ...view.notes }), notePatch);
    if (clusterPatch) next.clusters = lay((clusters ??= { ...view.clusters }), clusterPatch);
  }
  return next;
}

function lay<T>(record: Record<string, T>, patch: Record<string, T | null>): Record<string, T> {
  for (const [id, value] of Object.entries(patch)) {
    if (value === null) delete record[id];
    else record[id] = value;
  }
  return record;
}
