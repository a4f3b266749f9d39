/** Clusters as they are stored: notes that lie together. A merged one keeps its id, which from then on means the other. */
import type { Why } from '../clustering/why.ts';
import { kindOf } from '../kinds/registry.ts';
import type { ClusterId, NoteId, PromptId } from './ids.ts';
import type { MeetingState, Note, Prompt } from './state.ts';

export interface Cluster {
  id: ClusterId;
  prompt: PromptId;
  /** What a leader calls it; empty: `label`, or else what most of its notes say. */
  name: string;
  /** What the machine calls it, and the note that the word stands on. */
  label?: { text: string; from: NoteId };
  /** Merged away: the cluster that it now is. */
  into?: ClusterId;
  /** Made by a leader to be filled; stands also while it is empty. */
  theme?: true;
  /** A leader has said that it is not to be split. */
  whole?: true;
  /** Taken away while it was empty. */
  removed?: true;
}

/** Where a note lies, and who laid it there. */
export interface Place {
  cluster: ClusterId;
  by: 'machine' | 'leader' | 'room' | 'author';
  why: Why;
  /** The machine's guess among themes: a person should look. */
  unsure?: true;
  /** The cluster in which it lay until the room brought it here: what a leader may part again. */
  from?: ClusterId;
}

export const CLUSTER_NAME_LIMIT = 60;

/** The cluster that an id means now; the id itself where it is not known. */
export function rootOf(state: Pick<MeetingState, 'clusters'>, id: ClusterId): ClusterId {
  let root = id;
  for (let into = state.clusters[root]?.into; into; into = state.clusters[root]?.into) root = into;
  return root;
}

/** Quotes are read one by one; all else is laid together. */
export function hasClusters(prompt: Prompt): boolean {
  return !prompt.removed && kindOf(prompt.kind)?.clusters !== undefined;
}

/** The notes that lie in a cluster, in the order of arrival: hidden ones too, withdrawn ones not. */
export function notesIn(state: MeetingState, cluster: ClusterId): Note[] {
  const prompt = state.prompts[state.clusters[cluster]?.prompt ?? ''];
  return notesOf(state, prompt, cluster);
}

/** The notes of a prompt that have not been withdrawn, in the order of arrival; those in `cluster` alone where it is named. */
export function notesOf(state: MeetingState, prompt: Prompt | undefined, cluster?: ClusterId): Note[] {
  const notes: Note[] = [];
  // One loop: of 5,000 notes lists of lists take ten times as long, and an answer asks for them.
  for (const id of prompt?.notes ?? []) {
    const note = state.notes[id];
    if (!note || note.withdrawn) continue;
    if (cluster === undefined || note.place?.cluster === cluster) notes.push(note);
  }
  return notes;
}

/** What a leader has made to be filled, in that order. */
export function themesOf(state: MeetingState, prompt: PromptId): ClusterId[] {
  return Object.values(state.clusters)
    .filter((cluster) => cluster.prompt === prompt && cluster.theme && !cluster.removed && !cluster.into)
    .map(({ id }) => id);
}

/** Does the first keep its name where the two come together? A theme before a name, and a name before none. */
export function outranks(one: Standing, other: Standing): boolean {
  return rankOf(one) > rankOf(other);
}

/** What a leader has made of a cluster. */
interface Standing {
  theme?: boolean | undefined;
  named?: boolean | undefined;
}

function rankOf({ theme, named }: Standing): number {
  return theme ? 2 : named ? 1 : 0;
}

/** Laid by somebody whose hand the machine never moves. */
export function isPinned(place: Place | null | undefined): boolean {
  return place?.by === 'leader' || place?.by === 'author';
}

/** Has a leader decided that these two stay two? Asked by the ids that they have now. */
export function areApart(state: MeetingState, prompt: Prompt, a: ClusterId, b: ClusterId): boolean {
  return prompt.apart.some(([one, other]) => {
    const [x, y] = [rootOf(state, one), rootOf(state, other)];
    return (x === a && y === b) || (x === b && y === a);
  });
}
