/** Clusters as somebody sees them: by the notes that they see, and by no word of a note that they do not see. */
import { kindOf } from '../kinds/registry.ts';
import { formsOf } from '../wall/forms.ts';
import { rootOf } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import type { ClusterId, PromptId } from './ids.ts';
import { lyingIn } from './lying.ts';
import { stands } from './state.ts';
import type { MeetingState, Note } from './state.ts';
import type { ClusterView } from './view.ts';

/** Who looks: at which notes, and at empty themes too? Notes in the light of a concealed wall lie nowhere. */
export interface Eyes {
  sees(note: Note): boolean;
  themes: boolean;
}

/** These clusters of one prompt; null for one that this audience does not see. */
export function seeClusters(
  state: MeetingState,
  prompt: PromptId,
  ids: Iterable<ClusterId>,
  { sees, themes }: Eyes
): Record<ClusterId, ClusterView | null> {
  const { byCluster } = lyingIn(state, prompt);
  return Object.fromEntries(
    [...new Set(ids)].map((id) => {
      const notes = (byCluster.get(id) ?? []).filter(sees);
      const cluster = state.clusters[id];
      const empty = themes && cluster?.theme && !cluster.removed && !cluster.into;
      if (!cluster || (notes.length === 0 && !empty)) return [id, null];
      const view: ClusterView = { id, prompt, label: labelOf(state, cluster, notes) };
      if (cluster.name) view.named = true;
      if (cluster.theme && !cluster.removed) view.theme = true;
      return [id, view];
    })
  );
}

/**
 * The leader's name; else the machine's word, while its note stands among these; else what most of these say. Those that a
 * leader has hidden have no say unless there are no others.
 */
export function labelOf(state: MeetingState, cluster: Cluster, notes: readonly Note[]): string {
  if (cluster.name) return cluster.name;
  const standing = notes.filter(stands);
  if (standing.some(({ id }) => id === cluster.label?.from)) return cluster.label!.text;
  const main = kindOf(state.prompts[cluster.prompt]?.kind ?? '')?.main ?? '';
  const speaking = standing.length > 0 ? standing : notes;
  return formsOf(speaking.map(({ fields }) => fields[main] ?? ''))[0]?.text ?? '';
}

/** What a leader calls the cluster that the id means now. */
export function leadersLabel(state: MeetingState, id: ClusterId): string {
  const cluster = state.clusters[rootOf(state, id)];
  if (!cluster) return '';
  return labelOf(state, cluster, lyingIn(state, cluster.prompt).byCluster.get(cluster.id) ?? []);
}
