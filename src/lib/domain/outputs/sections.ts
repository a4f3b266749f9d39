/** All answers of a step in an order of the reader's choice, page by page: by word or theme, by who spoke, by organisation or group. */
import type { NoteId } from '../meeting/ids.ts';
import { otherForms } from '../wall/words.ts';
import type { NoteOutput, PromptOutput } from './outputs.ts';

export const ORDERS = ['word', 'theme', 'speaker', 'organisation', 'group', 'time'] as const;
export type Order = (typeof ORDERS)[number];

export interface Section {
  /** By which an address names it. */
  key: string;
  /** '': those of whom it is not known, and all of them in the order of time. */
  name: string;
  /** How many there are, on whatever page they stand. */
  count: number;
  notes: readonly NoteOutput[];
  /** Words: how else it was written. */
  forms?: readonly string[];
}

/** Answers on a page. */
export const PAGE = 100;

/** The orders in which anything would stand apart; the first is the step's own. */
export function ordersOf({ outcome, words, themes, notes }: PromptOutput): Order[] {
  const some: Readonly<Record<Order, boolean>> = {
    word: words.length > 0,
    theme: themes.length > 0,
    speaker: outcome === 'quotes' && notes.some(({ speaker }) => speaker?.name),
    organisation: notes.some(({ organisation }) => organisation),
    group: notes.some(({ group }) => group),
    time: true
  };
  const possible = ORDERS.filter((order) => some[order]);
  // As they came: what was said is told in its order, unless somebody asks otherwise.
  return words.length + themes.length > 0
    ? possible
    : ['time', ...possible.filter((order) => order !== 'time')];
}

export function sectionsOf(prompt: PromptOutput, order: Order): Section[] {
  const { notes, words, themes } = prompt;
  switch (order) {
    case 'word': {
      const byId = new Map(notes.map((note) => [note.id, note]));
      return words.map((word) =>
        section(word.key, word.text, notesOf(word.notes, byId), { forms: otherForms(word) })
      );
    }
    case 'theme':
      return withRest(
        notes,
        ({ theme }) => theme,
        themes.map(({ text }) => text)
      );
    case 'speaker':
      return withRest(notes, ({ speaker }) => speaker?.name);
    case 'organisation':
      return withRest(notes, ({ organisation }) => organisation);
    case 'group':
      return withRest(
        notes,
        ({ group }) => group,
        prompt.groups.map(({ name }) => name)
      );
    case 'time':
      return [section('', '', notes)];
  }
}

/** One page of them, from 1: a section that goes over two pages stands on both. */
export function pageOf(sections: readonly Section[], page: number): Section[] {
  const from = (page - 1) * PAGE;
  let before = 0;
  return sections.flatMap((one) => {
    const notes = one.notes.slice(Math.max(0, from - before), Math.max(0, from + PAGE - before));
    before += one.notes.length;
    return notes.length > 0 ? [{ ...one, notes }] : [];
  });
}

export function pagesOf(sections: readonly Section[]): number {
  return Math.max(1, Math.ceil(sections.reduce((sum, { notes }) => sum + notes.length, 0) / PAGE));
}

/** In the order of `names`, or else of the alphabet; those without a name last. */
function withRest(
  notes: readonly NoteOutput[],
  nameOf: (note: NoteOutput) => string | undefined,
  names?: readonly string[]
): Section[] {
  const found = new Map<string, NoteOutput[]>();
  for (const note of notes) {
    const name = nameOf(note) ?? '';
    const those = found.get(name);
    if (those) those.push(note);
    else found.set(name, [note]);
  }
  const known = (names ?? [...found.keys()].sort((a, b) => a.localeCompare(b, 'sv'))).filter((name) => name);
  return [...new Set([...known, ''])].flatMap((name) => {
    const those = found.get(name);
    return those ? [section(name, name, those)] : [];
  });
}

function section(
  key: string,
  name: string,
  notes: readonly NoteOutput[],
  more: Pick<Section, 'forms'> = {}
): Section {
  return { key, name, count: notes.length, notes, ...more };
}

function notesOf(ids: readonly NoteId[], byId: ReadonlyMap<NoteId, NoteOutput>): NoteOutput[] {
  return ids.flatMap((id) => byId.get(id) ?? []);
}
