/**
 * What a cluster is called: the form that most people used, rightly spelt, a noun where there is one, short. Always the text of
 * one of its cards, but for capitals, accents that were left out, and emoji.
 */
import type { Analyser } from './analysis.ts';
import type { Face } from './faces.ts';
import { wordsIn } from './letters.ts';

interface Named {
  id: string;
  text: string;
  face: Face;
}

/** Longer ones are only taken where there is nothing shorter. */
const SHORT = 26;

/** The label and the card that it came from; undefined where there are no cards. */
export function labelOf(
  cards: readonly Named[],
  analyser: Analyser
): { text: string; from: string } | undefined {
  const forms = new Map<Face, Named[]>();
  for (const card of cards) forms.set(card.face, [...(forms.get(card.face) ?? []), card]);
  const best = [...forms.values()]
    .map((same) => ({ same, worth: worthOf(same, analyser) }))
    .sort((a, b) => b.worth - a.worth || (a.same[0]!.face.letters < b.same[0]!.face.letters ? -1 : 1))[0];
  return best && spelt(best.same, analyser);
}

/** A noun of role weighs as much as three people; a word that no dictionary knows, or many words, count against it. */
function worthOf(same: readonly Named[], analyser: Analyser): number {
  const { face, text } = same[0]!;
  const words = wordsIn(text);
  const right = face.analysis.tokens.every(({ language, meant }) => language !== undefined && !meant);
  const noun = words.length <= 3 && analyser.isNoun(words);
  return (
    same.length +
    (noun ? 3 : 0) +
    (words.length === 1 ? 1 : 0) -
    (right ? 0 : 4) -
    (text.length > SHORT ? 3 : 0) -
    Math.max(0, words.length - 2)
  );
}

/** Of the same letters the spelling with most accents that a dictionary knows, then the commonest, with a capital. */
function spelt(same: readonly Named[], analyser: Analyser): { text: string; from: string } {
  const spellings = new Map<string, { count: number; from: string }>();
  for (const { text, id } of [...same].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const clean = tidy(text);
    const known = spellings.get(clean);
    spellings.set(clean, { count: (known?.count ?? 0) + 1, from: known?.from ?? id });
  }
  const worth = (text: string) =>
    4 * accentsIn(text) * (analyser.knowsAll(wordsIn(text)) ? 1 : -1) + (spellings.get(text)?.count ?? 0);
  const [text, { from }] = [...spellings].sort(([a], [b]) => worth(b) - worth(a) || (a < b ? -1 : 1))[0]!;
  return { text: analyser.withAccents(text), from };
}

/** Without emoji and marks around it, with a capital, and not all in capitals. */
function tidy(text: string): string {
  const bare = text
    .replace(/\p{Extended_Pictographic}|\uFE0F|\u200D/gu, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (!bare) return text.trim();
  const calm = bare.length > 4 && bare === bare.toUpperCase() ? bare.toLowerCase() : bare;
  return calm[0]!.toUpperCase() + calm.slice(1);
}

function accentsIn(text: string): number {
  return text.normalize('NFD').replace(/[^\p{M}]/gu, '').length;
}
