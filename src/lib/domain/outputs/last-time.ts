/** What of a meeting the next one begins with: its last wall or its largest themes, the top of its last vote, and its commitments. */
import { commitmentsOf } from '../outcomes/commitments.ts';
import type { BroughtItem } from '../meeting/brought.ts';
import type { Mark } from '../meeting/mark.ts';
import { itemsOf } from './items.ts';
import type { PromptOutput } from './outputs.ts';

export interface Part {
  prompt: string;
  title: string;
  items: readonly BroughtItem[];
}

export interface LastCommitment {
  /** Of the note. */
  id: string;
  text: string;
  /** As it was written; may be empty. */
  who: string;
  /** ISO day; may be empty. */
  by: string;
  mark?: Mark;
}

export interface Left {
  /** Its words; else themes. */
  wall?: Part;
  themes?: Part;
  vote?: Part;
  /** The soonest first. */
  commitments: readonly LastCommitment[];
}

/** So many of each are said again. */
const TOP = 5;

export function leftBy(prompts: readonly PromptOutput[]): Left {
  const last = (fits: (prompt: PromptOutput) => boolean) => {
    const prompt = prompts.filter(fits).at(-1);
    return prompt && { prompt: prompt.id, title: prompt.title, items: itemsOf(prompt).slice(0, TOP) };
  };
  const wall = last(({ words }) => words.length > 0);
  const themes = wall ? undefined : last((prompt) => prompt.themes.length > 0);
  const vote = last((prompt) => prompt.vote?.options.some(({ score }) => score > 0) ?? false);
  const promised = prompts.filter(({ outcome }) => outcome === 'commitments').flatMap(({ notes }) => notes);
  const marks = new Map(promised.map(({ id, mark }) => [id, mark]));
  return {
    ...(wall ? { wall } : {}),
    ...(themes ? { themes } : {}),
    ...(vote ? { vote } : {}),
    commitments: commitmentsOf(promised).map((one) => {
      const mark = marks.get(one.id);
      return mark ? { ...one, mark } : one;
    })
  };
}
