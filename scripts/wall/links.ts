/** Which words of a wall have to do with each other, as the clustering engine sees it. */
import { readWords } from '../../server/clustering/words.ts';
import { placerFor } from '../../src/lib/domain/clustering/engine.ts';
import { strongestLinks } from '../../src/lib/domain/wall/layout/kin.ts';
import type { Link } from '../../src/lib/domain/wall/layout/kin.ts';
import type { WallWord } from '../../src/lib/domain/wall/layout/wall-layout.ts';

export function linksOf(
  words: readonly WallWord[],
  { folder, language, question }: { folder: string; language: 'sv' | 'en'; question: string }
): Link[] {
  const placer = placerFor(readWords(folder), { question, language, mode: 'words' });
  for (const { id, text } of words) placer.set({ id, text }, id);
  return strongestLinks(placer.priors());
}
