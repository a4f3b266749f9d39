/** One tap on a phone: what is answered about which clusters. */
import type { ClusterId, NoteId } from '$lib/domain/meeting/ids';

export type Tap =
  | { says: 'same' | 'apart' | 'own' | 'unsure'; cluster: ClusterId; other?: ClusterId }
  /** My note belongs to this theme, or to none. */
  | { note: NoteId; cluster: ClusterId | null };

/** The longest piece that cannot be broken: sets the size of a big word. */
export function longestIn(text: string): number {
  return Math.max(...text.split(/[\s­-]+/).map((word) => word.length), 6);
}
