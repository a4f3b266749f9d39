/** The words of a prompt as they lie on the board: one slip per word or theme, with the cards behind it. */
import type { Kind } from '$lib/domain/kinds/kind';
import type { ClusterId, NoteId } from '$lib/domain/meeting/ids';
import type { ClusterView, NoteView } from '$lib/domain/meeting/view';
import { otherForms, wordsOf } from '$lib/domain/wall/words';

export interface Slip {
  /** The same for as long as the word stands: its cluster, or its letters until the machine has placed it. */
  key: string;
  cluster?: ClusterId;
  label: string;
  count: number;
  /** Other ways in which it was written, the most common first. */
  forms: readonly string[];
  notes: readonly NoteId[];
  theme: boolean;
}

/** By count, as on the wall; the themes of `clusters` apart, also those that are empty, in the order in which they were made. */
export function slipsOf(
  notes: readonly NoteView[],
  clusters: Readonly<Record<ClusterId, ClusterView>>,
  { main }: Pick<Kind, 'main'>
): { words: Slip[]; themes: Slip[] } {
  const all = wordsOf(notes, clusters, main).map((word): Slip => ({
    key: word.cluster ?? word.key,
    cluster: word.cluster,
    label: word.text,
    count: word.count,
    forms: otherForms(word),
    notes: word.notes,
    theme: Boolean(word.cluster && clusters[word.cluster]?.theme)
  }));
  const byCluster = new Map(all.map((slip) => [slip.cluster, slip]));
  const themes = Object.values(clusters)
    .filter(({ theme }) => theme)
    .map(
      ({ id, label }) =>
        byCluster.get(id) ?? { key: id, cluster: id, label, count: 0, forms: [], notes: [], theme: true }
    );
  return { words: all.filter(({ theme }) => !theme), themes };
}

/** Dealt out in rows, so that the largest stand at the top of every column. */
export function dealt(keys: readonly string[], columns: number): string[][] {
  const hands: string[][] = Array.from({ length: columns }, () => []);
  keys.forEach((key, index) => hands[index % columns]!.push(key));
  return hands;
}
