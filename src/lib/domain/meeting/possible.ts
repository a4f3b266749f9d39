/** Whether a suggestion of the machine's still makes sense: something may have happened while it thought. */
import type { Suggestion } from '../clustering/placer.ts';
import { areApart } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import type { ClusterId } from './ids.ts';
import { lyingIn } from './lying.ts';
import type { MeetingState, Note } from './state.ts';

export function isPossible(state: MeetingState, one: Suggestion): boolean {
  const cluster = standing(state, one.cluster);
  const prompt = cluster && state.prompts[cluster.prompt];
  if (!prompt) return false;
  if (one.kind === 'merge') {
    const into = standing(state, one.into);
    // Two themes are two because a leader made them so.
    if (!into || (cluster.theme && into.theme)) return false;
    return !areApart(state, prompt, cluster.id, into.id);
  }
  if (cluster.whole) return false;
  const lying = new Set(notesIn(state, cluster).map(({ id }) => id));
  return one.notes.length < lying.size && one.notes.every((note) => lying.has(note));
}

/** The cluster, where something lies in it under that very id. */
function standing(state: MeetingState, id: ClusterId): Cluster | undefined {
  const cluster = state.clusters[id];
  return cluster && !cluster.into && notesIn(state, cluster).length > 0 ? cluster : undefined;
}

/** Of a dozen suggestions each asks twice or more: so all share one look at the notes. */
function notesIn(state: MeetingState, { id, prompt }: Cluster): readonly Note[] {
  return lyingIn(state, prompt).byCluster.get(id) ?? [];
}
