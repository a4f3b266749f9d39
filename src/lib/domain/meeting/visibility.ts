/**
 * The only place that says who may see what. `viewOf` is the whole meeting for one audience; `patchOf` the part
 * that an event touched. Whatever is not made here never leaves the server.
 */
import { kindOf } from '../kinds/registry.ts';
import type { MeetingEvent, Recorded, Screen } from './events.ts';
import type { PersonId } from './ids.ts';
import { stricter } from './pledge.ts';
import type { Pledge } from './pledge.ts';
import type { MeetingState, Note, Prompt } from './state.ts';
import { redoable, undoable } from './undo.ts';
import type { By, Deed, MeetingView, NoteView, Patch, PromptView } from './view.ts';

export type Audience =
  | { view: 'leader'; id: PersonId }
  | { view: 'participant'; id: PersonId }
  | { view: 'wall' }
  | { view: 'review' };

export interface Person {
  name: string;
  organisation: string;
}

/** Looks a person up; undefined for one who has been erased. */
export type Directory = (id: PersonId) => Person | undefined;

/** All that this audience may see. */
export function viewOf(state: MeetingState, audience: Audience, directory: Directory): MeetingView {
  const prompts: Record<string, PromptView> = {};
  const notes: Record<string, NoteView> = {};
  for (const prompt of Object.values(state.prompts)) {
    const seen = seePrompt(state, audience, prompt);
    if (seen) prompts[prompt.id] = seen;
  }
  // In the order of arrival: a stored state comes back with its keys in another.
  for (const id of Object.values(state.prompts).flatMap((prompt) => prompt.notes)) {
    const note = state.notes[id];
    const seen = note && seeNote(state, audience, note, directory);
    if (seen) notes[id] = seen;
  }
  const { phase, openedAt, finishedAt } = state;
  return {
    phase,
    openedAt,
    finishedAt,
    screen: seeScreen(state, audience),
    agenda: seeAgenda(state, audience),
    prompts,
    notes,
    ...seeDeeds(state, audience)
  };
}

/** The present view of what an event touched. `state` is the state after it, or after later ones. */
export function patchOf(
  state: MeetingState,
  audience: Audience,
  event: Recorded,
  directory: Directory
): Patch {
  const patch: Patch = audience.view === 'leader' && namesDeeds(event) ? seeDeeds(state, audience) : {};
  const touched = touchedBy(state, audience, event);
  if (touched.meeting) {
    const { phase, openedAt, finishedAt } = state;
    patch.phase = { phase, openedAt, finishedAt };
  }
  if (touched.agenda) patch.agenda = seeAgenda(state, audience);
  if (touched.screen && audience.view !== 'participant') patch.screen = seeScreen(state, audience);
  for (const id of touched.prompts ?? []) {
    const prompt = state.prompts[id];
    (patch.prompts ??= {})[id] = prompt ? seePrompt(state, audience, prompt) : null;
  }
  for (const id of touched.notes ?? []) {
    const note = state.notes[id];
    // Nobody learns from a number of other people's notes on a phone: only the own ones are mentioned at all.
    if (audience.view === 'participant' && note?.author !== audience.id) continue;
    (patch.notes ??= {})[id] = note ? seeNote(state, audience, note, directory) : null;
  }
  if (audience.view === 'participant' && touched.countsOnly) delete patch.prompts;
  return patch;
}

function seePrompt(state: MeetingState, audience: Audience, prompt: Prompt): PromptView | null {
  if (prompt.removed) return null;
  if (prompt.stage === 'draft' && audience.view !== 'leader') return null;
  const { id, kind, title, instruction, stage, pledge, perPerson, hidden, revealed } = prompt;
  const seen: PromptView = { id, kind, title, instruction, stage, pledge, perPerson, hidden, revealed };
  if (audience.view === 'participant') return seen;
  const { minutes, openedAt, closedAt } = prompt;
  const standing = prompt.notes.map((note) => state.notes[note]).filter((note) => note && stands(note));
  const people = countPeople(
    state,
    prompt,
    standing.map((note) => note?.author)
  );
  return { ...seen, minutes, openedAt, closedAt, count: standing.length, people };
}

/** Not told where a name was withheld: two notes and one person would give away who wrote the nameless one. */
function countPeople(
  state: MeetingState,
  prompt: Prompt,
  authors: readonly (PersonId | undefined)[]
): number | undefined {
  const written = prompt.notes.flatMap((id) => state.notes[id] ?? []);
  const named = written.every((note) => note.withdrawn || pledgeOf(note, prompt) === 'named');
  return named && prompt.pledge === 'named' ? new Set(authors).size : undefined;
}

/** What holds for a note: its own pledge, or a stricter one that its content makes. */
function pledgeOf(note: Note, prompt: Prompt): Pledge {
  return stricter(note.pledge, kindOf(prompt.kind)?.pledge?.(note.fields) ?? 'named');
}

function seeNote(state: MeetingState, audience: Audience, note: Note, directory: Directory): NoteView | null {
  const prompt = state.prompts[note.prompt];
  if (!prompt || note.withdrawn || !maySee(state, audience, note, prompt)) return null;
  const { id, fields, at } = note;
  const by = seeAuthor(audience, note, prompt, directory);
  return {
    id,
    prompt: prompt.id,
    fields,
    ...(audience.view === 'wall' ? {} : { at }),
    ...(note.changedAt === undefined ? {} : { changed: true as const }),
    ...(note.hidden ? { hidden: true as const } : {}),
    ...(by ? { by } : {})
  };
}

function maySee(state: MeetingState, audience: Audience, note: Note, prompt: Prompt): boolean {
  switch (audience.view) {
    case 'leader':
      return true;
    case 'participant':
      return note.author === audience.id;
    case 'wall': {
      const lit = state.screen.view === 'note' && state.screen.note === note.id;
      return stands(note) && !prompt.removed && prompt.stage !== 'draft' && (lit || !isConcealed(prompt));
    }
    case 'review':
      return (
        stands(note) &&
        !prompt.removed &&
        prompt.stage !== 'draft' &&
        (prompt.stage === 'closed' || !isConcealed(prompt))
      );
  }
}

/**
 * A note says of its author at most what was pledged. Quotes say who spoke; all else stands without a name outside
 * of the console, as the join page tells everybody.
 */
function seeAuthor(audience: Audience, note: Note, prompt: Prompt, directory: Directory): By | undefined {
  if (audience.view === 'participant') return undefined;
  const kind = kindOf(prompt.kind);
  const pledge = pledgeOf(note, prompt);
  if (pledge === 'anonymous') return undefined;
  const { name, organisation } = directory(note.author) ?? {};
  if (audience.view === 'leader')
    return pledge === 'named' ? { id: note.author, name, organisation } : { organisation };
  if (kind?.speaks) {
    const speaker = kind.speaks(note.fields);
    if (speaker === 'author') return pledge === 'named' ? { name, organisation } : { organisation };
    return speaker === 'organisation' ? { organisation } : undefined;
  }
  return audience.view === 'review' ? { organisation } : undefined;
}

function seeAgenda(state: MeetingState, audience: Audience): readonly string[] {
  return state.agenda.filter((id) => {
    const prompt = state.prompts[id];
    return prompt && seePrompt(state, audience, prompt);
  });
}

function seeScreen(state: MeetingState, audience: Audience): Screen | null {
  return audience.view === 'participant' ? null : state.screen;
}

function seeDeeds(state: MeetingState, audience: Audience): { undo: Deed | null; redo: Deed | null } {
  if (audience.view !== 'leader') return { undo: null, redo: null };
  return {
    undo: deed(state, undoable(state, audience.id)?.events),
    redo: deed(state, redoable(state, audience.id)?.events)
  };
}

/** What a leader does, and what changes the words that an undo button quotes. */
function namesDeeds(event: Recorded): boolean {
  return event.by.role === 'leader' || event.name === 'NoteChanged' || event.name === 'NoteWithdrawn';
}

/** What was done is told by the weightiest event: opening a question says more than closing the one before. */
function deed(state: MeetingState, events: readonly MeetingEvent[] | undefined): Deed | null {
  const telling =
    events?.find((event) => event.name === 'PromptOpened' || event.name === 'NoteHidden') ?? events?.at(-1);
  return telling ? { name: telling.name, subject: subjectOf(state, telling) } : null;
}

function subjectOf(state: MeetingState, event: MeetingEvent): string {
  if ('prompt' in event.data) return state.prompts[event.data.prompt]?.title ?? '';
  if ('note' in event.data) {
    const note = state.notes[event.data.note];
    const main = note && kindOf(state.prompts[note.prompt]?.kind ?? '')?.main;
    return (main && !note.withdrawn && note.fields[main]) || '';
  }
  return '';
}

interface Touched {
  meeting?: boolean;
  agenda?: boolean;
  screen?: boolean;
  prompts?: readonly string[];
  notes?: readonly string[];
  /** The prompts are touched in their counts alone, which phones do not get. */
  countsOnly?: boolean;
}

function touchedBy(state: MeetingState, audience: Audience, event: Recorded): Touched {
  switch (event.name) {
    case 'MeetingOpened':
    case 'MeetingFinished':
    case 'MeetingPutBack':
      return { meeting: true };
    case 'PromptMoved':
      return { agenda: true };
    case 'PromptAdded':
    case 'PromptEdited':
    case 'PromptRemoved':
    case 'PromptBroughtBack':
    case 'PromptOpened':
    case 'PromptClosed':
    case 'PromptPutBack':
    case 'NotesRevealed':
    case 'NotesConcealed': {
      const { prompt } = event.data;
      // What stands open or revealed decides for whole walls; leaders and phones see their notes at every stage.
      const walls = audience.view === 'wall' || audience.view === 'review';
      return { agenda: true, prompts: [prompt], notes: walls ? state.prompts[prompt]?.notes : undefined };
    }
    case 'ProjectorTurned':
      return { screen: true, notes: audience.view === 'wall' ? inLight(event.data) : undefined };
    case 'NoteSubmitted':
    case 'NoteChanged':
    case 'NoteWithdrawn':
    case 'NoteHidden':
    case 'NoteRestored': {
      const prompt = state.notes[event.data.note]?.prompt;
      return { notes: [event.data.note], prompts: prompt ? [prompt] : undefined, countsOnly: true };
    }
    case 'ActionUndone':
    case 'ActionRedone':
      return {};
    default:
      return {};
  }
}

function inLight({ screen, from }: { screen: Screen; from: Screen }): string[] {
  return [screen, from].flatMap((at) => (at.view === 'note' ? [at.note] : []));
}

function stands(note: Note): boolean {
  return !note.withdrawn && !note.hidden;
}

function isConcealed(prompt: Prompt): boolean {
  return prompt.hidden && !prompt.revealed;
}
