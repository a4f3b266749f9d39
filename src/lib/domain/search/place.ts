/** Addresses inside the report of a meeting: of a step, a word, an answer, and of whatever stands there of what was found. */
import { known } from '../known.ts';
import { excerptOf } from '../outputs/excerpt.ts';
import { ordersOf, PAGE, sectionsOf } from '../outputs/sections.ts';
import type { NoteId } from '../meeting/ids.ts';
import type { PromptOutput } from '../outputs/outputs.ts';

export function promptAnchor(prompt: string): string {
  return `prompt-${prompt}`;
}

/** `index` is the word's place by count. */
export function wordAnchor(prompt: string, index: number): string {
  return `word-${prompt}-${index + 1}`;
}

export function noteAnchor(note: string): string {
  return `note-${note}`;
}

/** What came up besides. */
export const PARKED_ANCHOR = 'parked';

/** Outcomes in which each answer stands by itself. */
const APART: ReadonlySet<string> = new Set([
  'quotes',
  'notes',
  'cases',
  'definitions',
  'perspectives',
  'commitments',
  'timeline'
]);

/** Which notes of a step stand in the report. Known for a step, since whoever searches asks for fifty places in the same few. */
const reportedIn = known((prompt: PromptOutput) => {
  const { notes, uncited } = excerptOf(prompt).prompt;
  return new Set(noteIds([...notes, ...uncited]));
});
/** By note, the place of its word. */
const wordsIn = known(
  ({ words }: PromptOutput) =>
    new Map(words.flatMap(({ notes }, at) => notes.map((note) => [note, at] as const)))
);
/** By note, its place on the pages with all of a step. */
const ordersIn = known(
  (prompt: PromptOutput) =>
    new Map(
      sectionsOf(prompt, ordersOf(prompt)[0]!)
        .flatMap(({ notes }) => noteIds(notes))
        .map((note, at) => [note, at] as const)
    )
);

/**
 * The end of an address: of the word whose cards hold the note, of the note, or of its step; of a note for which the report of a large
 * meeting has no room, on the page with all of its step. `prompt` undefined: what came up besides.
 */
export function placeOf(prompt: PromptOutput | undefined, note: string): string {
  if (!prompt) return `#${PARKED_ANCHOR}`;
  if (note === '') return `#${promptAnchor(prompt.id)}`;
  if (!reportedIn(prompt).has(note)) return onOwnPage(prompt, note);
  const word = wordsIn(prompt).get(note);
  if (word !== undefined) return `?note=${encodeURIComponent(note)}#${wordAnchor(prompt.id, word)}`;
  const isApart = APART.has(prompt.outcome) || prompt.groups.length > 0;
  return `#${isApart ? noteAnchor(note) : promptAnchor(prompt.id)}`;
}

function onOwnPage(prompt: PromptOutput, note: NoteId): string {
  const page = Math.floor((ordersIn(prompt).get(note) ?? 0) / PAGE) + 1;
  return `/${encodeURIComponent(prompt.id)}${page > 1 ? `?page=${page}` : ''}#${noteAnchor(note)}`;
}

function noteIds(notes: readonly { id: NoteId }[]): NoteId[] {
  return notes.map(({ id }) => id);
}
