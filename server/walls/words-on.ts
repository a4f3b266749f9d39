/** The words of a prompt's wall as they stand: what a leader's page, the projector and the review count alike. */
import { kindOf } from '../../src/lib/domain/kinds/registry.ts';
import { rootOf } from '../../src/lib/domain/meeting/cluster.ts';
import { lyingIn } from '../../src/lib/domain/meeting/lying.ts';
import { labelOf } from '../../src/lib/domain/meeting/see-clusters.ts';
import type { MeetingState, Prompt } from '../../src/lib/domain/meeting/state.ts';
import { wordsOf } from '../../src/lib/domain/wall/words.ts';
import type { Word } from '../../src/lib/domain/wall/words.ts';

export function wordsOn(state: MeetingState, prompt: Prompt): Word[] {
  const { notes, byCluster } = lyingIn(state, prompt.id);
  const clusters: Record<string, { label: string }> = {};
  for (const [id, lying] of byCluster) {
    const standing = lying.filter((note) => !note.hidden);
    const cluster = state.clusters[rootOf(state, id)];
    if (cluster && standing.length > 0) clusters[id] = { label: labelOf(state, cluster, standing) };
  }
  const written = notes.map(({ id, fields, hidden, place }) => ({
    id,
    fields,
    hidden,
    ...(place ? { cluster: place.cluster } : {})
  }));
  return wordsOf(written, clusters, kindOf(prompt.kind)?.main);
}
