/** What came of a step, in one line: for whoever has five minutes. */
import type { PromptOutput } from '$lib/domain/outputs/outputs';
import { scored } from '$lib/i18n/vote';
import { m } from '$lib/paraglide/messages';
import { nothing, promptWhat } from './wording';

const MOST = 3;

export function lineOf(prompt: PromptOutput): string {
  const { words, themes, vote, kind, notes, uncited } = prompt;
  if (vote) {
    const { options } = vote;
    return options.length > 0 && vote.voters > 0
      ? largest(
          options
            .filter(({ score }) => score > 0)
            .map(({ text, score }) => `${text}, ${scored(kind, score)}`),
          1,
          () => ''
        )
      : promptWhat(prompt);
  }
  if (words.length > 0) return largest(counted(words), MOST, (count) => m.compare_more_words({ count }));
  if (themes.length > 0) return largest(counted(themes), MOST, (count) => m.compare_more_themes({ count }));
  if (notes.length > 0) return promptWhat(prompt);
  return uncited.length > 0 ? m.review_uncited({ count: uncited.length }) : nothing(prompt);
}

function counted(all: readonly { text: string; count: number }[]): string[] {
  return all.map(({ text, count }) => (count > 1 ? `${text} ${count}` : text));
}

function largest(all: readonly string[], most: number, more: (count: number) => string): string {
  const shown = all.slice(0, most).join(' · ');
  const rest = all.length - most > 0 ? more(all.length - most) : '';
  return [shown, rest].filter(Boolean).join(' ');
}
