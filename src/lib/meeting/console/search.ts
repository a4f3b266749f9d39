/** Finding among what came in: by what it says and who wrote it, and by organisation. */
import type { NoteView } from '$lib/domain/meeting/view';
import { foldKey } from '$lib/domain/text';

export interface Sought {
  text: string;
  /** One organisation alone; empty: all. */
  organisation: string;
}

export const NOTHING_SOUGHT: Sought = { text: '', organisation: '' };

export function isSought({ text, organisation }: Sought): boolean {
  return foldKey(text) !== '' || organisation !== '';
}

/** Those that fit, in their order: every word that is typed stands somewhere in the note. */
export function found(notes: readonly NoteView[], { text, organisation }: Sought): readonly NoteView[] {
  const words = foldKey(text).split(' ').filter(Boolean);
  if (words.length === 0 && organisation === '') return notes;
  return notes.filter((note) => {
    if (organisation !== '' && note.by?.organisation !== organisation) return false;
    const read = readable(note);
    return words.every((word) => read.includes(word));
  });
}

/** The organisations that something came from, in alphabetical order. */
export function organisationsOf(notes: readonly NoteView[]): readonly string[] {
  const all = new Set(notes.flatMap(({ by }) => by?.organisation || []));
  return [...all].sort((a, b) => a.localeCompare(b, 'sv'));
}

const READABLE = [
  ...['text', 'explanation', 'speakerName', 'speakerTitle', 'years', 'actor', 'who'],
  ...['role', 'responsibility', 'interface', 'meaning', 'examples', 'activities']
];
const known = new WeakMap<NoteView, string>();

/** All of a note that one reads, folded. Notes are replaced, never changed: each is folded once. */
function readable(note: NoteView): string {
  let text = known.get(note);
  if (text === undefined) {
    const parts = [...READABLE.map((field) => note.fields[field]), note.by?.name, note.by?.organisation];
    text = foldKey(parts.filter(Boolean).join('\n'));
    known.set(note, text);
  }
  return text;
}
