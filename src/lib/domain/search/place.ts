/** Addresses inside the report of a meeting: of a step, a word, an answer, and of whatever stands there of what was found. */
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

/** Which notes of a step stand in the report; known for as long as the step is the same. */
const reported = new WeakMap<PromptOutput, ReadonlySet<NoteId>>();

/**
 * The end of an address: of the word whose cards hold the note, of the note, or of its step; of a note for which the report of a large
 * meeting has no room, on the page with all of its step. `prompt` undefined: what came up besides.
 */
export function placeOf(prompt: PromptOutput | undefined, note: string): string {
  if (!prompt) return `#${PARKED_ANCHOR}`;
  if (note === '') return `#${promptAnchor(prompt.id)}`;
  if (!inReport(prompt, note)) return onOwnPage(prompt, note);
  const word = prompt.words.findIndex(({ notes }) => notes.includes(note));
  if (word >= 0) return `?note=${encodeURIComponent(note)}#${wordAnchor(prompt.id, word)}`;
  const isApart = APART.has(prompt.outcome) || prompt.groups.length > 0;
  return `#${isApart ? noteAnchor(note) : promptAnchor(prompt.id)}`;
}

function inReport(prompt: PromptOutput, note: NoteId): boolean {
  let notes = reported.get(prompt);
  if (!notes) {
    const { prompt: shown } = excerptOf(prompt);
    notes = new Set([...shown.notes, ...shown.uncited].map(({ id }) => id));
    reported.set(prompt, notes);
  }
  return notes.has(note);
}

function onOwnPage(prompt: PromptOutput, note: NoteId): string {
  const at = sectionsOf(prompt, ordersOf(prompt)[0]!)
    .flatMap(({ notes }) => notes)
    .findIndex(({ id }) => id === note);
  const page = Math.floor(Math.max(0, at) / PAGE) + 1;
  return `/${encodeURIComponent(prompt.id)}${page > 1 ? `?page=${page}` : ''}#${noteAnchor(note)}`;
}
