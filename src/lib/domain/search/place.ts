/** Addresses inside the report of a meeting: of a step, a word, an answer, and of whatever stands there of what was found. */
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

/** The end of an address: of the word whose cards hold the note, of the note, or of its step. `prompt` undefined: what came up besides. */
export function placeOf(prompt: PromptOutput | undefined, note: string): string {
  if (!prompt) return `#${PARKED_ANCHOR}`;
  if (note === '') return `#${promptAnchor(prompt.id)}`;
  const word = prompt.words.findIndex(({ notes }) => notes.includes(note));
  if (word >= 0) return `?note=${encodeURIComponent(note)}#${wordAnchor(prompt.id, word)}`;
  const isApart = APART.has(prompt.outcome) || prompt.groups.length > 0;
  return `#${isApart ? noteAnchor(note) : promptAnchor(prompt.id)}`;
}
