/** A state in the making: its records may be written, the prompts, notes and clusters in them are replaced, never changed. */
import type { Cluster } from './cluster.ts';
import type { MeetingState, Note, Prompt } from './state.ts';

export type Draft = { -readonly [K in keyof MeetingState]: MeetingState[K] } & {
  prompts: Record<string, Prompt>;
  notes: Record<string, Note>;
  clusters: Record<string, Cluster>;
};

/** Copies the records, so that the state that it begins with stays what it is. */
export function draftOf(state: MeetingState): Draft {
  return {
    ...state,
    prompts: { ...state.prompts },
    notes: { ...state.notes },
    clusters: { ...state.clusters }
  };
}

export function changePrompt(draft: Draft, id: string, change: Partial<Prompt>): void {
  const prompt = draft.prompts[id];
  if (prompt) draft.prompts[id] = { ...prompt, ...change };
}

export function changeNote(draft: Draft, id: string, change: Partial<Note>): void {
  const note = draft.notes[id];
  if (note) draft.notes[id] = { ...note, ...change };
}
