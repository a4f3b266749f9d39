/** The words of a prompt's wall as they stand: what a leader's page, the projector and the review count alike. */
import { kindOf } from '../../src/lib/domain/kinds/registry.ts';
import { rootOf } from '../../src/lib/domain/meeting/cluster.ts';
import type { PromptId } from '../../src/lib/domain/meeting/ids.ts';
import { lyingIn } from '../../src/lib/domain/meeting/lying.ts';
import { labelOf } from '../../src/lib/domain/meeting/see-clusters.ts';
import { stands } from '../../src/lib/domain/meeting/state.ts';
import type { MeetingState, Prompt } from '../../src/lib/domain/meeting/state.ts';
import { wordsOf } from '../../src/lib/domain/wall/words.ts';
import type { Word } from '../../src/lib/domain/wall/words.ts';

/** A state never changes, and of 5,000 notes it takes ten milliseconds: who lays a wall and who tells of it look at the same. */
const KNOWN = new WeakMap<MeetingState, Map<PromptId, readonly Word[]>>();

export function wordsOn(state: MeetingState, prompt: Prompt): readonly Word[] {
  let known = KNOWN.get(state);
  if (!known) KNOWN.set(state, (known = new Map<PromptId, readonly Word[]>()));
  let words = known.get(prompt.id);
  if (!words) known.set(prompt.id, (words = counted(state, prompt)));
  return words;
}

function counted(state: MeetingState, prompt: Prompt): Word[] {
  const { notes, byCluster } = lyingIn(state, prompt.id);
  const clusters: Record<string, { label: string }> = {};
  for (const [id, lying] of byCluster) {
    const standing = lying.filter(stands);
    const cluster = state.clusters[rootOf(state, id)];
    if (cluster && standing.length > 0) clusters[id] = { label: labelOf(state, cluster, standing) };
  }
  const written = notes.map(({ id, fields, hidden, held, place }) => ({
    id,
    fields,
    hidden,
    held,
    ...(place ? { cluster: place.cluster } : {})
  }));
  return wordsOf(written, clusters, kindOf(prompt.kind)?.main);
}
