/** What earlier steps have left in words: the alternatives of a vote may be taken from them. */
import { kindOf } from '../kinds/registry.ts';
import { MOST_CHOICES, STEP_LIMITS } from '../meeting/step-settings.ts';
import type { MeetingView, PromptView } from '../meeting/view.ts';
import { shortened } from '../text.ts';
import { wordsOf } from '../wall/words.ts';

export interface EarlierWord {
  text: string;
  /** Cards, or people who chose it. */
  count: number;
}

export interface EarlierStep {
  /** The prompt's id. */
  id: string;
  title: string;
  /** The most frequent first, as many as a vote may have alternatives. */
  words: readonly EarlierWord[];
}

export interface EarlierMeeting {
  id: string;
  number: number;
  title: string;
  steps: readonly EarlierStep[];
}

/** So many are ticked to begin with. */
export const FIRST_TICKED = 12;

/** Walls, votes and role definitions, in the order of the agenda. `view` must be one that may be read by everybody who plans. */
export function earlierSteps(
  view: Pick<MeetingView, 'agenda' | 'prompts' | 'notes' | 'clusters'>
): EarlierStep[] {
  return view.agenda.flatMap((id) => {
    const prompt = view.prompts[id];
    const words = prompt ? wordsIn(view, prompt) : [];
    return prompt && words.length > 0
      ? [{ id, title: prompt.title, words: words.slice(0, MOST_CHOICES) }]
      : [];
  });
}

function wordsIn(
  { notes, clusters }: Pick<MeetingView, 'notes' | 'clusters'>,
  prompt: PromptView
): EarlierWord[] {
  const kind = kindOf(prompt.kind);
  const cut = (text: string) => shortened(text, STEP_LIMITS.choice);
  if (kind?.outcome === 'result')
    return (prompt.vote?.result?.options ?? [])
      .map(({ text, people }) => ({ text: cut(text), count: people }))
      .sort((a, b) => b.count - a.count);
  if (kind?.outcome !== 'wall' && kind?.outcome !== 'definitions') return [];
  const own = Object.values(notes).filter((note) => note.prompt === prompt.id);
  return wordsOf(own, clusters, kind.main).map(({ text, count }) => ({ text: cut(text), count }));
}
