/** What the people of the demo answer while the room finds together: what they hold for one role, and what they do not. */
import type { Option, QuestionView } from '../../src/lib/domain/finding/question-view.ts';
import type { Request } from '../../src/lib/domain/meeting/commands.ts';
import type { PromptId } from '../../src/lib/domain/meeting/ids.ts';

/** Said of the same role, by those who were not in the meeting. Invented, like everything in the demo. */
const KIN: readonly (readonly string[])[] = [
  ['Pådrivare', 'Motor', 'Blåslampa'],
  ['Sammankallande', 'Mötesarrangör', 'Den som alltid bjuder in'],
  ['Storkök', 'Experter på sjukhusmat'],
  ['Syskon', 'Vän i nöden', 'Lillebror till länsstyrelsen'],
  ['Länk till staten', 'Översättare']
];
/** One role to some of them, two to the others: what the room cannot settle is the leader's. */
const CONTESTED: readonly (readonly string[])[] = [
  ['Bromskloss', 'Grindvakt'],
  ['Doldis', 'Ingen roll alls']
];

/** `chance` is 0 to 1. */
export function answerTo(prompt: PromptId, question: QuestionView, chance: number): Request {
  switch (question.kind) {
    case 'own': {
      const { cluster, text, likely, all } = question;
      const same = [...likely, ...all].find((option) => areKin([text], wordsOf(option), chance));
      return same
        ? { name: 'GiveAnswer', data: { prompt, cluster, other: same.cluster, says: 'same' } }
        : { name: 'GiveAnswer', data: { prompt, cluster, says: 'own' } };
    }
    case 'pair': {
      const { cluster: one, other } = question;
      const says = areKin(wordsOf(one), wordsOf(other), chance) ? 'same' : chance < 0.2 ? 'unsure' : 'apart';
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

function areKin(some: readonly string[], others: readonly string[], chance: number): boolean {
  const has = (words: readonly string[], group: readonly string[]) =>
    words.some((word) => group.some((one) => one.toLowerCase() === word.toLowerCase()));
  const groups = chance < 0.5 ? KIN : [...KIN, ...CONTESTED];
  return groups.some((group) => has(some, group) && has(others, group));
}
