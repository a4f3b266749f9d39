/**
 * A step as the report shows it: the first of what is long, and how much there is in all. A page of 20,000 answers would be read by
 * nobody; the rest stands on the step's own page.
 */
import type { NoteId } from '../meeting/ids.ts';
import type { NoteOutput, PromptOutput } from './outputs.ts';
import { outsideThemes } from './themes.ts';

export interface Excerpt {
  /** Its counts are those of the whole step, its notes the first ones. */
  prompt: PromptOutput;
  /** How many answers there are that may be read. */
  notes: number;
  /** Of these in no theme. */
  outside: number;
  words: number;
  /** How many are counted and not quoted. */
  uncited: number;
  /** Nothing was left out. */
  whole: boolean;
}

/** How many stand in the report: what one reads of a list in passing, and what a page can hold of a picture. */
const FIRST = {
  quotes: 6,
  slips: 24,
  lying: 6,
  themes: 24,
  answers: 300,
  words: 400,
  cards: 24,
  wall: 1_200
} as const;

export function excerptOf(prompt: PromptOutput): Excerpt {
  const kept = keptOf(prompt);
  const notes = kept ? prompt.notes.filter(({ id }) => kept.has(id)) : prompt.notes;
  const among = (ids: readonly NoteId[]) => (kept ? ids.filter((id) => kept.has(id)) : ids);
  const words = prompt.words.slice(0, FIRST.words);
  const uncited = prompt.uncited.slice(0, FIRST.answers);
  return {
    prompt: {
      ...prompt,
      notes,
      uncited,
      words: words.map((word) => ({
        ...word,
        variants: word.variants.slice(0, 6),
        notes: among(word.notes)
      })),
      themes: prompt.themes.slice(0, FIRST.themes).map((theme) => ({ ...theme, notes: among(theme.notes) }))
    },
    notes: prompt.notes.length,
    outside: outsideThemes(prompt.notes, prompt.themes).length,
    words: prompt.words.length,
    uncited: prompt.uncited.length,
    whole: notes.length === prompt.notes.length && words.length === prompt.words.length
  };
}

/** The notes that stand in the report; undefined: all. */
function keptOf(prompt: PromptOutput): ReadonlySet<NoteId> | undefined {
  const { outcome, notes, words, themes, groups } = prompt;
  const ids = (all: readonly NoteOutput[]) => all.map(({ id }) => id);
  if (outcome === 'wall') {
    if (notes.length <= FIRST.wall && words.length <= FIRST.words) return undefined;
    const first = words.slice(0, FIRST.words);
    const each = Math.min(FIRST.cards, Math.max(3, Math.floor(FIRST.wall / first.length)));
    const behind = first.flatMap((word) => word.notes.slice(0, each));
    return new Set([...behind, ...groups.flatMap((group) => group.notes.slice(0, FIRST.cards))]);
  }
  if (groups.length > 0 && themes.length === 0) {
    return new Set(groups.flatMap((group) => group.notes.slice(0, FIRST.cards)));
  }
  if (outcome === 'quotes') return new Set(ids(notes.slice(0, FIRST.quotes)));
  if (themes.length > 0) {
    return new Set([
      ...themes.slice(0, FIRST.themes).flatMap((theme) => theme.notes.slice(0, FIRST.lying)),
      ...ids(outsideThemes(notes, themes).slice(0, FIRST.lying))
    ]);
  }
  if (outcome === 'notes') return new Set(ids(notes.slice(0, FIRST.slips)));
  // Pictures are drawn of all answers, up to what a picture can hold.
  return notes.length > FIRST.answers ? new Set(ids(notes.slice(0, FIRST.answers))) : undefined;
}
