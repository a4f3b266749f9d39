/**
 * The words of a wall: notes that mean the same, counted. What lies in one cluster is one word; of what lies nowhere, equal
 * means the same letters, whatever the case and the spaces.
 */
import type { Fields } from '../kinds/kind.ts';
import type { ClusterId, NoteId } from '../meeting/ids.ts';
import { foldKey } from '../text.ts';
import { formsOf } from './forms.ts';
import type { Form } from './forms.ts';

export interface Word {
  /** Unique on a wall, and the same for as long as the word's first note stands: not its cluster's id, which comes later. */
  key: string;
  /** The cluster's label; else as most people wrote it, of equally common forms one with a capital, then the first. */
  text: string;
  count: number;
  /** In the order of arrival. */
  notes: readonly NoteId[];
  /** Every form in which it was written, the most common one first. */
  variants: readonly Form[];
  cluster?: ClusterId;
}

/** A note as far as a wall needs it. NoteView is one. */
export interface Written {
  id: NoteId;
  fields: Fields;
  hidden?: boolean;
  /** It waits to be let through. */
  held?: boolean;
  withdrawn?: boolean;
  cluster?: ClusterId;
}

interface Group {
  /** The letters of its first note. */
  letters: string;
  notes: { id: NoteId; text: string; order: number }[];
  cluster?: ClusterId;
}

/**
 * Words with their counts, the most common one first, equals in the order in which they first came.
 * `notes` in the order of arrival; those that do not stand are passed over. `field` is the kind's main field.
 */
export function wordsOf(
  notes: Iterable<Written>,
  clusters: Readonly<Record<ClusterId, { label: string }>> = {},
  field = 'text'
): Word[] {
  const groups = grouped(notes, clusters, field);
  const taken = new Set<string>();
  const words = groups.map(({ letters, notes: lying, cluster }): Word => {
    const key = cluster !== undefined && taken.has(letters) ? `${letters} ${cluster}` : letters;
    taken.add(key);
    // Only lists show them, and of 5,000 cards they take half of the time.
    let forms: readonly Form[] | undefined;
    const variants = () => (forms ??= formsOf(lying.map(({ text }) => text)));
    const label = cluster === undefined ? undefined : clusters[cluster]?.label;
    return {
      key,
      text: label || variants()[0]!.text,
      count: lying.length,
      notes: lying.map(({ id }) => id),
      get variants() {
        return variants();
      },
      ...(cluster === undefined ? {} : { cluster })
    };
  });
  return words.sort((a, b) => b.count - a.count);
}

/** In the order in which each first came. A note that lies nowhere yet is at home where its letters are. */
function grouped(
  notes: Iterable<Written>,
  clusters: Readonly<Record<ClusterId, unknown>>,
  field: string
): Group[] {
  const groups = new Map<string, Group>();
  const homes = new Map<string, Group>();
  const loose: { letters: string; note: Group['notes'][number] }[] = [];
  let order = 0;
  for (const { id, fields, hidden, held, withdrawn, cluster } of notes) {
    const text = fields[field]?.trim();
    if (!text || hidden || held || withdrawn) continue;
    const note = { id, text, order: order++ };
    if (cluster === undefined || !clusters[cluster]) {
      loose.push({ letters: foldKey(text), note });
      continue;
    }
    let group = groups.get(cluster);
    if (!group) groups.set(cluster, (group = { letters: foldKey(text), notes: [], cluster }));
    group.notes.push(note);
  }
  const found = [...groups.values()];
  if (loose.length > 0) {
    const placed = found.flatMap((group) => group.notes.map((note) => ({ group, note })));
    for (const { group, note } of placed.sort((a, b) => a.note.order - b.note.order)) {
      const letters = foldKey(note.text);
      if (!homes.has(letters)) homes.set(letters, group);
    }
  }
  for (const { letters, note } of loose) {
    let group = homes.get(letters);
    if (!group) {
      homes.set(letters, (group = { letters, notes: [] }));
      found.push(group);
    }
    group.notes.push(note);
  }
  for (const group of found) group.notes.sort((a, b) => a.order - b.order);
  return found.sort((a, b) => a.notes[0]!.order - b.notes[0]!.order);
}

/** The forms that are more than the word in other letters: capitals and spaces are no other form. */
export function otherForms({ text, variants }: Word): string[] {
  const known = new Set([foldKey(text)]);
  return variants.flatMap((form) => {
    const key = foldKey(form.text);
    if (known.has(key)) return [];
    known.add(key);
    return [form.text];
  });
}
