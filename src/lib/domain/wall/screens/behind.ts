/** The cards behind a word: in which forms it was written, how often, and what was said about it. */
import type { NoteId } from '../../meeting/ids.ts';
import type { Fields } from '../../kinds/kind.ts';
import type { Word } from '../words.ts';

export type Behind =
  | { kind: 'form'; text: string; count: number; cards: number }
  /** Stands under its form; `cards`: how many say just that. */
  | { kind: 'said'; text: string; cards: number };

/** The form that most have written first. `cards` counts each card once. */
export function behind(
  word: Word,
  notes: Readonly<Record<NoteId, { fields: Fields }>>,
  main: string
): Behind[] {
  const parts: Behind[] = [];
  const cards = word.notes.flatMap((id) => (notes[id] ? [notes[id].fields] : []));
  for (const { text, count } of word.variants) {
    const own = cards.filter((fields) => fields[main]?.trim() === text);
    const said = new Map<string, number>();
    for (const { explanation } of own) {
      const why = explanation?.trim();
      if (why) said.set(why, (said.get(why) ?? 0) + 1);
    }
    const explained = [...said.values()].reduce((sum, one) => sum + one, 0);
    parts.push({ kind: 'form', text, count, cards: count - explained });
    for (const [text, cards] of said) parts.push({ kind: 'said', text, cards });
  }
  // One form that is the word itself would only say it again.
  return word.variants.length === 1 && word.variants[0]?.text === word.text ? parts.slice(1) : parts;
}
