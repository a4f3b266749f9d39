/** What a step left behind, one line each, so that a later step can build on it: as what is brought, or as a vote's alternatives. */
import { LONGEST_BROUGHT } from '../meeting/brought.ts';
import type { BroughtItem } from '../meeting/brought.ts';
import { shortened } from '../text.ts';
import type { NoteOutput, PromptOutput } from './outputs.ts';

/**
 * The weightiest first: words and themes with how many cards lie in them, what was voted on with its score; of definitions what the
 * role means; of commitments those that are still open; else every answer. Each under the id of its first note, or of the alternative.
 */
export function itemsOf(output: PromptOutput): BroughtItem[] {
  return rawItems(output).flatMap(({ text, ...item }) => {
    const line = shortened(text, LONGEST_BROUGHT);
    return line ? [{ ...item, text: line }] : [];
  });
}

function rawItems({ outcome, words, themes, notes, vote }: PromptOutput): BroughtItem[] {
  if (vote) return vote.options.map(({ id, text, score }) => ({ id, text, count: score }));
  if (outcome === 'wall') return words.map(laidTogether);
  if (outcome === 'definitions') return notes.map((note) => item(note, note.fields?.meaning));
  if (outcome === 'commitments') {
    return notes
      .filter(({ mark }) => mark !== 'done' && mark !== 'dropped')
      .map(({ id, text }) => ({ id, text }));
  }
  return themes.length > 0 ? themes.map(laidTogether) : notes.map((note) => item(note));
}

function laidTogether(one: { text: string; count: number; notes: readonly string[] }): BroughtItem {
  return { id: one.notes[0]!, text: one.text, count: one.count };
}

function item({ id, text }: NoteOutput, more?: string): BroughtItem {
  return { id, text: more ? `${text}: ${more}` : text };
}
