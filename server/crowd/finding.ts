/** What simulated participants answer while the room finds together: what they hold for one role, and what they do not. */
import type { Option, QuestionView } from '../../src/lib/domain/finding/question-view.ts';
import type { Request } from '../../src/lib/domain/meeting/commands.ts';
import type { PromptId } from '../../src/lib/domain/meeting/ids.ts';

/** What a crowd holds for the same. */
export interface Opinions {
  /** Words that everybody holds for one. */
  kin: readonly (readonly string[])[];
  /** One to some of them, two to the others: what the room cannot settle is the leader's. */
  contested: readonly (readonly string[])[];
}

/** `chance` is 0 to 1. */
export function answerTo(
  prompt: PromptId,
  question: QuestionView,
  opinions: Opinions,
  chance: number
): Request {
  const { kin, contested } = opinions;
  const groups = chance < 0.5 ? kin : [...kin, ...contested];
  const areKin = (some: readonly string[], others: readonly string[]) =>
    groups.some((group) => has(some, group) && has(others, group));
  switch (question.kind) {
    case 'own': {
      const { cluster, text, likely, all } = question;
      const same = [...likely, ...all].find((option) => areKin([text], wordsOf(option)));
      return same
        ? { name: 'GiveAnswer', data: { prompt, cluster, other: same.cluster, says: 'same' } }
        : { name: 'GiveAnswer', data: { prompt, cluster, says: 'own' } };
    }
    case 'pair': {
      const { cluster: one, other } = question;
      const says = areKin(wordsOf(one), wordsOf(other)) ? 'same' : chance < 0.2 ? 'unsure' : 'apart';
      return { name: 'GiveAnswer', data: { prompt, cluster: one.cluster, other: other.cluster, says } };
    }
    case 'theme': {
      const theme = question.themes[Math.floor(chance * question.themes.length)];
      const { note } = question;
      return theme
        ? { name: 'PlaceOwnNote', data: { note, cluster: theme.cluster } }
        : { name: 'PassOwnNote', data: { note } };
    }
  }
}

function wordsOf({ label, forms }: Option): string[] {
  return [label, ...forms];
}

function has(words: readonly string[], group: readonly string[]): boolean {
  return words.some((word) => group.some((one) => one.toLowerCase() === word.toLowerCase()));
}
