/**
 * The notes of a prompt as they stand and lie, gone through once for everybody who is told: a look at each of 5,000 notes for each
 * event and audience would hold the room up. For states that stand; `decide` works on one that is still written.
 */
import type { ClusterId, NoteId, PromptId } from './ids.ts';
import type { MeetingState, Note } from './state.ts';

export interface Lying {
  /** In the order of arrival, withdrawn ones left out. */
  notes: readonly Note[];
  /** The same by where they lie; those that lie nowhere left out. */
  byCluster: ReadonlyMap<ClusterId, readonly Note[]>;
}

/** The record of notes is another one whenever one of them is: so it tells what still holds. */
const KNOWN = new WeakMap<Readonly<Record<NoteId, Note>>, Map<PromptId, Lying>>();

export function lyingIn(
  { prompts, notes }: Pick<MeetingState, 'prompts' | 'notes'>,
  prompt: PromptId
): Lying {
  let known = KNOWN.get(notes);
  if (!known) KNOWN.set(notes, (known = new Map<PromptId, Lying>()));
  let lying = known.get(prompt);
  if (!lying) known.set(prompt, (lying = look(notes, prompts[prompt]?.notes ?? [])));
  return lying;
}

function look(all: Readonly<Record<NoteId, Note>>, ids: readonly NoteId[]): Lying {
  const notes: Note[] = [];
  const byCluster = new Map<ClusterId, Note[]>();
  for (const id of ids) {
    const note = all[id];
    if (!note || note.withdrawn) continue;
    notes.push(note);
    if (!note.place) continue;
    const others = byCluster.get(note.place.cluster);
    if (others) others.push(note);
    else byCluster.set(note.place.cluster, [note]);
  }
  return { notes, byCluster };
}
