/** What the projector shows, and what it shows instead when that is gone. */
import type { MeetingEvent } from './events.ts';
import type { NoteId, PromptId } from './ids.ts';
import { isAnnounced } from './homework.ts';
import { isConcealed, stands } from './state.ts';
import type { MeetingState, Note } from './state.ts';

export type Screen =
  | { view: 'lobby' }
  /** The question with its notes, hidden or as a wall. */
  | { view: 'prompt'; prompt: PromptId }
  /** A part of its wall, so large that it can be read from the back; stops are counted from 0, and begin anew after the last. */
  | { view: 'tour'; prompt: PromptId; stop: number }
  /** Its wall as it grew. */
  | { view: 'replay'; prompt: PromptId }
  /** One of its quotes after the other; with a note: held at that one. */
  | { view: 'quotes'; prompt: PromptId; note?: NoteId }
  /** What each group answered, side by side. */
  | { view: 'groups'; prompt: PromptId }
  /** What came up besides. */
  | { view: 'thoughts' }
  /** One note. */
  | { view: 'note'; note: NoteId }
  /** The word in which that note lies, with its cards; of a wall whose words are shown. */
  | { view: 'word'; note: NoteId };

/** The prompt that is shown, or whose note is. */
export function promptOn(
  screen: Screen,
  notes: Readonly<Record<NoteId, { prompt: PromptId }>>
): PromptId | undefined {
  if ('prompt' in screen) return screen.prompt;
  return 'note' in screen ? notes[screen.note]?.prompt : undefined;
}

/** No events where it shows that already. */
export function turning(state: MeetingState, screen: Screen): MeetingEvent[] {
  const { screen: from } = state;
  return sameScreen(screen, from) ? [] : [{ name: 'ProjectorTurned', data: { screen, from } }];
}

/** A note that leaves the wall leaves the light with it. */
export function offScreen(state: MeetingState, { id }: Note): MeetingEvent[] {
  const { screen } = state;
  return 'note' in screen && screen.note === id ? turning(state, without(state, screen)) : [];
}

/** A word tells of all notes that lie in it: it goes when they are concealed. */
export function concealing(state: MeetingState, prompt: PromptId): MeetingEvent[] {
  const { screen } = state;
  const isOn = screen.view === 'word' && promptOn(screen, state.notes) === prompt;
  return isOn ? turning(state, { view: 'prompt', prompt }) : [];
}

/** What can be shown of it now: a note may have been withdrawn since, a question removed or concealed. */
export function showable(state: MeetingState, screen: Screen): Screen {
  if (screen.view === 'thoughts') return screen;
  const id = promptOn(screen, state.notes);
  const prompt = id === undefined ? undefined : state.prompts[id];
  if (!prompt || prompt.removed || !isAnnounced(prompt)) return { view: 'lobby' };
  if (!('note' in screen) || screen.note === undefined) return screen;
  if (screen.view === 'word' && isConcealed(prompt)) return without(state, screen);
  const note = state.notes[screen.note];
  return note && stands(note) ? screen : without(state, screen);
}

/** The same without its note. */
function without(state: MeetingState, screen: Screen): Screen {
  const prompt = promptOn(screen, state.notes);
  if (prompt === undefined) return { view: 'lobby' };
  return { view: screen.view === 'quotes' ? 'quotes' : 'prompt', prompt };
}

function sameScreen(a: Screen, b: Screen): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
