/** Notes sorted into themes: five examples of each, laid by hand, and the rest by the machine. */
import { placerFor } from '../../src/lib/domain/clustering/engine.ts';
import { score } from '../fixtures/bcubed.ts';
import { shuffled, words } from '../fixtures/clustered.ts';
import type { GoldFile } from '../fixtures/gold.ts';

const EXAMPLES = 5;

/** Means over several choices of examples: F1 of all notes, and of those that were no examples. */
export function sortByExample(
  { cards, language, question }: GoldFile,
  rounds: number
): { f1: number; rest: number } {
  const right = cards.map(({ gold }) => gold);
  const themes = [...new Set(right)].filter((theme) => theme !== '-');
  const sums = { f1: 0, rest: 0 };
  for (let round = 1; round <= rounds; round++) {
    const placer = placerFor(words(), { question, language, mode: 'sentences' });
    const examples = new Set(
      themes.flatMap((theme) =>
        shuffled(
          cards.flatMap(({ gold }, index) => (gold === theme ? [index] : [])),
          round
        ).slice(0, EXAMPLES)
      )
    );
    const lying = cards.map(({ gold }, index) => (examples.has(index) ? gold : `alone ${index}`));
    cards.forEach(({ text }, index) =>
      placer.set({ id: String(index), text }, lying[index]!, examples.has(index))
    );
    for (const { card, cluster } of placer.sort(themes.map((theme) => ({ id: theme, name: theme }))))
      lying[Number(card)] = cluster;
    const rest = cards.map((_, index) => index).filter((index) => !examples.has(index));
    sums.f1 += score(lying, right).f1;
    sums.rest += score(
      rest.map((index) => lying[index]!),
      rest.map((index) => right[index]!)
    ).f1;
  }
  return { f1: sums.f1 / rounds, rest: sums.rest / rounds };
}
