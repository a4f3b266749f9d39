/**
 * A state in the making. What is in its records is replaced, never changed. A record is the old state's until it is first written,
 * and copied then: copying 5,000 notes takes milliseconds, and an answer touches none of them.
 */
import type { Cluster } from './cluster.ts';
import type { MeetingState, Note, Prompt } from './state.ts';

export type Draft = { -readonly [K in keyof MeetingState]: MeetingState[K] } & {
  /** The records that are its own already. */
  own: WeakSet<object>;
};

/** The state that it begins with stays what it is. */
export function draftOf(state: MeetingState): Draft {
  return { ...state, own: new WeakSet() };
}

/** What it has come to. It may not be written any more. */
export function finished({ own, ...state }: Draft): MeetingState {
  void own;
  return state;
}

export function setPrompt(draft: Draft, prompt: Prompt): void {
  (draft.prompts = owned(draft, draft.prompts))[prompt.id] = prompt;
}

export function setNote(draft: Draft, note: Note): void {
  (draft.notes = owned(draft, draft.notes))[note.id] = note;
}

export function setCluster(draft: Draft, cluster: Cluster): void {
  (draft.clusters = owned(draft, draft.clusters))[cluster.id] = cluster;
}

export function changePrompt(draft: Draft, id: string, change: Partial<Prompt>): void {
  const prompt = draft.prompts[id];
  if (prompt) setPrompt(draft, { ...prompt, ...change });
}

export function changeNote(draft: Draft, id: string, change: Partial<Note>): void {
  const note = draft.notes[id];
  if (note) setNote(draft, { ...note, ...change });
}

function owned<T>({ own }: Draft, record: Readonly<Record<string, T>>): Record<string, T> {
  if (own.has(record)) return record;
  const copy = { ...record };
  own.add(copy);
  return copy;
}
