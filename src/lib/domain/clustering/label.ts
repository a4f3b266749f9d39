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
  for (const card of cards) {
    const same = forms.get(card.face);
    if (same) same.push(card);
    else forms.set(card.face, [card]);
  }
  const families = new Map<string, number>();
  for (const { face } of cards) families.set(familyOf(face), (families.get(familyOf(face)) ?? 0) + 1);
  const best = [...forms.values()]
    .map((same) => {
      const label = spelt(same, analyser);
      const { face } = same[0]!;
      const worth = families.get(familyOf(face))! + same.length / 2 + worthOf(face, label.text, analyser);
      return { face, label, worth };
    })
    .sort((a, b) => b.worth - a.worth || (a.face.letters < b.face.letters ? -1 : 1))[0];
  return best?.label;
}

/** Forms of the same words: samordna, samordnare. */
function familyOf({ analysis }: Face): string {
  return analysis.tokens
    .map(({ key }) => key)
    .sort()
    .join(' ');
}

/**
 * Beside how many wrote it, and words of its family. Who does it weighs as much as three people,
 * another noun as two; a word that no dictionary knows, or many words, count against it.
 */
function worthOf(face: Face, text: string, analyser: Analyser): number {
  const words = wordsIn(text);
  const right = face.analysis.tokens.every(({ language, meant }) => language !== undefined && !meant);
  const noun = words.length <= 3 ? analyser.nounOf(words) : undefined;
  return (
    (noun === 'who' ? 3 : noun === 'what' ? 2 : 0) +
    (words.length === 1 ? 1 : 0) -
    (right ? 0 : 4) -
    (analyser.listsAll(words) ? 0 : 1.25) -
    (text.length > SHORT ? 3 : 0) -
    (words.length - 1) / 2
  );
}

/** Of the same letters the spelling with most accents that a dictionary knows, then the commonest, with a capital. */
function spelt(same: readonly Named[], analyser: Analyser): { text: string; from: string } {
  const spellings = new Map<string, { count: number; from: string }>();
  // Capitals are somebody's voice where the dictionary knows the words, and else a name: UNHCR.
  const known = same[0]!.face.analysis.tokens.every(({ language }) => language !== undefined);
  for (const { text, id } of [...same].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const clean = tidy(text, known);
    const before = spellings.get(clean);
    spellings.set(clean, { count: (before?.count ?? 0) + 1, from: before?.from ?? id });
  }
  // Swedish writes one thing in one word, English in several.
  const together = analyser.writesTogether ? -1 : 1;
  const worth = (text: string) =>
    2 * together * wordsIn(text).length +
    4 * accentsIn(text) * (analyser.knowsAll(wordsIn(text)) ? 1 : -1) +
    (spellings.get(text)?.count ?? 0);
  const [text, { from }] = [...spellings].sort(([a], [b]) => worth(b) - worth(a) || (a < b ? -1 : 1))[0]!;
  return { text: analyser.withAccents(text), from };
}

/** Without emoji and full stops around it, with a capital, words not all in capitals. Other marks are somebody's own and stay. */
function tidy(text: string, known: boolean): string {
  const bare = text
    .replace(/\p{Extended_Pictographic}|\uFE0F|\u200D/gu, '')
    .replace(/^[\s.,:;!…]+|[\s.,:;!…]+$/gu, '')
    .replace(/\s+/g, ' ');
  if (!/[\p{L}\p{N}]/u.test(bare)) return text.trim();
  const calm = known && bare.length > 4 && bare === bare.toUpperCase() ? bare.toLowerCase() : bare;
  return calm[0]!.toUpperCase() + calm.slice(1);
}

function accentsIn(text: string): number {
  return text.normalize('NFD').replace(/[^\p{M}]/gu, '').length;
}
