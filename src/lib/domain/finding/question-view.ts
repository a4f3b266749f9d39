/**
 * A question as a phone shows it: clusters by words and counts of notes that stand and that nobody has hidden. Who wrote
 * or answered what is not in it.
 */
import type { ClusterId, NoteId } from '../meeting/ids.ts';

export interface Option {
  cluster: ClusterId;
  label: string;
  count: number;
  /** At most three other forms in which it was written. */
  forms: string[];
}

export type QuestionView =
  /** `mine`: `text` is the person's own card; else it is the cluster's label. `all` begins with the largest. */
  | { kind: 'own'; cluster: ClusterId; text: string; mine?: true; likely: Option[]; all: Option[] }
  /** Are these two the same? */
  | { kind: 'pair'; cluster: Option; other: Option }
  /** Where does your own note belong? */
  | { kind: 'theme'; note: NoteId; text: string; themes: Option[] };
