/** A step as if only some of its notes were there: what an editor chose. */
import type { NoteId } from '../meeting/ids.ts';
import type { PromptOutput } from '../outputs/outputs.ts';

/** Words, themes and groups hold what is left of them; what leaders wrote of all notes is not said of some. None named: all. */
export function narrowed(prompt: PromptOutput, only: readonly NoteId[]): PromptOutput {
  if (only.length === 0) return prompt;
  const chosen = new Set(only);
  const within = (notes: readonly NoteId[]) => notes.filter((id) => chosen.has(id));
  return {
    ...prompt,
    notes: prompt.notes.filter(({ id }) => chosen.has(id)),
    uncited: [],
    summaries: {},
    words: prompt.words.flatMap((word) => {
      const notes = within(word.notes);
      // Written out: `variants` is worked out when it is asked for.
      const { key, text, variants, cluster } = word;
      return notes.length > 0
        ? [{ key, text, variants, notes, count: notes.length, ...(cluster ? { cluster } : {}) }]
        : [];
    }),
    themes: prompt.themes.flatMap((theme) => {
      const notes = within(theme.notes);
      return notes.length > 0 ? [{ text: theme.text, notes, count: notes.length }] : [];
    }),
    groups: prompt.groups.flatMap(({ name, notes }) => {
      const own = within(notes);
      return own.length > 0 ? [{ name, notes: own }] : [];
    })
  };
}
