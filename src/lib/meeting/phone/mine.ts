/** One's own notes of a prompt as the list shows them: what is stored, laid over by what is still on its way. */
import type { Fields } from '$lib/domain/kinds/kind';
import type { Mark } from '$lib/domain/meeting/mark';
import type { MeetingView } from '$lib/domain/meeting/view';
import type { Pending } from '$lib/client/meeting.svelte';

export interface MyNote {
  id: string;
  prompt: string;
  fields: Fields;
  /** When it was stored, if it is. */
  at?: number;
  state: 'sending' | 'waiting' | 'saved' | 'held' | 'hidden' | 'erased' | 'refused';
  /** What has become of it. */
  mark?: Mark;
  /** The refused command, to be written anew or forgotten. */
  refused?: Pending;
}

/** Newest first. A note that is being withdrawn is gone already, unless that was refused. */
export function mine(view: MeetingView, pending: readonly Pending[], prompt: string): MyNote[] {
  const stored = Object.values(view.notes)
    .filter((note) => note.prompt === prompt)
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  const notes = new Map<string, MyNote>();
  for (const { id, fields, hidden, held, erased, at, mark } of stored) {
    const state = erased ? 'erased' : hidden ? 'hidden' : held ? 'held' : 'saved';
    notes.set(id, { id, prompt, fields, at, state, mark });
  }
  for (const item of pending) {
    if (item.prompt === prompt) lay(notes, item);
  }
  return [...notes.values()].reverse();
}

/** How many count towards the limit a person: refused ones do not, nor those that were erased. */
export function countMine(notes: readonly MyNote[]): number {
  return notes.filter(({ state, refused }) => state !== 'erased' && refused?.name !== 'SubmitNote').length;
}

function lay(notes: Map<string, MyNote>, item: Pending): void {
  const known = notes.get(item.note);
  if (item.state === 'refused') {
    const fields = known?.fields ?? item.fields;
    if (!fields) return;
    const { note: id, prompt } = item;
    notes.set(id, { id, prompt, fields, at: known?.at, state: 'refused', refused: item });
    return;
  }
  const state = item.state;
  if (item.name === 'WithdrawNote') notes.delete(item.note);
  else if (item.fields)
    notes.set(item.note, { id: item.note, prompt: item.prompt, fields: item.fields, at: known?.at, state });
}
