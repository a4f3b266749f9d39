/**
 * A meeting's log as it may leave the server: what reviewers may not read is not in it, and every number is.
 *
 * 1. What leaders did with the agenda stays as it happened, but with the last wording of every text: what was written before is gone.
 * 2. What people answered is told as it stands in the end, step by step, in the numbers that the step's answers had: first the notes
 *    as reviewers read them, in the order in which reviewers get them, then what lies together, marks, what was shown alone. Numbers
 *    left over are withheld. So no event tells of a text that is gone, nor by its place among others who wrote a nameless one.
 * 3. Ballots and answers of finding together lose who gave them, and their order.
 * 4. Everybody gets another id; see `cast.ts`.
 *
 * Applied to what it has made, it gives the same again: a project that was taken in is the same file when it leaves.
 */
import { kindOf } from '../kinds/registry.ts';
import type { Brought } from '../meeting/brought.ts';
import { draftOf, finished } from '../meeting/draft.ts';
import type { MeetingEvent, Recorded } from '../meeting/events.ts';
import { extend } from '../meeting/evolve.ts';
import type { Group } from '../meeting/groups.ts';
import type { Actor, MeetingId, NoteId, PromptId } from '../meeting/ids.ts';
import { MACHINE } from '../meeting/ids.ts';
import type { Directory } from '../meeting/sight.ts';
import { EMPTY } from '../meeting/state.ts';
import type { MeetingState, Prompt } from '../meeting/state.ts';
import type { PromptText } from '../meeting/step-settings.ts';
import type { MeetingView } from '../meeting/view.ts';
import { viewOf } from '../meeting/visibility.ts';
import { isVote, optionsOf } from '../meeting/vote.ts';
import type { Cast } from './cast.ts';
import { WITHHELD } from './file.ts';
import type { FileEvent } from './file.ts';
import { toldAnswers, toldBallots, toldVoices } from './told.ts';
import type { Told } from './told.ts';

/** A meeting as it stands in the end, for whoever makes a file of it. */
export interface Ended {
  events: readonly Recorded[];
  state: MeetingState;
  /** What reviewers see. */
  view: MeetingView;
  /** The room as it was split after each of these numbers. */
  rooms: ReadonlyMap<number, { groups: readonly Group[]; sizes: readonly number[] }>;
  /** In which number each note was brought in, where it was. */
  broughtIn: ReadonlyMap<NoteId, number>;
}

/** What a log speaks of that is not in it. */
export interface Surroundings {
  cast: Cast;
  /** The file's id of an organisation by its name, null where there is none such. */
  organisation(name: string | undefined): string | null;
  /** The file's id of a meeting; undefined: it is not in the file. */
  meeting(id: MeetingId): string | undefined;
  /** Is that word or note of another meeting one that reviewers no longer read? */
  isGone(meeting: MeetingId, item: string): boolean;
}

export function ended(events: readonly Recorded[], directory: Directory): Ended {
  const draft = draftOf(EMPTY);
  const rooms = new Map<number, { groups: readonly Group[]; sizes: readonly number[] }>();
  const broughtIn = new Map<NoteId, number>();
  for (const event of events) {
    extend(draft, [event]);
    if (event.name === 'NotesImported')
      for (const { note } of event.data.notes) if (!broughtIn.has(note)) broughtIn.set(note, event.seq);
    if (event.name !== 'RoomSplit' && event.name !== 'PeopleGrouped') continue;
    const members = Object.values(draft.members);
    const sizes = draft.groups.map(({ id }) => members.filter((group) => group === id).length);
    rooms.set(event.seq, { groups: draft.groups, sizes });
  }
  const state = finished(draft);
  return { events, state, rooms, broughtIn, view: viewOf(state, { view: 'review' }, directory) };
}

export function redactedLog(meeting: Ended, around: Surroundings): FileEvent[] {
  const { events, state, view } = meeting;
  const told = new Map<number, Told>();
  for (const [pool, tells] of POOLS) {
    const byPrompt = numbersIn(meeting, pool);
    for (const prompt of Object.values(state.prompts)) {
      const numbers = byPrompt.get(prompt.id) ?? [];
      const all = view.prompts[prompt.id] ? tells(meeting, prompt, around) : [];
      // Each of them had an event of its own.
      if (all.length > numbers.length) throw new Error('more is told than has happened');
      all.forEach((one, index) => told.set(numbers[index]!, one));
    }
  }
  const kept = events.map((event) => (isPooled(event) ? undefined : keptFact(event, meeting, around)));
  const commands = new Map<string, string>();
  events.forEach(({ command, seq }, index) => {
    if (kept[index] && !commands.has(command)) commands.set(command, `command-${seq}`);
  });
  let at = events.find((_, index) => kept[index])?.at ?? 0;
  return events.map((event, index): FileEvent => {
    const { seq } = event;
    const fact = kept[index];
    if (fact) {
      at = event.at;
      const command = commands.get(event.command)!;
      return { seq, at, by: actorOf(event.by, around), command, ...withAction(fact, commands) };
    }
    const one = told.get(seq);
    if (one) return { seq, at: one.at, by: one.by, command: `command-${seq}`, ...one.fact };
    // When it was withheld says who did it: it gets the time of what was there before.
    return { seq, at, by: MACHINE, command: `command-${seq}`, name: WITHHELD, data: {} };
  });
}

const ANSWERS: ReadonlySet<string> = new Set<MeetingEvent['name']>([
  ...(['NoteSubmitted', 'NoteChanged', 'NoteWithdrawn', 'NoteMarked', 'NoteHidden', 'NoteRestored'] as const),
  ...(['NotesApproved', 'NotesHeld', 'NoteRevealed', 'NoteConcealed', 'NotesImported'] as const),
  ...(['NotesTakenOut', 'NotesPlaced', 'NotesMoved', 'NotesSorted', 'NotesPutBack'] as const),
  ...(['ClustersMerged', 'ClusterNamed', 'ClusterAdded', 'ClusterRemoved', 'ClustersKeptApart'] as const),
  ...(['ClustersLetTogether', 'ClusterKeptWhole', 'ClusterLetSplit', 'NotePassed', 'NoteErased'] as const)
]);
const BALLOTS: ReadonlySet<string> = new Set<MeetingEvent['name']>(['BallotCast']);
const VOICES: ReadonlySet<string> = new Set<MeetingEvent['name']>(['AnswerGiven']);
const POOLS = [
  [ANSWERS, toldAnswers],
  [BALLOTS, toldBallots],
  [VOICES, toldVoices]
] as const;

function isPooled({ name }: Recorded): boolean {
  return POOLS.some(([pool]) => pool.has(name));
}

/** The numbers that each step's answers of one kind had. */
function numbersIn({ events, state }: Ended, pool: ReadonlySet<string>): Map<PromptId | undefined, number[]> {
  const numbers = new Map<PromptId | undefined, number[]>();
  for (const event of events) {
    if (!pool.has(event.name)) continue;
    const prompt = promptOf(state, event);
    const known = numbers.get(prompt);
    if (known) known.push(event.seq);
    else numbers.set(prompt, [event.seq]);
  }
  return numbers;
}

function promptOf({ notes, clusters }: MeetingState, { data }: Recorded): PromptId | undefined {
  if ('prompt' in data) return data.prompt;
  if ('note' in data && typeof data.note === 'string') return notes[data.note]?.prompt;
  return 'cluster' in data ? clusters[data.cluster]?.prompt : undefined;
}

/** What of it may be told; undefined: its number alone. */
function keptFact(event: Recorded, meeting: Ended, around: Surroundings): MeetingEvent | undefined {
  const { state, view } = meeting;
  switch (event.name) {
    case 'MeetingOpened':
    case 'MeetingFinished':
    case 'MeetingPutBack':
    case 'PromptMoved':
    case 'PromptRemoved':
    case 'PromptBroughtBack':
    case 'PromptOpened':
    case 'PromptClosed':
    case 'PromptPutBack':
    case 'TimerSet':
    case 'WallSet':
    case 'WallTidied':
    case 'FindingStarted':
    case 'FindingEnded':
    case 'FindingPutBack':
    case 'ActionUndone':
    case 'ActionRedone':
      return { name: event.name, data: event.data } as MeetingEvent;
    case 'PromptAdded': {
      const text = lastText(state.prompts[event.data.prompt], around);
      return text && { name: event.name, data: { ...event.data, ...text } };
    }
    case 'PromptEdited': {
      const text = lastText(state.prompts[event.data.prompt], around);
      const changed = Object.entries(event.data).map(([key, value]) => [
        key,
        text && key in text ? text[key as keyof typeof text] : value
      ]);
      return text && { name: event.name, data: Object.fromEntries(changed) as typeof event.data };
    }
    case 'NotesRevealed':
    case 'NotesConcealed':
      return { name: event.name, data: { prompt: event.data.prompt } };
    case 'OptionsDrawn': {
      const prompt = state.prompts[event.data.prompt];
      const isTold = prompt && view.prompts[prompt.id]?.vote?.result !== undefined;
      const options = isTold ? optionsOf(state, prompt).map(({ id }) => id) : event.data.options;
      // Of a scale nothing but the scale itself is voted on.
      const drawn = isTold && prompt.kind !== 'scale' ? options : event.data.options;
      return prompt && isVote(prompt)
        ? { name: event.name, data: { prompt: prompt.id, options: drawn } }
        : undefined;
    }
    case 'RoomSplit':
    case 'PeopleGrouped':
      return roomFact(event.seq, meeting);
    case 'SummaryWritten': {
      const { prompt, about } = event.data;
      const text = view.prompts[prompt]?.summaries?.[about];
      return text !== undefined && isLastSummary(event, meeting)
        ? { name: event.name, data: { prompt, about, text } }
        : undefined;
    }
    case 'ThoughtParked':
    case 'ThoughtChanged':
    case 'ThoughtDropped':
      return thoughtFact(event, meeting, around);
    default:
      return undefined;
  }
}

/** The texts of a step as they read in the end; of one that has been taken away none. */
function lastText(
  prompt: Prompt | undefined,
  around: Surroundings
): Pick<PromptText, 'title' | 'instruction' | 'speaker' | 'vote' | 'brought'> | undefined {
  if (!prompt) return undefined;
  if (prompt.removed) return { title: '', instruction: '', speaker: '', vote: null, brought: null };
  const { title, instruction, speaker, vote, brought } = prompt;
  return { title, instruction, speaker, vote, brought: brought && broughtFrom(brought, around) };
}

/** What an earlier meeting left behind, without what has gone there since. */
function broughtFrom(brought: Brought, { meeting, isGone }: Surroundings): Brought {
  const items = brought.items.filter(({ id }) => !isGone(brought.meeting, id));
  return { ...brought, meeting: meeting(brought.meeting) ?? '', items };
}

/** The groups by their last names, and how many are in each: never who. */
function roomFact(seq: number, { rooms, state }: Ended): MeetingEvent | undefined {
  const room = rooms.get(seq);
  if (!room) return undefined;
  const names = new Map([...state.former, ...state.groups].map(({ id, name }) => [id, name]));
  const members = room.groups.flatMap(({ id }, group) =>
    Array.from({ length: room.sizes[group] ?? 0 }, (_, at) => [`member-${group + 1}-${at + 1}`, id])
  );
  return {
    name: 'RoomSplit',
    data: {
      groups: room.groups.map(({ id }) => ({ id, name: names.get(id) ?? '' })),
      members: Object.fromEntries(members) as Record<string, string>
    }
  };
}

function isLastSummary(event: Extract<Recorded, { name: 'SummaryWritten' }>, { events }: Ended): boolean {
  const last = events.findLast(
    (one) =>
      one.name === 'SummaryWritten' &&
      one.data.prompt === event.data.prompt &&
      one.data.about === event.data.about
  );
  return last?.seq === event.seq;
}

function thoughtFact(
  event: Extract<Recorded, { name: 'ThoughtParked' | 'ThoughtChanged' | 'ThoughtDropped' }>,
  { state }: Ended,
  { cast }: Surroundings
): MeetingEvent | undefined {
  const { thought } = event.data;
  const last = state.thoughts.find((one) => one.thought === thought);
  if (!last) return undefined;
  if (event.name === 'ThoughtDropped') return { name: event.name, data: { thought } };
  if (event.name === 'ThoughtChanged') {
    const { done } = event.data;
    return done === undefined ? undefined : { name: event.name, data: { thought, done } };
  }
  const { by, at, done } = event.data;
  const parked = { thought, text: last.text, by: cast.leader(by).id, at };
  return { name: event.name, data: done === undefined ? parked : { ...parked, done } };
}

/** Whoever is no leader did it as nobody in particular. */
function actorOf(by: Actor, { cast }: Surroundings): Actor {
  if (by.role === 'leader') return cast.leader(by.id);
  return by.role === 'machine' ? MACHINE : { role: 'participant', id: 'unnamed-1' };
}

function withAction(fact: MeetingEvent, commands: ReadonlyMap<string, string>): MeetingEvent {
  if (fact.name !== 'ActionUndone' && fact.name !== 'ActionRedone') return fact;
  return { name: fact.name, data: { action: commands.get(fact.data.action) ?? 'command-0' } };
}

/** Every word and note that reviewers read, and all that there ever were: what of it is gone. */
export function goneFrom({ state, view }: Pick<Ended, 'state' | 'view'>): (item: string) => boolean {
  return (item) =>
    (state.notes[item] !== undefined && view.notes[item] === undefined) ||
    (state.clusters[item] !== undefined && view.clusters[item] === undefined) ||
    // Of an answer that is counted nothing is quoted, here either.
    (view.notes[item]?.unquoted === true && !isWall(state, item));
}

function isWall({ notes, prompts }: MeetingState, note: string): boolean {
  return kindOf(prompts[notes[note]?.prompt ?? '']?.kind ?? '')?.outcome === 'wall';
}
