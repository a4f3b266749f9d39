/**
 * Folds the log: one state and one event make the next state. Tolerant: an event that this version does not know,
 * or that speaks of something unknown, changes nothing but the number.
 */
import { withWord } from '../finding/last-words.ts';
import { changeNote, changePrompt, draftOf, finished, setNote, setPrompt } from './draft.ts';
import type { Draft } from './draft.ts';
import type { MeetingEvent, Recorded } from './events.ts';
import { dropLabelsFrom, foldClusters } from './fold-clusters.ts';
import type { Group } from './groups.ts';
import { inverseOf } from './inverse.ts';
import type { CommandId, PersonId, PromptId } from './ids.ts';
import { HISTORY_LENGTH } from './state.ts';
import type { Action, MeetingState, Note } from './state.ts';
import { opened, stopped, wound } from './timer.ts';
import { wallOf } from './wall-settings.ts';

/** The state after one more event. */
export function evolve(state: MeetingState, event: Recorded): MeetingState {
  return fold(state, [event]);
}

/** The state after many: copies each record once at most, so that 5,000 notes fold in milliseconds. */
export function fold(state: MeetingState, events: Iterable<Recorded>): MeetingState {
  const draft = draftOf(state);
  extend(draft, events);
  return finished(draft);
}

/** Folds them into a state in the making. */
export function extend(draft: Draft, events: Iterable<Recorded>): void {
  for (const event of events) {
    if (event.seq !== draft.seq + 1) throw new Error(`event ${event.seq} does not follow ${draft.seq}`);
    remember(draft, event);
    apply(draft, event);
    draft.seq = event.seq;
  }
}

function apply(draft: Draft, event: Recorded): void {
  switch (event.name) {
    case 'MeetingOpened':
      draft.phase = 'open';
      draft.openedAt ??= event.at;
      draft.finishedAt = undefined;
      return;
    case 'MeetingFinished':
      draft.phase = 'finished';
      draft.finishedAt = event.at;
      return;
    case 'MeetingPutBack':
      draft.phase = event.data.phase;
      draft.openedAt = event.data.openedAt;
      draft.finishedAt = event.data.finishedAt;
      return;
    case 'PromptAdded': {
      const { prompt: id, kind, index, ...text } = event.data;
      setPrompt(draft, {
        ...text,
        id,
        kind,
        stage: 'draft',
        revealed: false,
        removed: false,
        notes: [],
        answers: [],
        taps: {},
        apart: [],
        options: [],
        ballots: {},
        pens: {}
      });
      draft.agenda = inserted(draft.agenda, id, index);
      return;
    }
    case 'PromptEdited': {
      const { prompt, ...text } = event.data;
      return changePrompt(draft, prompt, text);
    }
    case 'PromptMoved':
      draft.agenda = inserted(without(draft.agenda, event.data.prompt), event.data.prompt, event.data.index);
      return;
    case 'PromptRemoved':
      draft.agenda = without(draft.agenda, event.data.prompt);
      return changePrompt(draft, event.data.prompt, { removed: true });
    case 'PromptBroughtBack':
      draft.agenda = inserted(without(draft.agenda, event.data.prompt), event.data.prompt, event.data.index);
      return changePrompt(draft, event.data.prompt, { removed: false });
    case 'PromptOpened': {
      const { prompt: id } = event.data;
      const prompt = draft.prompts[id];
      if (!prompt) return;
      const openedAt = prompt.openedAt ?? event.at;
      return changePrompt(draft, id, { stage: 'open', openedAt, timer: opened(prompt, event.at) });
    }
    case 'PromptClosed': {
      const { prompt: id } = event.data;
      const timer = stopped(draft.prompts[id]?.timer, event.at);
      return changePrompt(draft, id, { stage: 'closed', closedAt: event.at, timer });
    }
    case 'PromptPutBack': {
      const { prompt, stage, openedAt, timer } = event.data;
      // Closed by an undo, it is closed from then on: what is half-written may still come.
      const closedAt = event.data.closedAt ?? (stage === 'closed' ? event.at : undefined);
      return changePrompt(draft, prompt, { stage, openedAt, closedAt, timer: wound(timer, event.at) });
    }
    case 'TimerSet':
      return changePrompt(draft, event.data.prompt, { timer: wound(event.data.timer, event.at) });
    case 'OptionsDrawn':
      return changePrompt(draft, event.data.prompt, { options: event.data.options });
    case 'BallotCast': {
      const { prompt: id, by, ballot } = event.data;
      const prompt = draft.prompts[id];
      return prompt && changePrompt(draft, id, { ballots: { ...prompt.ballots, [by]: ballot } });
    }
    case 'PenTaken': {
      const { prompt: id, group, person } = event.data;
      const prompt = draft.prompts[id];
      return prompt && changePrompt(draft, id, { pens: { ...prompt.pens, [group]: person } });
    }
    case 'RoomSplit':
      draft.former = formerAfter(draft, event.data.groups);
      draft.groups = event.data.groups;
      draft.members = event.data.members;
      return;
    case 'PeopleGrouped': {
      const members = { ...draft.members, ...event.data.to };
      const grouped = Object.entries(members).filter((one): one is [string, string] => one[1] !== null);
      draft.members = Object.fromEntries(grouped);
      return;
    }
    case 'ThoughtParked':
      draft.thoughts = [...draft.thoughts, event.data].sort((a, b) => a.at - b.at);
      return;
    case 'ThoughtChanged': {
      const { thought, ...change } = event.data;
      draft.thoughts = draft.thoughts.map((one) => (one.thought === thought ? { ...one, ...change } : one));
      return;
    }
    case 'ThoughtDropped':
      draft.thoughts = draft.thoughts.filter(({ thought }) => thought !== event.data.thought);
      return;
    case 'NotesRevealed':
      for (const id of event.data.shown ?? []) changeNote(draft, id, { revealed: undefined });
      return changePrompt(draft, event.data.prompt, { revealed: true });
    case 'NotesConcealed':
      for (const id of event.data.shown ?? []) changeNote(draft, id, { revealed: true });
      return changePrompt(draft, event.data.prompt, { revealed: false });
    case 'ProjectorTurned':
      draft.screen = event.data.screen;
      return;
    case 'ProjectorDarkened':
      draft.dark = event.data.dark;
      return;
    case 'WallSet': {
      const { prompt: id, ...chosen } = event.data;
      const prompt = draft.prompts[id];
      return prompt && changePrompt(draft, id, { wall: { ...wallOf(prompt), ...chosen } });
    }
    case 'WallTidied':
      return;
    case 'NoteSubmitted': {
      const { note, author, held, group, unquoted, erased, ...written } = event.data;
      return addNote(draft, {
        ...written,
        id: note,
        author,
        at: event.at,
        ...(held ? { held } : {}),
        ...(group === undefined ? {} : { group }),
        ...(unquoted ? { unquoted } : {}),
        ...(erased ? GONE : {})
      });
    }
    case 'NoteMarked':
      return changeNote(draft, event.data.note, { mark: event.data.mark ?? undefined });
    case 'SummaryWritten': {
      const { prompt: id, about, text } = event.data;
      const { [about]: before, ...others } = draft.prompts[id]?.summaries ?? {};
      void before;
      return changePrompt(draft, id, { summaries: text ? { ...others, [about]: text } : others });
    }
    case 'NotesImported': {
      const { prompt, author, notes } = event.data;
      for (const { note: id, fields, organisation, erased } of notes) {
        const known = draft.notes[id];
        // Repeated after it was taken back, it is the same one.
        if (known) changeNote(draft, id, { withdrawn: known.erased ?? false });
        else
          addNote(draft, {
            ...{ id, prompt, author, fields, at: event.at, imported: true },
            // An organisation is named only where that may be told; who wrote it never is.
            pledge: organisation ? 'organisation' : 'anonymous',
            ...(organisation ? { organisation } : {}),
            ...(erased ? GONE : {})
          });
      }
      return;
    }
    case 'NotesTakenOut':
      for (const id of event.data.notes) changeNote(draft, id, { withdrawn: true });
      return;
    case 'NoteChanged': {
      const { note, fields, pledge, left, held } = event.data;
      dropLabelsFrom(draft, note, draft.notes[note]?.prompt);
      changeNote(draft, note, {
        fields,
        pledge,
        changedAt: event.at,
        ...(held ? { held, hidden: false } : {}),
        ...(!held && draft.notes[note]?.hidden ? { rewritten: true } : {})
      });
      return left === undefined ? undefined : changeNote(draft, note, { place: undefined });
    }
    case 'NotesApproved':
      for (const id of event.data.notes) changeNote(draft, id, { held: undefined });
      return;
    case 'NotesHeld':
      for (const id of event.data.notes) changeNote(draft, id, { held: true });
      return;
    case 'NoteRevealed':
      return changeNote(draft, event.data.note, { revealed: true });
    case 'NoteConcealed':
      return changeNote(draft, event.data.note, { revealed: undefined });
    case 'NoteWithdrawn':
      return changeNote(draft, event.data.note, { withdrawn: true });
    case 'NoteErased': {
      // Whoever holds a state folds the rewritten log anew; this is for what is decided in the same breath.
      const { note } = event.data;
      dropLabelsFrom(draft, note, draft.notes[note]?.prompt);
      draft.history = draft.history.filter(({ events }) => !events.some((one) => isAbout(one, note)));
      return changeNote(draft, note, { fields: {}, organisation: undefined, ...GONE });
    }
    case 'TakenOverErased':
      return;
    case 'NoteHidden':
      return changeNote(draft, event.data.note, { hidden: true, rewritten: event.data.rewritten });
    case 'NoteRestored':
      return changeNote(draft, event.data.note, { hidden: false, rewritten: undefined });
    case 'NotesMoved':
      if (event.data.by === 'author') countTap(draft, event.data.prompt, event.by.id);
      return foldClusters(draft, event);
    case 'NotesPlaced':
    case 'NotesSorted':
    case 'NotesPutBack':
    case 'ClustersMerged':
    case 'ClusterNamed':
    case 'ClusterAdded':
    case 'ClusterRemoved':
    case 'ClustersKeptApart':
    case 'ClustersLetTogether':
    case 'ClusterKeptWhole':
    case 'ClusterLetSplit':
      return foldClusters(draft, event);
    case 'FindingStarted':
      return changePrompt(draft, event.data.prompt, { finding: 'on' });
    case 'FindingEnded':
      return changePrompt(draft, event.data.prompt, { finding: 'done' });
    case 'FindingPutBack':
      return changePrompt(draft, event.data.prompt, { finding: event.data.finding });
    case 'AnswerGiven': {
      const { prompt, ...answer } = event.data;
      countTap(draft, prompt, answer.by);
      return changePrompt(draft, prompt, { answers: withWord(draft.prompts[prompt]?.answers ?? [], answer) });
    }
    case 'NotePassed':
      countTap(draft, event.data.prompt, event.by.id);
      return changeNote(draft, event.data.note, { passed: event.data.themes });
    case 'ActionUndone':
      draft.replaying = event.command;
      return markAction(draft, event.data.action, true);
    case 'ActionRedone':
      draft.replaying = event.command;
      return markAction(draft, event.data.action, false);
    default:
      return tolerate(event);
  }
}

/** Keeps what a leader did so that it can be taken back; what takes back is not itself an action. */
function remember(draft: Draft, event: Recorded): void {
  if (event.by.role !== 'leader' || event.command === draft.replaying) return;
  const inverse = inverseOf(draft, event);
  if (!inverse) return;
  const fact = { name: event.name, data: event.data } as MeetingEvent;
  const last = draft.history.at(-1);
  if (last?.command === event.command) {
    const grown: Action = { ...last, events: [...last.events, fact], inverse: [inverse, ...last.inverse] };
    draft.history = [...draft.history.slice(0, -1), grown];
    return;
  }
  // A new deed ends what could have been redone of one's own.
  const kept = draft.history.filter((action) => !(action.undone && action.by === event.by.id));
  const action: Action = {
    command: event.command,
    by: event.by.id,
    at: event.at,
    events: [fact],
    inverse: [inverse],
    undone: false
  };
  draft.history = [...kept, action].slice(-HISTORY_LENGTH);
}

const GONE = { erased: true, withdrawn: true } as const;

function addNote(
  draft: Draft,
  note: Omit<Note, 'withdrawn' | 'hidden'> & Pick<Partial<Note>, 'withdrawn'>
): void {
  setNote(draft, { withdrawn: false, hidden: false, ...note });
  const notes = draft.prompts[note.prompt]?.notes;
  if (notes) changePrompt(draft, note.prompt, { notes: [...notes, note.id] });
}

/** And about nothing else: there is nothing of it to take back. */
function isAbout({ data }: MeetingEvent, note: string): boolean {
  if ('note' in data) return data.note === note;
  return 'notes' in data && data.notes.length === 1 && data.notes[0] === note;
}

/** Those that stand again are former ones no more. */
function formerAfter({ former, groups, notes }: Draft, next: readonly Group[]): readonly Group[] {
  const standing = new Set(next.map(({ id }) => id));
  const all = [...former, ...groups].filter(({ id }) => !standing.has(id));
  if (all.length === 0) return all;
  const wrote = new Set(Object.values(notes).map(({ group }) => group));
  return all.filter(({ id }) => wrote.has(id));
}

function countTap(draft: Draft, id: PromptId, by: PersonId): void {
  const taps = draft.prompts[id]?.taps;
  if (taps) changePrompt(draft, id, { taps: { ...taps, [by]: (taps[by] ?? 0) + 1 } });
}

function markAction(draft: Draft, command: CommandId, undone: boolean): void {
  draft.history = draft.history.map((action) =>
    action.command === command ? { ...action, undone } : action
  );
}

function inserted(agenda: readonly string[], id: string, index: number): readonly string[] {
  return [...agenda.slice(0, index), id, ...agenda.slice(index)];
}

function without(agenda: readonly string[], id: string): readonly string[] {
  return agenda.filter((other) => other !== id);
}

/** Compiles only while every known event has its case; at run time an unknown one passes. */
function tolerate(event: never): void {
  void event;
}
