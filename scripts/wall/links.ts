/** Which words of a wall have to do with each other, as the clustering engine sees it. */
import { readWords } from '../../server/clustering/words.ts';
import { placerFor } from '../../src/lib/domain/clustering/engine.ts';
import type { Link } from '../../src/lib/domain/wall/kin.ts';
import type { WallWord } from '../../src/lib/domain/wall/wall-layout.ts';

/** The strongest of each word: with more, everything hangs together and nothing tells zones apart. */
const MOST_LINKS = 3;

export function linksOf(
  words: readonly WallWord[],
  { folder, language, question }: { folder: string; language: 'sv' | 'en'; question: string }
): Link[] {
  const placer = placerFor(readWords(folder), { question, language, mode: 'words' });
  for (const { id, text } of words) placer.set({ id, text }, id);
  const links = new Map<string, number>();
  return [...placer.priors()]
    .sort((one, other) => other.likeness - one.likeness || (key(one) < key(other) ? -1 : 1))
    .filter(({ a, b }) => {
      const [mine, its] = [links.get(a) ?? 0, links.get(b) ?? 0];
      if (mine >= MOST_LINKS || its >= MOST_LINKS) return false;
      links.set(a, mine + 1).set(b, its + 1);
      return true;
    });
}

function key({ a, b }: Link): string {
  return `${a}\t${b}`;
}
