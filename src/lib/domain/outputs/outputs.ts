/**
 * What a meeting left behind, as its reviewers read it: the page and every file are made from this.
 * Made from the view of the audience `review`, which already lacks what a reviewer may not see.
 */
import type { Attendance } from './attendance.ts';
import { kindOf } from '../kinds/registry.ts';
import type { Fields, Kind } from '../kinds/kind.ts';
import { speakerOf } from '../kinds/speaker.ts';
import type { Speaker } from '../kinds/speaker.ts';
import type { Phase, Stage } from '../meeting/events.ts';
import type { Brought } from '../meeting/brought.ts';
import type { Homework } from '../meeting/homework.ts';
import type { Mark } from '../meeting/mark.ts';
import type { MeetingId, NoteId, PromptId } from '../meeting/ids.ts';
import type { MeetingView, NoteView, PromptView } from '../meeting/view.ts';
import { groupColumns } from '../wall/screens/group-columns.ts';
import { themesIn } from './themes.ts';
import type { Theme } from './themes.ts';
import { wordsOf } from '../wall/words.ts';
import type { Word } from '../wall/words.ts';
import { placed } from '../voting/places.ts';
import type { Placed } from '../voting/places.ts';
import type { Spread } from '../voting/result.ts';

/** What is known of a meeting besides its log. */
export interface MeetingFacts {
  id: MeetingId;
  /** Its place among the project's meetings, from 1, and how many they are. */
  number: number;
  of: number;
  title: string;
  place: string;
  /** ISO date, and planned times as HH:MM; null where none is set. */
  day: string | null;
  startsAt: string | null;
  endsAt: string | null;
  project: { name: string; question: string };
  organisations: readonly Attendance[];
  /** How many people joined. */
  participants: number;
}

export interface Outputs {
  meeting: MeetingFacts & { phase: Phase; openedAt?: number; finishedAt?: number };
  /** In the order of the agenda. */
  prompts: readonly PromptOutput[];
  /** What came up besides, in the order in which it was parked. */
  thoughts: readonly ThoughtOutput[];
}

export interface ThoughtOutput {
  text: string;
  /** It has been taken care of. */
  done: boolean;
  /** Milliseconds since 1970. */
  at: number;
}

export interface PromptOutput {
  id: PromptId;
  /** Its place in the agenda, from 1. */
  number: number;
  kind: string;
  outcome: Kind['outcome'];
  title: string;
  instruction: string;
  stage: Stage;
  openedAt?: number;
  closedAt?: number;
  /** It was (also) answered from home. */
  homework?: Homework;
  /** What it built on. */
  brought?: Brought;
  /** What leaders have written beside the answers, by what it is about; '' of all of them. */
  summaries: Readonly<Record<string, string>>;
  /** How many people wrote the notes; undefined where names are withheld. */
  people?: number;
  /** Notes that have come in but that nobody may read before the prompt is revealed or closed. */
  unseen: number;
  /** In the order of arrival. */
  notes: readonly NoteOutput[];
  /** Answers whose authors want them counted, not quoted: what their kind counts of them, and no text. */
  uncited: readonly NoteOutput[];
  /** The words of a wall, the most common one first; each names the notes it stands on. */
  words: readonly Word[];
  /** What leaders have laid sticky notes together under, the largest first; each names its notes. */
  themes: readonly Theme[];
  /** What each group answered; empty where everybody answered for oneself. In the order of the room; each names its notes. */
  groups: readonly GroupOutput[];
  /** Votes only. */
  vote?: VoteOutput;
}

export interface GroupOutput {
  /** Empty: notes that are no group's. */
  name: string;
  notes: readonly NoteId[];
}

/** What a vote came to. Never who voted for what. */
export interface VoteOutput {
  /** How many people have voted. */
  voters: number;
  /** Dots or points a person, and whether several of them may lie on the same. */
  votes: number;
  stack: boolean;
  /** What the ends of a scale mean. */
  low: string;
  high: string;
  /** Once it is closed, the highest first; of a scale: none. */
  options: readonly Placed[];
  scale?: Spread;
}

export interface NoteOutput {
  id: NoteId;
  text: string;
  explanation?: string;
  /** All that its kind asks for, as it is kept; of kinds that ask for more than a text, and are neither word nor quote. */
  fields?: Fields;
  /** Quotes only: who said it. Empty = nobody who is named. */
  speaker?: Speaker;
  organisation?: string;
  /** Sticky notes only: what the theme in which it lies is called. */
  theme?: string;
  /** What the group that answered is, or was, called. */
  group?: string;
  /** What has become of it: commitments. */
  mark?: Mark;
  /** Milliseconds since 1970. */
  at: number;
}

/** `view` must be that of the audience `review`: the leader's knows more than its readers may. */
export function outputsOf(view: MeetingView, facts: MeetingFacts): Outputs {
  const { phase, openedAt, finishedAt } = view;
  return {
    meeting: { ...facts, phase, openedAt, finishedAt },
    prompts: promptsOf(view),
    thoughts: view.thoughts.map(({ text, done, at }) => ({ text, done, at }))
  };
}

/** What each step left behind, in the order of the agenda. `view`: of the audience `review`. */
export function promptsOf(view: MeetingView): PromptOutput[] {
  const notes = Object.values(view.notes).sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  const prompts = view.agenda.flatMap((id) => view.prompts[id] ?? []);
  // A break leaves nothing behind, but has its place in the agenda.
  return prompts.flatMap((prompt, index) =>
    kindOf(prompt.kind)?.outcome === 'pause'
      ? []
      : promptOutput(
          prompt,
          index + 1,
          notes.filter((note) => note.prompt === prompt.id),
          view
        )
  );
}

function promptOutput(
  prompt: PromptView,
  number: number,
  notes: readonly NoteView[],
  { clusters, groups }: MeetingView
): PromptOutput {
  const { id, kind: name, title, instruction, stage, openedAt, closedAt, homework, brought } = prompt;
  const kind = kindOf(name);
  const main = kind?.main ?? 'text';
  const outcome = kind?.outcome ?? 'notes';
  const [uncited, cited] = parted(notes, ({ unquoted }) => unquoted === true && outcome !== 'wall');
  const themes = outcome === 'notes' ? themesIn(cited, clusters) : [];
  const names = new Map(groups.map((group) => [group.id, group.name]));
  const output = (note: NoteView): NoteOutput => ({
    ...noteOutput(note, kind, themeOf.get(note.id)),
    group: names.get(note.group ?? '')
  });
  const themeOf = new Map(themes.flatMap((theme) => theme.notes.map((note) => [note, theme.text] as const)));
  return {
    id,
    number,
    kind: name,
    outcome,
    title,
    instruction,
    stage,
    openedAt,
    closedAt,
    people: prompt.people,
    unseen: Math.max(0, (prompt.count ?? 0) - notes.length),
    ...(homework ? { homework } : {}),
    ...(brought ? { brought } : {}),
    summaries: prompt.summaries ?? {},
    notes: cited.map(output),
    uncited: uncited.map(output),
    words: outcome === 'wall' ? wordsOf(notes, clusters, main) : [],
    themes,
    vote: voteOutput(prompt),
    groups: notes.some(({ group }) => names.has(group ?? ''))
      ? groupColumns({ stage: 'closed' }, groups, cited).map((one) => ({
          name: one.name,
          notes: one.notes.map((note) => note.id)
        }))
      : []
  };
}

function voteOutput({ vote }: PromptView): VoteOutput | undefined {
  if (!vote) return undefined;
  const { votes, stack, low, high, cast = 0, result } = vote;
  const options = placed(result?.options ?? []);
  return { voters: cast, votes, stack, low, high, options, scale: result?.scale };
}

function noteOutput(note: NoteView, kind: Kind | undefined, theme: string | undefined): NoteOutput {
  const { id, fields, by, at = 0 } = note;
  return {
    id,
    text: fields[kind?.main ?? 'text'] ?? '',
    explanation: fields.explanation,
    fields: hasMore(kind) ? fields : undefined,
    speaker: kind?.outcome === 'quotes' ? speakerOf(note) : undefined,
    organisation: by?.organisation || undefined,
    theme,
    mark: note.mark,
    at
  };
}

function parted<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}

function hasMore(kind: Kind | undefined): boolean {
  if (!kind || kind.outcome === 'wall' || kind.outcome === 'quotes') return false;
  return Object.keys(kind.fields).length > 1;
}
