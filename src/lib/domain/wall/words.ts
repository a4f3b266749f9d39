/** The words of a wall: notes that say the same, counted. Equal means the same letters; case and spaces do not matter. */
import type { Fields } from '../kinds/kind.ts';
import type { NoteId } from '../meeting/ids.ts';
import { foldKey } from '../text.ts';

export interface Word {
  /** What the notes have in common: unique on a wall, and the same for as long as the word stands. */
  key: string;
  /** As most people wrote it; of equally common forms one with a capital, then the one that came first. */
  text: string;
  count: number;
  /** In the order of arrival. */
  notes: readonly NoteId[];
  /** Every form in which it was written, the most common one first. */
  variants: readonly { text: string; count: number }[];
}

/** A note as far as a wall needs it. NoteView and Note both are. */
export interface Written {
  id: NoteId;
  fields: Fields;
  hidden?: boolean;
  withdrawn?: boolean;
}

/**
 * Words with their counts, the most common one first, equals in the order in which they first came.
 * `notes` in the order of arrival; those that do not stand are passed over. `field` is the kind's main field.
 */
export function wordsOf(notes: Iterable<Written>, field = 'text'): Word[] {
  const groups = new Map<string, { notes: NoteId[]; forms: Map<string, number> }>();
  for (const note of notes) {
    const text = note.fields[field]?.trim();
    if (!text || note.hidden || note.withdrawn) continue;
    const key = foldKey(text);
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { notes: [], forms: new Map() }));
    group.notes.push(note.id);
    group.forms.set(text, (group.forms.get(text) ?? 0) + 1);
  }
  const words = [...groups].map(([key, { notes: ids, forms }]): Word => {
    const variants = [...forms]
      .map(([text, count]) => ({ text, count }))
      // Sorting is stable: of equally common forms the one with a capital, then the one that came first.
      .sort((a, b) => b.count - a.count || Number(hasCapital(b.text)) - Number(hasCapital(a.text)));
    return { key, text: variants[0]!.text, count: ids.length, notes: ids, variants };
  });
  return words.sort((a, b) => b.count - a.count);
}

function hasCapital(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}
